import type { KeyPress } from './shortcut-match';

/** Why keys can't be given to an action; each has its sentence. */
export type Refusal =
  | 'letter'
  | 'space'
  | 'moving'
  | 'typing'
  | 'clipboard'
  | 'part'
  | 'system'
  | 'workspace'
  | 'size'
  | 'altGr';

export interface PressQuestion {
  readonly press: KeyPress;
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** The action's keys count only in the text, which can't be typed into. */
  readonly isInText: boolean;
}

/** Pressed on the way to something else, or nothing that a keyboard could give again. */
const noKeys: ReadonlySet<string> = new Set(
  (
    'Control Shift Alt Meta AltGraph OS Super Hyper Fn FnLock CapsLock NumLock ScrollLock Dead Process ' +
    'Compose Unidentified ContextMenu PrintScreen Pause'
  ).split(' '),
);

/** The shortcut that a press makes, as actions write it; null for a modifier alone and other keys that are none. */
export function shortcutOfPress({ press, platform }: PressQuestion): string | null {
  if (noKeys.has(press.key)) return null;
  const isMac = platform === 'darwin';
  const isSignLevel = press.getModifierState?.('AltGraph') === true;
  const isMod = !isSignLevel && (isMac ? press.metaKey : press.ctrlKey);
  const isCtrl = isMac && press.ctrlKey;
  const isAlt = press.altKey && !isSignLevel;
  const hasModifier = isMod || isCtrl || isAlt;
  const key = keyOf(press, hasModifier);
  // A sign says by itself whether Shift made it.
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  const isShift = press.shiftKey && !isSign;
  const parts = [isMod && 'Mod', isCtrl && 'Ctrl', isAlt && 'Alt', isShift && 'Shift', key];
  return parts.filter((part) => part !== false).join('+');
}

function keyOf({ key, code, shiftKey }: KeyPress, hasModifier: boolean): string {
  if (key === ' ') return 'Space';
  if (key.length > 1) return key;
  if (/\p{L}/u.test(key)) return key.toUpperCase();
  // Digits lie under other signs with Shift, and on some keyboards without.
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return hasModifier && digit !== undefined && (shiftKey || !/\d/.test(key)) ? digit : key;
}

/** Why these keys can't be given away; null where they can. */
export function refusalOf(question: PressQuestion): Refusal | null {
  const { press, platform, isInText } = question;
  const { key, shiftKey } = press;
  const isMac = platform === 'darwin';
  const isSignLevel = press.getModifierState?.('AltGraph') === true;
  const ctrl = press.ctrlKey && !isSignLevel;
  const alt = press.altKey && !isSignLevel;
  const mod = isMac ? press.metaKey : ctrl;
  const isTyped = key.length === 1;

  if (isSystemKey(question)) return 'system';
  if (!isMac && ctrl && alt && isTyped) return 'altGr';
  if (ctrl && alt && key.startsWith('Arrow')) return 'workspace';
  if (key === 'Tab' || key === 'Escape') return 'part';
  if (mod && !alt && /^[=+_0-]$/.test(key) && !(key === '0' && shiftKey)) return 'size';
  if (mod && !alt && !shiftKey && /^[acvxyz]$/i.test(key)) return 'clipboard';
  if (mod && !alt && shiftKey && /^z$/i.test(key)) return 'clipboard';

  const isCaretKey = /^(?:Arrow(?:Left|Right)|Home|End)$/.test(key);
  if (isCaretKey && (!alt || (isMac && !shiftKey))) return 'moving';
  if (/^(?:ArrowUp|ArrowDown|PageUp|PageDown)$/.test(key) && !mod && !alt) return 'moving';
  if (!isInText && /^(?:Enter|Backspace|Delete)$/.test(key) && !alt) return 'typing';
  if (mod || alt || ctrl) return null;
  if (key === ' ') return 'space';
  if (isTyped && /\p{L}/u.test(key)) return 'letter';
  return null;
}

function isSystemKey({ press, platform }: PressQuestion): boolean {
  const { key, altKey, ctrlKey, metaKey } = press;
  if (platform === 'darwin') return metaKey && /^(?:[qh ]|Tab)$/i.test(key);
  if (metaKey || key === 'F10' || key === 'F11') return true;
  if (altKey && /^(?:F4|Tab|Escape| )$/.test(key)) return true;
  return ctrlKey && (/^q$/i.test(key) || (altKey && key === 'Delete'));
}
