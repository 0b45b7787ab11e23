import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gap,
  intersectSpans,
  overlaps,
  sortSpans,
  spansLength,
  spansOf,
  uniteSpans,
} from '../../../src/core/spans';

const seed = 20261122;
const anySpans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]): [number, number] => [start, start + length]),
  { maxLength: 12 },
);

/** The maximal runs of positions for which `holds`. */
function runs(holds: (position: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < 50; at += 1) {
    if (!holds(at)) continue;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}
const covers = (spans: [number, number][], at: number) =>
  spans.some(([start, end]) => start <= at && at < end);

describe('spans', () => {
  it('SP1 overlap when they share a position; touching is not overlapping', () => {
    expect(overlaps(0, 10, 8, 20)).toBe(true);
    expect(overlaps(0, 10, 10, 20)).toBe(false);
    expect(overlaps(10, 20, 0, 10)).toBe(false);
  });

  it('SP2 have gap 0 where they overlap or touch, else the positions between', () => {
    expect([gap(0, 10, 5, 9), gap(0, 10, 10, 12), gap(0, 10, 13, 14), gap(13, 14, 0, 10)]).toEqual([
      0, 0, 3, 3,
    ]);
  });

  it('SP3 unite where they overlap or touch', () => {
    expect(
      uniteSpans(
        spansOf([
          [20, 30],
          [0, 10],
          [8, 15],
          [15, 16],
          [40, 40],
        ]),
      ),
    ).toEqual(
      spansOf([
        [0, 16],
        [20, 30],
      ]),
    );
  });

  it('SP3 SP4 agree with looking at every single position', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (a, b) => {
        const unitedA = uniteSpans(spansOf(a));
        const unitedB = uniteSpans(spansOf(b));
        expect(unitedA).toEqual(spansOf(runs((at) => covers(a, at))));
        const shared = runs((at) => covers(a, at) && covers(b, at));
        expect(intersectSpans(unitedA, unitedB)).toEqual(spansOf(shared));
        expect(spansLength(unitedA)).toBe(
          Array.from({ length: 50 }, (_, at) => at).filter((at) => covers(a, at)).length,
        );
      }),
      { seed },
    );
  });

  it('SP3 sort by start, then end, also beyond 2^26', () => {
    const sorted = sortSpans(
      spansOf([
        [100_000_000, 100_000_002],
        [5, 9],
        [5, 7],
        [100_000_000, 100_000_001],
      ]),
    );
    expect(Array.from(sorted)).toEqual([5, 7, 5, 9, 100_000_000, 100_000_001, 100_000_000, 100_000_002]);
  });
});
