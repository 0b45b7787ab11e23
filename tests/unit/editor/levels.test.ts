import { describe, expect, it } from 'vitest';
import { createIntervalStore } from '../../../src/renderer/editor/model/interval-store';
import { createLevels } from '../../../src/renderer/editor/model/levels';
import { randomIntervals } from './random';

/** Levels in the order in which the intervals were given, which is the order of coding. */
function levelsOf(intervals: readonly { start: number; end: number }[]): number[] {
  const store = createIntervalStore(intervals);
  const given = (place: number) => store.sources[place] ?? 0;
  const levels = createLevels(store, (a, b) => given(a) - given(b));
  const inOrder: number[] = [];
  for (let place = 0; place < store.size; place += 1) inOrder[given(place)] = levels.at(place);
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

  it('are the same whichever is asked for first, and reach back through a chain of 50,000', () => {
    const intervals = randomIntervals(7, { count: 400, length: 3000, longest: 90 });
    const store = createIntervalStore(intervals);
    const older = (a: number, b: number) => (store.sources[a] ?? 0) - (store.sources[b] ?? 0);
    const forwards = createLevels(store, older);
    const backwards = createLevels(store, older);
    const places = Array.from({ length: store.size }, (_, place) => place);
    const last = places.toReversed().map((place) => backwards.at(place));
    expect(places.map((place) => forwards.at(place))).toEqual(last.reverse());

    const chain = createIntervalStore(
      Array.from({ length: 50_000 }, (_, at) => ({ start: at * 10, end: at * 10 + 15 })),
    );
    expect(createLevels(chain, () => 0).at(49_999)).toBe(1);
  });
});
