import { create } from 'zustand';
import type { DocumentCoding } from '../../../contract/queries';
import type { CodingId, SourceId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';

/** What is asked for with one of several codings of a passage. */
export type PickPurpose = 'recode' | 'remove' | 'adjust' | 'memo';

/** What choosing in the palette does. */
export type PaletteTask =
  | { readonly kind: 'apply'; readonly sourceId: SourceId; readonly span: TextSpan }
  | {
      readonly kind: 'recode';
      readonly sourceId: SourceId;
      readonly span: TextSpan;
      readonly codingIds: readonly CodingId[];
    }
  | {
      readonly kind: 'pick';
      readonly purpose: PickPurpose;
      readonly sourceId: SourceId;
      readonly span: TextSpan;
      readonly codings: readonly DocumentCoding[];
    };

interface CodePaletteStore {
  readonly task: PaletteTask | null;
  /** What was typed to open it. */
  readonly query: string;
}

/** The type-ahead list of codes beside the selected passage. */
export const codePaletteStore = create<CodePaletteStore>(() => ({ task: null, query: '' }));

export function openCodePalette(task: PaletteTask, query = ''): void {
  codePaletteStore.setState({ task, query });
}

export function closeCodePalette(): void {
  codePaletteStore.setState({ task: null, query: '' });
}
