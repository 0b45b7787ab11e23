import type { CodeRow } from '../../../contract/queries';
import type { CodingModel } from '../../editor/paint/coding-model';
import type { OpenDocument } from '../coding/open-documents';

export interface DocumentMenuQuestion {
  readonly open: OpenDocument;
  readonly model: CodingModel | null;
  readonly recent: readonly CodeRow[];
  /** Where the menu was asked for, client coordinates; null: by a key, so at the caret. */
  readonly point: { readonly x: number; readonly y: number } | null;
  readonly canChange: boolean;
}
