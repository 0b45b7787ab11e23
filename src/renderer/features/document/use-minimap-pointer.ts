import { type PointerEvent, useCallback } from 'react';
import type { OpenDocument } from '../coding/open-documents';

/** A press on the minimap scrolls there, and dragging goes on scrolling. */
export function useMinimapPointer(open: OpenDocument | null) {
  const scroll = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const top = event.currentTarget.getBoundingClientRect().top;
      open?.surface.scrollToMinimap(event.clientY - top);
    },
    [open],
  );
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      scroll(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) scroll(event);
    },
  };
}
