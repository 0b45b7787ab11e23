import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { Box, Point } from './network-shape';

/** The drawing is scaled by `scale` and then moved by `x` and `y` pixels. */
export interface Zoom extends Point {
  readonly scale: number;
}

const still: Zoom = { scale: 1, x: 0, y: 0 };
const smallest = 0.4;
const largest = 5;

/** Wheel and buttons zoom, `pan` moves. */
export function useZoom(element: RefObject<SVGSVGElement | null>, box: Box) {
  const [zoom, setZoom] = useState(still);
  const zoomBy = useCallback((factor: number, at: Point) => {
    setZoom((before) => {
      const scale = Math.min(largest, Math.max(smallest, before.scale * factor));
      const real = scale / before.scale;
      return { scale, x: at.x - (at.x - before.x) * real, y: at.y - (at.y - before.y) * real };
    });
  }, []);
  useEffect(() => {
    const drawing = element.current;
    if (!drawing) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = drawing.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      zoomBy(Math.exp(-event.deltaY * lines * 0.0016), { x: event.clientX - left, y: event.clientY - top });
    };
    // React's own wheel listeners are passive and can't keep the page from scrolling.
    drawing.addEventListener('wheel', onWheel, { passive: false });
    return () => drawing.removeEventListener('wheel', onWheel);
  }, [element, zoomBy]);
  const middle = { x: box.width / 2, y: box.height / 2 };
  return {
    zoom,
    pan: (dx: number, dy: number) => setZoom((before) => ({ ...before, x: before.x + dx, y: before.y + dy })),
    zoomIn: () => zoomBy(1.3, middle),
    zoomOut: () => zoomBy(1 / 1.3, middle),
    reset: () => setZoom(still),
    isStill: zoom === still,
  };
}
