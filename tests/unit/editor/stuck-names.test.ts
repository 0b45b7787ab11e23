import { describe, expect, it } from 'vitest';
import { type EdgeCoding, stickNames } from '../../../src/renderer/editor/model/stuck-names';

const above = Number.NEGATIVE_INFINITY;
const coding = (id: string, nameTop: number, bottom = 500): EdgeCoding => {
  return { id, key: id.slice(0, 1), place: Number(id.slice(1)), nameTop, bottom };
};
const stuck = (...codings: EdgeCoding[]) => {
  const { names, folded, foldedNames } = stickNames(codings, { height: 17, most: 4 });
  const shown = names.map((ids) => ids.join(' '));
  return foldedNames > 0 ? [...shown, `+${foldedNames} ${folded.join(' ')}`] : shown;
};

describe('OV names at the upper edge', () => {
  it('are those of codings that began above and go on, in the order of the text', () => {
    expect(stuck(coding('b2', above), coding('a1', above), coding('c3', -4), coding('d4', 300))).toEqual([
      'a1',
      'b2',
      'c3',
    ]);
    expect(stuck(coding('a1', above, 6), coding('b2', 0))).toEqual([]);
  });

  it('take in what comes up to them, so that none is covered', () => {
    expect(stuck(coding('a1', above), coding('b2', 16), coding('c3', 33), coding('d4', 52))).toEqual([
      'a1',
      'b2',
      'c3',
    ]);
    expect(stuck(coding('a1', above), coding('b2', 17))).toEqual(['a1']);
  });

  it('are one for a code, and counted where there are too many', () => {
    expect(stuck(coding('a1', above), coding('a2', above), coding('b3', above))).toEqual(['a1 a2', 'b3']);
    expect(stuck(...['a1', 'b2', 'c3', 'd4', 'd5', 'e6'].map((id) => coding(id, above)))).toEqual([
      'a1',
      'b2',
      'c3',
      '+2 d4 d5 e6',
    ]);
  });
});
