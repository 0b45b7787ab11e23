import { describe, expect, it } from 'vitest';
import { createIntervalStore } from '../../../src/renderer/editor/model/interval-store';
import { assignLevels, overflows } from '../../../src/renderer/editor/model/levels';
import { randomIntervals } from './random';

/** Levels in the order in which the intervals were given, which is the order of coding. */
function levelsOf(intervals: readonly { start: number; end: number }[]): number[] {
  const store = createIntervalStore(intervals);
  const given = (place: number) => store.sources[place] ?? 0;
  const levels = assignLevels(store, (a, b) => given(a) - given(b));
  const inOrder: number[] = [];
  for (let place = 0; place < store.size; place += 1) inOrder[given(place)] = levels[place] ?? -1;
  return inOrder;
}

describe('levels of overlapping codings', () => {
  it('tints what was coded first and underlines what came later over it', () => {
    expect(
      levelsOf([
        { start: 10, end: 20 },
        { start: 0, end: 30 },
      ]),
    ).toEqual([0, 1]);
  });

  it('tints both where two only touch', () => {
    expect(
      levelsOf([
        { start: 0, end: 10 },
        { start: 10, end: 20 },
      ]),
    ).toEqual([0, 0]);
  });

  it('gives the lowest level that is free in the whole passage', () => {
    expect(
      levelsOf([
        { start: 0, end: 10 },
        { start: 5, end: 20 },
        { start: 15, end: 30 },
        { start: 8, end: 17 },
      ]),
    ).toEqual([0, 1, 0, 2]);
  });

  it('never changes how older codings look when another is added', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const intervals = randomIntervals(seed, { count: 60, length: 300, longest: 60 });
      const before = levelsOf(intervals.slice(0, -1));
      expect(levelsOf(intervals).slice(0, -1), `seed ${seed}`).toEqual(before);
    }
  });

  it('gives no two overlapping codings one level', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const intervals = randomIntervals(seed, { count: 60, length: 400, longest: 40 });
      const levels = levelsOf(intervals);
      for (const [index, one] of intervals.entries()) {
        for (const [other, two] of intervals.entries()) {
          if (other <= index || one.start >= two.end || two.start >= one.end) continue;
          expect(levels[index], `seed ${seed}: ${index} and ${other}`).not.toBe(levels[other]);
        }
      }
    }
  });

  it('says how many codings a place hides below the three underlines, and where', () => {
    const intervals = [
      ...Array.from({ length: 4 }, () => ({ start: 0, end: 100 })),
      { start: 10, end: 40 },
      { start: 30, end: 60 },
      { start: 80, end: 90 },
    ];
    const store = createIntervalStore(intervals);
    const levels = assignLevels(store, (a, b) => (store.sources[a] ?? 0) - (store.sources[b] ?? 0));
    expect(overflows(store, levels, store.overlapping(0, 100))).toEqual([
      { start: 10, end: 60, hidden: 2 },
      { start: 80, end: 90, hidden: 1 },
    ]);
  });
});
