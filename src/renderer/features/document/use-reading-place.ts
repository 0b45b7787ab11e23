import { useLayoutEffect } from 'react';
import type { SourceId } from '../../../core/ids';
import { keepPlaceIn, placeIn } from '../../app/reading-places';
import { noteJump, surveyBy } from '../../app/trail-store';
import { type OpenDocument, openDocument } from '../coding/open-documents';
import { isRevealWaiting } from './use-reveal';
import type { DocumentViewStore } from './view-store';

surveyBy({
  placeNow(tab) {
    const surface = tab.kind === 'document' ? openDocument(tab.sourceId)?.surface : undefined;
    if (!surface?.isShown) return null;
    const reading = surface.readingPlace();
    return reading.position < 0 ? null : { reading, selection: surface.selection() };
  },
  returnTo(tab, { reading, selection }) {
    const open = tab.kind === 'document' ? openDocument(tab.sourceId) : null;
    if (!open) return;
    open.surface.focus();
    void open.surface.returnTo(reading, selection);
  },
});

/** Milliseconds without another key or scroll after which a place counts as one where somebody was. */
const calm = 250;
/** A step of this share of the window's height at once is a jump, not reading on. */
const jump = 1.25;

/** Opens the document where it was left, and remembers where the reader is; far jumps can be taken back. */
export function useReadingPlace(
  sourceId: SourceId,
  open: OpenDocument | null,
  view: DocumentViewStore,
): void {
  useLayoutEffect(() => {
    if (!open) return;
    const { surface } = open;
    const scroller = surface.textElement.closest('[data-testid="document-scroller"]');
    const left = placeIn(sourceId);
    if (left && !isRevealWaiting(sourceId)) void surface.returnTo(left.reading, left.selection);

    let timer = 0;
    let top = scroller?.scrollTop ?? 0;
    // Setting the text anew and going back to a place scroll as well; those are no jumps of the reader's.
    let isSettled = false;
    const note = () => {
      if (!surface.isShown) return;
      const reading = surface.readingPlace();
      if (reading.position >= 0) keepPlaceIn(sourceId, { reading, selection: surface.selection() });
    };
    const settling = window.setTimeout(() => {
      isSettled = true;
      // The first jump may come before anything else was noted.
      if (!placeIn(sourceId)) note();
    }, 2 * calm);
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(note, calm);
    };
    const onScroll = () => {
      if (!scroller || !surface.isShown) return;
      const by = Math.abs(scroller.scrollTop - top);
      top = scroller.scrollTop;
      if (isSettled && by > jump * scroller.clientHeight) noteJump({ kind: 'document', sourceId });
      later();
    };
    scroller?.addEventListener('scroll', onScroll, { passive: true });
    const stop = view.subscribe((now, before) => {
      if (now.selection !== before.selection) later();
    });
    window.addEventListener('pagehide', note);
    return () => {
      window.clearTimeout(timer);
      window.clearTimeout(settling);
      scroller?.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', note);
      stop();
    };
  }, [sourceId, open, view]);
}
