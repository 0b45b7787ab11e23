import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';

/** What somebody wants to erase for good: documents (chosen in the dialog), or one passage. */
export type ErasureSubject =
  | { readonly kind: 'sources'; readonly ids: readonly SourceId[] }
  | {
      readonly kind: 'passage';
      readonly sourceId: SourceId;
      readonly start: number;
      readonly end: number;
      /** Its words, in one line. */
      readonly quote: string;
    };

export const erasureStore = create<{ readonly subject: ErasureSubject | null }>(() => ({ subject: null }));

export function openErasure(subject: ErasureSubject): void {
  erasureStore.setState({ subject });
}

export function closeErasure(): void {
  erasureStore.setState({ subject: null });
}
