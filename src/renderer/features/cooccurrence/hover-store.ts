import { createStore, type StoreApi, useStore } from 'zustand';

/** The cell under the pointer, else the one with the keyboard's focus; apart from React's tree because it follows every move. */
export interface Hover {
  readonly row: number;
  readonly column: number;
}

export type HoverStore = StoreApi<{ readonly hover: Hover | null }>;

export function createHoverStore(): HoverStore {
  return createStore<{ readonly hover: Hover | null }>(() => ({ hover: null }));
}

export function setHover(store: HoverStore, hover: Hover | null): void {
  const before = store.getState().hover;
  if (before?.row !== hover?.row || before?.column !== hover?.column) store.setState({ hover });
}

export function useIsHovered(store: HoverStore, axis: keyof Hover, index: number): boolean {
  return useStore(store, ({ hover }) => hover?.[axis] === index);
}
