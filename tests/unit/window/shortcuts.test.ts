import { describe, expect, it } from 'vitest';
import {
  findByPress,
  isPlainKey,
  type KeyPress,
  matchesShortcut,
} from '../../../src/renderer/actions/shortcut-match';
import { refusalOf, shortcutOfPress } from '../../../src/renderer/actions/shortcut-press';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('shortcuts', () => {
  it('mean Ctrl by Mod, and Command on macOS', () => {
    expect(matchesShortcut(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
    expect(matchesShortcut(press('k', 'KeyK', { metaKey: true }), 'Mod+K', true)).toBe(true);
  });

  it('want exactly the modifiers they name', () => {
    const undo = press('z', 'KeyZ', { ctrlKey: true });
    const redo = press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true });
    expect([matchesShortcut(undo, 'Mod+Z', false), matchesShortcut(redo, 'Mod+Z', false)]).toEqual([
      true,
      false,
    ]);
    expect(matchesShortcut(redo, 'Mod+Shift+Z', false)).toBe(true);
    expect(matchesShortcut(press('z', 'KeyZ', { ctrlKey: true, altKey: true }), 'Mod+Z', false)).toBe(false);
  });

  it('go by the sign where the sign is meant, whatever keys make it', () => {
    expect(matchesShortcut(press('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true);
    // A German keyboard has it beside the zero.
    expect(matchesShortcut(press('?', 'Minus', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesShortcut(press('/', 'Slash'), '?', false)).toBe(false);
  });

  it('go by the place of the key on a keyboard with other letters', () => {
    expect(matchesShortcut(press('л', 'KeyK', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(
      matchesShortcut(press('>', 'Period', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+.', false),
    ).toBe(true);
    // Without a modifier a letter is typing, and only the letter itself counts.
    expect(matchesShortcut(press('л', 'KeyK'), 'k', false)).toBe(false);
  });

  it('know a key that could be typing', () => {
    expect(['?', '1', 'Enter', 'Shift+ArrowUp'].map(isPlainKey)).toEqual([true, true, true, true]);
    expect(['Mod+1', 'Alt+1', 'Ctrl+Tab', 'F2', 'Shift+F8'].map(isPlainKey)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('SK shortcuts on other keyboards', () => {
  const ctrl = { ctrlKey: true };
  const altGr = { getModifierState: (key: string) => key === 'AltGraph' };

  it('SK1 means the letter that is on the key: Ctrl+Y and Ctrl+Z on a German keyboard', () => {
    const keysOf = (id: string) => (id === 'undo' ? ['Mod+Z'] : ['Mod+Shift+Z', 'Mod+Y']);
    const find = (at: KeyPress) => findByPress(['undo', 'redo'], keysOf, { press: at, isMac: false });
    expect(find(press('y', 'KeyZ', ctrl))).toBe('redo');
    expect(find(press('z', 'KeyY', ctrl))).toBe('undo');
    expect(find(press('я', 'KeyZ', ctrl))).toBe('undo');
  });

  it('SK2 finds signs wherever a keyboard has them: [ and ] by AltGr on a Swedish one', () => {
    expect(matchesShortcut(press('[', 'Digit8', altGr), '[', false)).toBe(true);
    // Windows tells of AltGr as Ctrl and Alt.
    const windows = { ...altGr, ctrlKey: true, altKey: true };
    expect(matchesShortcut(press(']', 'Digit9', windows), ']', false)).toBe(true);
    expect(matchesShortcut(press('+', 'Minus'), '+', false)).toBe(true);
    expect(matchesShortcut(press('"', 'Digit2', { shiftKey: true }), '"', false)).toBe(true);
    expect(matchesShortcut(press('å', 'BracketLeft'), '[', false)).toBe(false);
  });

  it('SK3 takes the digits of a French keyboard by their place, unless the sign there is meant', () => {
    const keysOf = (id: string) => (id === 'in vivo' ? ['"'] : [id]);
    const find = (at: KeyPress) => findByPress(['1', '3', 'in vivo'], keysOf, { press: at, isMac: false });
    expect(find(press('&', 'Digit1'))).toBe('1');
    expect(find(press('"', 'Digit3'))).toBe('in vivo');
    expect(find(press('3', 'Digit3', { shiftKey: true }))).toBeUndefined();
  });
});

describe('SK keys that a person presses to name them', () => {
  const written = (at: KeyPress, platform: 'linux' | 'darwin' = 'linux') =>
    shortcutOfPress({ press: at, platform, isInText: true });

  it('SK4 are written as actions write them, and match the press that named them', () => {
    const presses: [KeyPress, string][] = [
      [press('k', 'KeyK', { ctrlKey: true }), 'Mod+K'],
      [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+K'],
      [press('!', 'Digit1', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+1'],
      [press('&', 'Digit1', { altKey: true }), 'Alt+1'],
      [press('?', 'Slash', { shiftKey: true }), '?'],
      [press('?', 'Minus', { shiftKey: true, ctrlKey: true }), 'Mod+?'],
      [press('å', 'BracketLeft', { ctrlKey: true }), 'Mod+Å'],
      [press('ArrowDown', 'ArrowDown', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowDown'],
      [press('F7', 'F7'), 'F7'],
      [press(' ', 'Space', { ctrlKey: true }), 'Mod+Space'],
      [press('+', 'Equal', { shiftKey: true, altKey: true }), 'Alt++'],
    ];
    for (const [at, shortcut] of presses) {
      expect(written(at)).toBe(shortcut);
      expect(matchesShortcut(at, shortcut, false), shortcut).toBe(true);
    }
    expect(written(press('k', 'KeyK', { metaKey: true }), 'darwin')).toBe('Mod+K');
    expect(written(press('k', 'KeyK', { ctrlKey: true }), 'darwin')).toBe('Ctrl+K');
    expect(written(press('Control', 'ControlLeft', { ctrlKey: true }))).toBeNull();
  });

  it('SK5 are refused where the system, fields or whoever has no mouse need them', () => {
    const refused = (at: KeyPress, isInText = false) => refusalOf({ press: at, platform: 'linux', isInText });
    expect(refused(press('c', 'KeyC', { ctrlKey: true }))).toBe('clipboard');
    expect(refused(press('F4', 'F4', { altKey: true }))).toBe('system');
    expect(refused(press('Tab', 'Tab'))).toBe('part');
    expect(refused(press('Escape', 'Escape'))).toBe('part');
    expect(refused(press('a', 'KeyA'))).toBe('letter');
    expect(refused(press('ф', 'KeyA'))).toBe('letter');
    expect(refused(press(' ', 'Space'))).toBe('space');
    expect(refused(press('ArrowDown', 'ArrowDown', { shiftKey: true }))).toBe('moving');
    expect(refused(press('ArrowLeft', 'ArrowLeft', { ctrlKey: true }))).toBe('moving');
    expect(refused(press('=', 'Equal', { ctrlKey: true }))).toBe('size');
    expect(refused(press('e', 'KeyE', { ctrlKey: true, altKey: true }))).toBe('altGr');
    expect(refused(press('ArrowUp', 'ArrowUp', { ctrlKey: true, altKey: true }))).toBe('workspace');
    expect(refused(press('Enter', 'Enter'))).toBe('typing');
    expect(refused(press('Enter', 'Enter'), true)).toBeNull();
    expect(refused(press('g', 'KeyG', { ctrlKey: true }))).toBeNull();
    expect(refused(press('ArrowLeft', 'ArrowLeft', { altKey: true }))).toBeNull();
    expect(refused(press('F7', 'F7'))).toBeNull();
  });
});
