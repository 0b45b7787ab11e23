import { describe, expect, it } from 'vitest';
import type { DrawnBand } from '../../../src/renderer/editor/paint/draw-band';
import { marginAt } from '../../../src/renderer/editor/paint/margin-hit';
import { layOutColumns } from '../../../src/renderer/editor/paint/page-columns';

describe('the pointer in the margin', () => {
  const columns = layOutColumns({ width: 1200, em: 17.5, deepest: 3 });
  const left = columns.lanesLeft;
  const bracket = { id: 'a', place: 0, lane: 0, isFolded: false, isStart: true, isEnd: true };
  const drawn = {
    brackets: [{ ...bracket, left, top: 10, bottom: 90 }],
    names: [{ top: 10, height: 30, ids: ['a'] }],
    folds: [],
    memos: [{ id: 'a', on: 'coding', left: left - 2, top: 10 }],
    notes: [],
  } as unknown as DrawnBand;
  const at = (x: number, y: number) => marginAt([{ drawn, top: 100 }], columns, { x, y });

  it('finds the sign of a memo at the head of a bracket, and the coding below it', () => {
    expect(at(left + 1, 114)).toEqual({ kind: 'memo', id: 'a', on: 'coding' });
    expect(at(left + 1, 150)).toEqual({ kind: 'coding', id: 'a' });
    expect(at(left + 1, 300)).toBeNull();
  });

  it('finds a name on both of its lines', () => {
    expect(at(columns.namesLeft + 10, 112)).toEqual({ kind: 'coding', id: 'a' });
    expect(at(columns.namesLeft + 10, 138)).toEqual({ kind: 'coding', id: 'a' });
    expect(at(columns.namesLeft + 10, 142)).toBeNull();
  });
});
