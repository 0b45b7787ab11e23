import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../coding/open-documents';
import type { DocumentViewStore } from './view-store';

export interface ReadingMarkProps {
  readonly open: OpenDocument;
  readonly view: DocumentViewStore;
  /** Calls back whenever the text is laid out anew; gives what ends it. */
  readonly onMove: (follow: () => void) => () => void;
}

/** Pixels between the mark and the text. */
const distance = 9;

/** Where one reads: a line beside the selected rows, or the caret's row, seen also while the keyboard is elsewhere. */
export function ReadingMark({ open, view, onMove }: ReadingMarkProps) {
  const mark = useRef<HTMLDivElement>(null);
  const { start, end } = useStore(view, (state) => state.selection);
  const { surface } = open;
  useLayoutEffect(() => {
    const place = () => {
      const element = mark.current;
      const edges = surface.edgesOf({ start, end: Math.max(start + 1, end) });
      if (!element) return;
      element.hidden = !edges;
      if (!edges) return;
      const page = surface.pageOrigin();
      const left = surface.textElement.getBoundingClientRect().left - page.x - distance;
      element.style.transform = `translate(${left}px, ${edges.first.top - page.y}px)`;
      element.style.height = `${Math.max(edges.last.bottom - edges.first.top, edges.first.height)}px`;
    };
    place();
    return onMove(place);
  }, [surface, start, end, onMove]);
  return <div ref={mark} className="reading-mark" data-caret={start === end || undefined} aria-hidden />;
}
