import { describe, expect, it } from 'vitest';
import type { ComparedList, Comparison } from '../../../src/contract/copies';
import { countOf, firstSide, linesOf } from '../../../src/renderer/features/copies/comparison-model';
import { excerpts } from '../../../src/renderer/features/copies/excerpts';

describe('WC what a comparison shows', () => {
  it('WC1 short wordings are shown whole, long ones from shortly before their first difference', () => {
    expect(excerpts(['power', 'clout', null])).toEqual(['power', 'clout', null]);
    const same = 'The same words 🙂 again and again. '.repeat(20);
    const [before = '', now = ''] = excerpts([`${same}first`, `${same}second`]);
    expect(before).toMatch(/^… \S.*first$/u);
    expect(now).toMatch(/^… \S.*second$/u);
    expect(before?.length).toBeLessThan(120);
    const [alone = ''] = excerpts([same]);
    expect(alone).toMatch(/^The same .*…$/u);
    // Where nothing but the end is missing, the shorter one ends there.
    expect(excerpts([same, `${same}more`])[1]).toMatch(/more$/);
  });

  const list = (difference: ComparedList['difference'], total: number): ComparedList => ({
    table: 'code',
    difference,
    total,
    rows: Array.from({ length: Math.min(total, 2) }, (_, index) => ({ id: `${index}` }) as never),
  });
  const comparison = (...lists: ComparedList[]) => ({ lists }) as unknown as Comparison;

  it('WC2 what it has that we have not comes first, then what both have changed, then ours', () => {
    expect(firstSide(comparison(list('newHere', 1), list('deletedThere', 1)))).toBe('there');
    expect(firstSide(comparison(list('newHere', 1), list('changedBoth', 1)))).toBe('both');
    expect(firstSide(comparison(list('newHere', 1)))).toBe('here');
    expect(firstSide(comparison())).toBe('all');
    const all = comparison(list('newThere', 3), list('changedBoth', 1), list('deletedHere', 4));
    expect((['there', 'both', 'here', 'all'] as const).map((side) => countOf(all, side))).toEqual([
      3, 1, 4, 8,
    ]);
  });

  it('WC3 a list that was cut says how much more there is', () => {
    expect(linesOf(comparison(list('newThere', 5)), 'there').map(({ kind }) => kind)).toEqual([
      'heading',
      'row',
      'row',
      'more',
    ]);
    expect(linesOf(comparison(list('newThere', 5)), 'there').at(-1)).toMatchObject({ count: 3 });
    expect(linesOf(comparison(list('newThere', 5)), 'here')).toEqual([]);
  });
});
