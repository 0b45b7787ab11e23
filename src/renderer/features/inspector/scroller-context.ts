import { createContext, type RefObject, useContext } from 'react';

/** The element that scrolls the inspector; long lists within draw only what it shows. */
export const ScrollerContext = createContext<RefObject<HTMLElement | null>>({ current: null });

export function useScroller(): RefObject<HTMLElement | null> {
  return useContext(ScrollerContext);
}
