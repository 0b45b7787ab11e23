/** A key press, as much of it as matters; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly getModifierState?: (key: string) => boolean;
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
};

/**
 * How a press fits a shortcut: by the sign that the key gives on this keyboard, or only by the key's place, which
 * counts where the keyboard gives no Latin letter there (other alphabets, digits under signs). A Latin letter is
 * always meant as what it says: on a German keyboard Ctrl+Y redoes, though the key lies where others have Z.
 */
export function shortcutFit(press: KeyPress, shortcut: string, isMac: boolean): 'sign' | 'place' | null {
  const keys = parse(shortcut, isMac);
  // AltGr is held to get at a sign; Windows tells of it as Ctrl and Alt.
  const isSignLevel = press.getModifierState?.('AltGraph') === true;
  const isHeld =
    (press.ctrlKey && !isSignLevel) === keys.ctrl &&
    press.metaKey === keys.meta &&
    (press.altKey && !isSignLevel) === keys.alt;
  if (!isHeld) return null;
  // `?` is Shift and a key that differs between keyboards: the sign itself tells.
  const isSign = keys.key.length === 1 && !/[a-z0-9]/i.test(keys.key);
  const key = press.key === ' ' ? 'Space' : press.key;
  if (key === keys.key && (isSign || press.shiftKey === keys.shift)) return 'sign';
  if (press.shiftKey !== keys.shift || isSignLevel) return null;
  if (key.toLowerCase() === keys.key.toLowerCase()) return 'sign';
  const mayGoByPlace = keys.ctrl || keys.meta || keys.alt || /^\d$/.test(keys.key);
  const isPlace = press.code === placeOf(keys.key) && !/^[a-z0-9]$/i.test(press.key);
  return mayGoByPlace && isPlace ? 'place' : null;
}

export function matchesShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  return shortcutFit(press, shortcut, isMac) !== null;
}

/** The first thing one of whose shortcuts fits, rather by sign than by place. */
export function findByPress<T>(
  things: Iterable<T>,
  shortcutsOf: (thing: T) => readonly string[],
  { press, isMac }: { readonly press: KeyPress; readonly isMac: boolean },
): T | undefined {
  let byPlace: T | undefined;
  for (const thing of things) {
    for (const shortcut of shortcutsOf(thing)) {
      const fit = shortcutFit(press, shortcut, isMac);
      if (fit === 'sign') return thing;
      if (fit === 'place') byPlace ??= thing;
    }
  }
  return byPlace;
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
