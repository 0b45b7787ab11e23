import { expect, test } from 'vitest';
import { letterOf, TypeAhead } from '../../../src/renderer/ui/tree/type-ahead';

const names = ['Power', 'clout', 'choir', 'party vs. network', 'Élite', 'clouds'];

function typing(letters: string, from = 0, pause = 100): (string | undefined)[] {
  const typed = new TypeAhead();
  let at = from;
  return Array.from(letters, (letter, index) => {
    const found = typed.find(letter, names, { from: at, now: 5000 + index * pause });
    if (found >= 0) at = found;
    return found < 0 ? undefined : names[found];
  });
}

test('KB9 letters lead to the row whose name begins with them, without accents and capitals', () => {
  expect(typing('cho')).toEqual(['clout', 'choir', 'choir']);
  expect(typing('el')).toEqual(['Élite', 'Élite']);
  expect(typing('P', 5)).toEqual(['Power']);
});

test('KB9 the same letter again goes on to the next row, round the end', () => {
  expect(typing('cccc')).toEqual(['clout', 'choir', 'clouds', 'clout']);
});

test('KB9 a word within a name is found where no name begins so; what nothing is called leads nowhere', () => {
  expect(typing('net')).toEqual(['party vs. network', 'party vs. network', 'party vs. network']);
  expect(typing('x')).toEqual([undefined]);
});

test('KB9 after a pause a letter begins a new name', () => {
  expect(typing('cp', 0, 1000)).toEqual(['clout', 'party vs. network']);
});

test('KB9 only letters and digits are typed, and no command', () => {
  const press = (key: string, held = {}) =>
    letterOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
  expect(['a', 'É', '7', 'ж'].map((key) => press(key))).toEqual(['a', 'É', '7', 'ж']);
  expect(['Enter', ' ', '?', 'F2'].map((key) => press(key))).toEqual([null, null, null, null]);
  expect(press('a', { ctrlKey: true })).toBeNull();
});
