import { create } from 'zustand';
import type { CooccurrenceQuery } from '../../core/cooccurrence';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../core/ids';

/** What the inspector shows. */
export type Inspected =
  /** `codingId`: the one of its codings that was meant. */
  | { readonly kind: 'quotation'; readonly id: QuotationId; readonly codingId?: CodingId | undefined }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'source'; readonly id: SourceId }
  | {
      readonly kind: 'cell';
      readonly query: CooccurrenceQuery;
      readonly row: CodeId;
      readonly column: CodeId;
    }
  | { readonly kind: 'none' };

export const inspectorStore = create<{ readonly inspected: Inspected }>(() => ({
  inspected: { kind: 'none' },
}));

export function inspect(inspected: Inspected): void {
  inspectorStore.setState({ inspected });
}
