import { shell } from '../client/shell';

const isMac = shell.platform === 'darwin';

const macSigns: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
};

const words: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** `Mod+Shift+K` as this system writes it: `Ctrl Shift K`, `⇧⌘K`. */
export function shortcutText(shortcut: string): string {
  // A lone `+` is a key, not a separator.
  const parts = shortcut.split(/\+(?!$)/);
  if (!isMac) return parts.map((part) => words[part] ?? part).join(' ');
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  const modifiers = order.filter((part) => parts.includes(part));
  const keys = parts.filter((part) => !order.includes(part));
  return [...modifiers, ...keys].map((part) => macSigns[part] ?? words[part] ?? part).join('');
}
