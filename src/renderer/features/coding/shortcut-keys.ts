import { shell } from '../../client';

/** Whether an event is the shortcut (`Alt+ArrowDown`, `Mod+I`, `.`). For signs and digits Shift is the layout's own affair. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  // A lone `+` is a key, not a separator.
  const parts = shortcut.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const isMac = shell.platform === 'darwin';
  const ctrl = wants('Ctrl') || (wants('Mod') && !isMac);
  const meta = wants('Mod') && isMac;
  if (event.ctrlKey !== ctrl || event.metaKey !== meta || event.altKey !== wants('Alt')) return false;
  const isSign = key.length === 1 && !/\p{L}/u.test(key);
  if (isSign && wants('Alt') && /\d/.test(key)) return event.code === `Digit${key}`;
  if (isSign) return event.key === key;
  return event.shiftKey === wants('Shift') && event.key.toLowerCase() === key.toLowerCase();
}
