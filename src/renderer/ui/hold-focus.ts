import type { FocusEvent } from 'react';

/**
 * For `onFocus` of a list that has the keyboard for its rows: a press on a row gives that row the focus, and it would
 * be lost with the row as soon as that is scrolled out of sight.
 */
export function holdFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget && target.tabIndex === -1) currentTarget.focus({ preventScroll: true });
}
