import { useEffect } from 'react';
import type { SourceId } from '../../../core/ids';
import { inspect } from '../../app/inspector-store';
import { revealStore } from '../../app/reveal-store';
import type { OpenDocument } from '../coding/open-documents';

/** Wishes that were fulfilled, so that a view that opens anew does not jump there again. */
const fulfilled = new Map<SourceId, number>();

/** A place is to be shown; the one where the reader was does not matter then. */
export function isRevealWaiting(sourceId: SourceId): boolean {
  const reveal = revealStore.getState().reveals[sourceId];
  return reveal !== undefined && fulfilled.get(sourceId) !== reveal.count;
}

/** Follows wishes to see a place of the document. */
export function useReveal(sourceId: SourceId, open: OpenDocument | null): void {
  const reveal = revealStore((store) => store.reveals[sourceId]);
  useEffect(() => {
    if (!open || !reveal || fulfilled.get(sourceId) === reveal.count) return;
    fulfilled.set(sourceId, reveal.count);
    if (reveal.quotationId) inspect({ kind: 'quotation', id: reveal.quotationId });
    void open.surface.reveal(reveal);
  }, [sourceId, open, reveal]);
}
