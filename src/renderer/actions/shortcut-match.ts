/** A key press, as much of it as matters; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Keys {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const known = new Map<string, Keys>();

/** `Mod+Shift+K`; `Mod` is Command on macOS and Ctrl elsewhere. */
function parse(shortcut: string, isMac: boolean): Keys {
  const id = `${isMac}${shortcut}`;
  const found = known.get(id);
  if (found) return found;
  // A lone `+` at the end is the key.
  const parts = shortcut.split(/\+(?!$)/);
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const keys: Keys = {
    key: parts.at(-1) ?? '',
    ctrl: has('Ctrl') || (has('Mod') && !isMac),
    meta: has('Mod') && isMac,
    alt: has('Alt'),
    shift: has('Shift'),
  };
  known.set(id, keys);
  return keys;
}

/** Places of keys, for keyboards on which they give other signs (or other alphabets). */
const places: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  '/': 'Slash',
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '=': 'Equal',
  '-': 'Minus',
  ' ': 'Space',
};

export function matchesShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const keys = parse(shortcut, isMac);
  if (press.ctrlKey !== keys.ctrl || press.metaKey !== keys.meta || press.altKey !== keys.alt) return false;
  // `?` is Shift and a key that differs between keyboards: the sign itself tells.
  const isSign = keys.key.length === 1 && !/[a-z0-9]/i.test(keys.key);
  if (press.key === keys.key && (isSign || press.shiftKey === keys.shift)) return true;
  if (press.shiftKey !== keys.shift) return false;
  if (press.key.toLowerCase() === keys.key.toLowerCase()) return true;
  const hasModifier = keys.ctrl || keys.meta || keys.alt;
  return hasModifier && press.code === placeOf(keys.key);
}

function placeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return places[key] ?? key;
}

/** Whether the shortcut could be meant as typing. */
export function isPlainKey(shortcut: string): boolean {
  return !/(?:Mod|Ctrl|Alt)\+/.test(shortcut) && !/^(?:Shift\+)?F\d+$/.test(shortcut);
}
