import { describe, expect, it } from 'vitest';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { createIntervalStore } from '../../../src/renderer/editor/model/interval-store';
import { assignLanes } from '../../../src/renderer/editor/model/lanes';
import { randomIntervals } from './random';

const paragraph = 'x'.repeat(400);

function lanesOf(text: string, intervals: readonly { start: number; end: number }[]) {
  const store = createIntervalStore(intervals);
  const { laneOf, count } = assignLanes(store, createDocumentText(text));
  return { lanes: [...laneOf], count, store };
}

describe('margin lanes', () => {
  it('puts overlapping brackets side by side, the earlier nearer to the text', () => {
    const { lanes, count } = lanesOf(paragraph, [
      { start: 0, end: 200 },
      { start: 50, end: 100 },
      { start: 60, end: 70 },
    ]);
    expect(lanes).toEqual([0, 1, 2]);
    expect(count).toBe(3);
  });

  it('keeps brackets apart that may end and begin in one row, though their passages do not meet', () => {
    expect(
      lanesOf(paragraph, [
        { start: 0, end: 100 },
        { start: 110, end: 150 },
      ]).lanes,
    ).toEqual([0, 1]);
  });

  it('uses a lane again a row further down, and at once in the next paragraph', () => {
    expect(
      lanesOf(paragraph, [
        { start: 0, end: 100 },
        { start: 200, end: 300 },
      ]).lanes,
    ).toEqual([0, 0]);
    expect(
      lanesOf('first line\nsecond line', [
        { start: 0, end: 10 },
        { start: 11, end: 17 },
      ]).lanes,
    ).toEqual([0, 0]);
  });

  it('never lets two brackets of one lane share a character', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const text = Array.from({ length: 10 }, () => 'y'.repeat(80)).join('\n');
      const { lanes, store } = lanesOf(
        text,
        randomIntervals(seed, { count: 50, length: text.length, longest: 90 }),
      );
      for (let one = 0; one < store.size; one += 1) {
        for (let other = one + 1; other < store.size; other += 1) {
          const meet = (store.starts[other] ?? 0) < (store.ends[one] ?? 0);
          if (meet) expect(lanes[one], `seed ${seed}`).not.toBe(lanes[other]);
        }
      }
    }
  });
});
