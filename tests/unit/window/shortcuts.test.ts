import { describe, expect, it } from 'vitest';
import { isPlainKey, type KeyPress, matchesShortcut } from '../../../src/renderer/actions/shortcut-match';

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
