import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../../src/core/text';

const unchanged = { hadByteOrderMark: false, lineEnds: 0, nuls: 0, loneSurrogates: 0 };

describe('the import door for text', () => {
  it('TX1 leaves a clean text as it is, composed or not', () => {
    const text = 'å and a\u030A, “quotes”, a no-break\u00A0space, 😀\n\tend';
    expect(normalizeText(text)).toEqual({ text, changes: unchanged });
  });

  it('TX1 takes off one byte order mark at the start and no other', () => {
    const { text, changes } = normalizeText('\uFEFF\uFEFFa\uFEFFb');
    expect(text).toBe('\uFEFFa\uFEFFb');
    expect(changes).toEqual({ ...unchanged, hadByteOrderMark: true });
  });

  it('TX1 turns CRLF and lone CR into LF and counts them', () => {
    const { text, changes } = normalizeText('a\r\nb\rc\nd\r\r\n');
    expect(text).toBe('a\nb\nc\nd\n\n');
    expect(changes).toEqual({ ...unchanged, lineEnds: 4 });
  });

  it('TX1 replaces NUL and lone surrogates and reports how many', () => {
    const { text, changes } = normalizeText('a\0b\uD83Dc\uDE00d😀\uD83D');
    expect(text).toBe('a\uFFFDb\uFFFDc\uFFFDd😀\uFFFD');
    expect(changes).toEqual({ ...unchanged, nuls: 1, loneSurrogates: 3 });
  });

  it('TX1 gives well-formed text with LF only, and nothing more to do the second time', () => {
    const hostile = fc.array(fc.constantFrom('\r', '\n', '\0', '\uD800', '\uDC00', '😀', 'a', 'ö'));
    fc.assert(
      fc.property(hostile, (parts) => {
        const raw = parts.join('');
        const { text } = normalizeText(raw);
        expect(/[\r\0]|\p{Surrogate}/u.test(text)).toBe(false);
        expect(normalizeText(text)).toEqual({ text, changes: unchanged });
      }),
      { seed: 20261122 },
    );
  });

  it('TX1 is quick on ten million characters', () => {
    const raw = 'A line of an interview that is about this long.\r\n'.repeat(210_000);
    const began = performance.now();
    expect(normalizeText(raw).changes.lineEnds).toBe(210_000);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
