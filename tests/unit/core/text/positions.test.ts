import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, createPositionMap, sliceByCodePoints } from '../../../../src/core/text';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const seed = 20261122;

describe('positions', () => {
  it('TX2 is the identity for a text without characters beyond U+FFFF', () => {
    const map = createPositionMap('Å “net” – ﬁ');
    expect(map.isIdentity).toBe(true);
    expect(map.length).toBe('Å “net” – ﬁ'.length);
  });

  it('TX2 counts an emoji as one code point and two UTF-16 units', () => {
    const map = createPositionMap('a😀b👍🏽c');
    expect(map.length).toBe(6);
    expect([0, 1, 2, 3, 4, 5, 6].map(map.toUtf16)).toEqual([0, 1, 3, 4, 6, 8, 9]);
    expect([0, 1, 3, 4, 6, 8, 9].map(map.toCodePoint)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('TX2 rounds an offset inside a surrogate pair down to its character', () => {
    const map = createPositionMap('a😀b');
    expect(map.toCodePoint(2)).toBe(1);
  });

  it('TX2 agrees with iterating the string, at every position of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const characters = Array.from(text);
        const map = createPositionMap(text);
        expect(map.length).toBe(characters.length);
        expect(codePointLength(text)).toBe(characters.length);
        let utf16 = 0;
        characters.forEach((character, codePoint) => {
          expect(map.toUtf16(codePoint)).toBe(utf16);
          expect(map.toCodePoint(utf16)).toBe(codePoint);
          utf16 += character.length;
        });
        expect(map.toUtf16(characters.length)).toBe(text.length);
        expect(map.toCodePoint(text.length)).toBe(characters.length);
      }),
      { seed },
    );
  });

  it('TX2 slices by code points as an array of characters does', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, start, length) => {
        const expected = Array.from(text)
          .slice(start, start + length)
          .join('');
        expect(sliceByCodePoints(text, start, start + length)).toBe(expected);
      }),
      { seed },
    );
  });

  it('TX2 finds positions in millions of characters without walking them', () => {
    const text = 'words and 😀 more '.repeat(200_000);
    const map = createPositionMap(text);
    const began = performance.now();
    let wrong = 0;
    for (let codePoint = 0; codePoint < map.length; codePoint += 30) {
      if (map.toCodePoint(map.toUtf16(codePoint)) !== codePoint) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
