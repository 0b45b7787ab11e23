import type { PointerEvent } from 'react';

/** A press on the minimap scrolls there, and dragging goes on scrolling; `y` from its top. */
export function minimapPointer(scrollTo: (y: number) => void) {
  const scroll = ({ currentTarget, clientY }: PointerEvent<HTMLElement>) =>
    scrollTo(clientY - currentTarget.getBoundingClientRect().top);
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
