import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPositionMap, passageContext, quotationContext, quoteLine } from '../../../../src/core/text';

describe('a quotation in one line', () => {
  it('TX3 keeps a short text and makes one line of it', () => {
    expect(quoteLine('  As a\n political\u00A0 force ')).toBe('As a political force');
  });

  it('TX3 cuts a long text after a whole word', () => {
    const text = 'As a political force, the decentralized nature of the Netroots movement';
    expect(quoteLine(text, 30)).toBe('As a political force, the…');
    expect(quoteLine('decentralization'.repeat(3), 20)).toBe('decentralizationdec…');
  });

  it('TX3 is never longer than asked, has no line end, and ends with “…” where it was cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 60 }),
        (text, maximum) => {
          const line = quoteLine(text, maximum);
          expect(Array.from(line).length).toBeLessThanOrEqual(maximum);
          expect(line).not.toMatch(/[\n\r]/);
          const whole = text.replace(/\s+/gu, ' ').trim();
          expect(line === whole || line.endsWith('…')).toBe(true);
        },
      ),
      { seed: 20261122 },
    );
  });
});

describe('the surroundings of a quotation', () => {
  it('TX4 are 32 code points on each side, fewer at the ends', () => {
    const text = `${'😀'.repeat(40)}quote${'é'.repeat(10)}`;
    const context = quotationContext(text, createPositionMap(text), { start: 40, end: 45 });
    expect(context).toEqual({ prefix: '😀'.repeat(32), suffix: 'é'.repeat(10) });
  });

  it('TX4 for reading stay in the paragraph and are cut between words', () => {
    const text = 'Before.\nThe quick brown fox jumps over the lazy dog again.\nAfter.';
    const start = text.indexOf('jumps');
    const positions = createPositionMap(text);
    expect(passageContext(text, positions, { start, end: start + 5, reach: 12 })).toEqual({
      before: '…brown fox ',
      after: ' over the…',
    });
    expect(passageContext(text, positions, { start, end: start + 5 })).toEqual({
      before: 'The quick brown fox ',
      after: ' over the lazy dog again.',
    });
  });
});
