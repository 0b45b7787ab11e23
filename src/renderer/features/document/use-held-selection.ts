import { useEffect } from 'react';
import { heldHighlight } from '../../editor/paint/code-highlights';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from './view-store';

/**
 * Keeps the selection in sight while the keyboard is in a field elsewhere (a code's name, a memo): the browser then
 * shows the field's own and forgets that of the text. Several documents share the highlight, each with its ranges.
 */
export function useHeldSelection(open: OpenDocument | null, view: DocumentViewStore): void {
  useEffect(() => {
    if (!open) return;
    const { surface } = open;
    const text = surface.textElement;
    let held: readonly AbstractRange[] = [];
    let frame = 0;
    const show = (ranges: readonly AbstractRange[]) => {
      const highlight = heldHighlight();
      for (const range of held) highlight?.delete(range);
      held = ranges;
      for (const range of held) highlight?.add(range);
    };
    const look = () => {
      frame = 0;
      const { start, end } = surface.selection();
      const native = document.getSelection();
      const isShown = native !== null && !native.isCollapsed && text.contains(native.anchorNode);
      show(start === end || isShown ? [] : surface.places.ranges(start, end));
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    const unsubscribe = view.subscribe(later);
    document.addEventListener('selectionchange', later);
    return () => {
      unsubscribe();
      document.removeEventListener('selectionchange', later);
      cancelAnimationFrame(frame);
      show([]);
    };
  }, [open, view]);
}
