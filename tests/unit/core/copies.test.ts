import { describe, expect, it } from 'vitest';
import { distinctInitials, initialsOf } from '../../../src/core/initials';
import { differenceOf, differentRows, withoutBase } from '../../../src/core/three-way';

describe('IN initials', () => {
  it('IN1 takes the first letter of each word, at most four', () => {
    expect(
      [
        'Anna Berg',
        'jean-luc picard',
        'Robin',
        'élodie',
        'é́a',
        'A.B.',
        "o'neil",
        '3rd Coder',
        'a b c d e f',
        'anna.berg@uni.example',
        'Åsa Öström',
        '李 小龙',
        '🙂',
        '“…”',
      ].map(initialsOf),
    ).toEqual([
      'A.B.',
      'J.L.P.',
      'R.',
      'É.',
      'É́.',
      'A.B.',
      'O.',
      '3.C.',
      'A.B.C.D.',
      'A.B.',
      'Å.Ö.',
      '李.小.',
      '?',
      '?',
    ]);
  });

  it('IN2 tells two names apart that have the same initials, also one that is called like them', () => {
    const given = distinctInitials(['Anna Berg', 'Axel Blom', 'A.B. 2', 'Anna Berg', '🙂', '🙃']);
    expect([...given]).toEqual([
      ['Anna Berg', 'A.B.'],
      ['Axel Blom', 'A.B. 2'],
      ['A.B. 2', 'A.B.2.'],
      ['🙂', '?'],
      ['🙃', '? 2'],
    ]);
  });
});

describe('TW one row in two copies', () => {
  const told = (base: string | null, here: string | null, there: string | null) =>
    differenceOf({ baseHere: base, here, baseThere: base, there });

  it('TW1 says which side made, changed or deleted it', () => {
    expect(told(null, null, 'a')).toBe('newThere');
    expect(told('a', 'a', 'b')).toBe('changedThere');
    expect(told('a', 'a', null)).toBe('deletedThere');
    expect(told(null, 'a', null)).toBe('newHere');
    expect(told('a', 'b', 'a')).toBe('changedHere');
    expect(told('a', null, 'a')).toBe('deletedHere');
  });

  it('TW2 is a conflict where both did something else, and nothing where both did the same', () => {
    expect(told('a', 'b', 'c')).toBe('changedBoth');
    expect(told('a', null, 'c')).toBe('changedBoth');
    expect(told('a', 'b', null)).toBe('changedBoth');
    expect(told(null, 'b', 'c')).toBe('changedBoth');
    expect(told('a', 'b', 'b')).toBeNull();
    expect(told('a', null, null)).toBeNull();
    expect(told('a', 'a', 'a')).toBeNull();
  });

  it('TW3 takes what the making of a copy changed for nobody’s doing', () => {
    const coder = { baseHere: 'Anna', baseThere: 'A.' };
    expect(differenceOf({ ...coder, here: 'Anna', there: 'A.' })).toBeNull();
    expect(differenceOf({ ...coder, here: 'Anne', there: 'A.' })).toBe('changedHere');
    expect(differenceOf({ ...coder, here: 'Anna', there: 'B.' })).toBe('changedThere');
  });

  it('TW4 without a base a row is on one side only, or different', () => {
    const row = { table: 'code', id: '1' } as const;
    const rows = [
      withoutBase({ ...row, here: null, there: 'a' }),
      withoutBase({ ...row, here: 'a', there: null }),
      withoutBase({ ...row, here: 'a', there: 'b' }),
      withoutBase({ ...row, here: 'a', there: 'a' }),
    ];
    expect(differentRows(rows).map(({ difference }) => difference)).toEqual([
      'newThere',
      'newHere',
      'changedBoth',
    ]);
  });
});
