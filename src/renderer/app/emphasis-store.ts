import { create } from 'zustand';

/**
 * The one coding (or bare quotation, by id) that is pointed at or has the keyboard's focus, wherever: in a text, in
 * its margin, in a list, in the inspector. All of them show it the same way.
 */
export const emphasisStore = create<{ readonly id: string | null }>(() => ({ id: null }));

export function emphasise(id: string | null): void {
  if (emphasisStore.getState().id !== id) emphasisStore.setState({ id });
}

/** For a control that stands for a coding. */
export function emphasising(id: string) {
  return {
    onPointerEnter: () => emphasise(id),
    onPointerLeave: () => emphasise(null),
    onFocus: () => emphasise(id),
    onBlur: () => emphasise(null),
  };
}
