import { useEffect, useRef, useState } from 'react';
import type { NodePlaces, Point } from './network-shape';

const duration = 140;

/** Places that glide to their new values; at once where motion is unwanted. */
export function useTween(places: NodePlaces): NodePlaces {
  const [shown, setShown] = useState(places);
  const from = useRef(places);
  useEffect(() => {
    const start = from.current;
    if (start === places) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      from.current = places;
      setShown(places);
      return;
    }
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, (now - began) / duration);
      const next = share < 1 ? between(start, places, 1 - (1 - share) ** 3) : places;
      from.current = next;
      setShown(next);
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [places]);
  return shown;
}

function between(from: NodePlaces, to: NodePlaces, share: number): NodePlaces {
  const places = new Map<number, Point>();
  for (const [row, end] of to) {
    const start = from.get(row) ?? end;
    places.set(row, { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share });
  }
  return places;
}
