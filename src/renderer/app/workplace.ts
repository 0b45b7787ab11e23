/**
 * What in a view the keyboard comes to: its text, if it has one. A view that begins with buttons says by
 * `data-keyboard-first` (a selector within it, or nothing for the first stop of Tab) what it is; null while that is
 * not there yet.
 */
export function workplaceIn(view: HTMLElement): HTMLElement | null {
  const begin = view.querySelector<HTMLElement>('[data-keyboard-first]');
  if (begin) return begin.querySelector(begin.dataset.keyboardFirst || '[tabindex="0"]');
  const text = view.querySelector<HTMLElement>('[contenteditable="true"]');
  return text ?? view.querySelector<HTMLElement>('[tabindex="0"], button, input, textarea') ?? view;
}
