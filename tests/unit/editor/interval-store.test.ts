import { describe, expect, it } from 'vitest';
import { createIntervalStore } from '../../../src/renderer/editor/model/interval-store';
import { createRandom, randomIntervals } from './random';

describe('interval store', () => {
  it('orders by start, longer ones first, and remembers which interval was given where', () => {
    const store = createIntervalStore([
      { start: 5, end: 7 },
      { start: 0, end: 3 },
      { start: 5, end: 9 },
    ]);
    expect([...store.starts]).toEqual([0, 5, 5]);
    expect([...store.ends]).toEqual([3, 9, 7]);
    expect([...store.sources]).toEqual([1, 2, 0]);
  });

  it('counts touching as apart: the end is exclusive on both sides', () => {
    const store = createIntervalStore([{ start: 10, end: 20 }]);
    expect(store.overlapping(0, 10)).toEqual([]);
    expect(store.overlapping(20, 30)).toEqual([]);
    expect(store.overlapping(19, 20)).toEqual([0]);
    expect(store.at(10)).toEqual([0]);
    expect(store.at(20)).toEqual([]);
  });

  it('finds a long interval that began far before many short ones', () => {
    const short = Array.from({ length: 500 }, (_, index) => ({ start: 10 + index * 4, end: 12 + index * 4 }));
    const store = createIntervalStore([{ start: 0, end: 5000 }, ...short]);
    expect(store.overlapping(1999, 2000)[0]).toBe(0);
  });

  it('answers every question as looking at all intervals does', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const intervals = randomIntervals(seed, { count: 80, length: 400, longest: seed % 2 ? 8 : 120 });
      const store = createIntervalStore(intervals);
      const random = createRandom(seed * 7919);
      for (let round = 0; round < 40; round += 1) {
        const start = random.below(400);
        const end = start + 1 + random.below(60);
        const found = store.overlapping(start, end).map((place) => store.sources[place] ?? -1);
        const expected = intervals.flatMap((interval, index) =>
          interval.start < end && interval.end > start ? [index] : [],
        );
        expect(
          found.toSorted((a, b) => a - b),
          `seed ${seed}, [${start}, ${end})`,
        ).toEqual(expected);
      }
    }
  });

  it('answers for an empty document', () => {
    expect(createIntervalStore([]).overlapping(0, 10)).toEqual([]);
  });
});
