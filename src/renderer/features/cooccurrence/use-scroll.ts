import { type RefObject, useEffect, useState } from 'react';

/** How far an element is scrolled, in steps of a few pixels: what is drawn changes only cell by cell. */
export function useScroll(element: RefObject<HTMLElement | null>): {
  readonly left: number;
  readonly top: number;
} {
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const coarse = (value: number) => Math.floor(value / 8) * 8;
    const follow = () => {
      const left = coarse(watched.scrollLeft);
      const top = coarse(watched.scrollTop);
      setScroll((before) => (before.left === left && before.top === top ? before : { left, top }));
    };
    watched.addEventListener('scroll', follow, { passive: true });
    return () => watched.removeEventListener('scroll', follow);
  }, [element]);
  return scroll;
}
