import { describe, expect, it } from 'vitest';
import type { MatrixAnswer } from '../../../src/contract/queries';
import { gridStep } from '../../../src/renderer/features/cooccurrence/grid-step';
import { matrixLayout, visibleRange } from '../../../src/renderer/features/cooccurrence/matrix-layout';
import { nodeTowards } from '../../../src/renderer/features/cooccurrence/network-shape';
import { filterPairs, pairsOf, sortPairs } from '../../../src/renderer/features/cooccurrence/sort-pairs';
import { visibleRows } from '../../../src/renderer/features/cooccurrence/visible-rows';
import { listStep } from '../../../src/renderer/features/memos/list-step';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey });

describe('the keys of the matrix', () => {
  it('go from cell to cell and into the headers, never into the empty corner or out of the grid', () => {
    expect(gridStep(key('ArrowRight'), { row: 2, column: 4 }, 5)).toEqual({ row: 2, column: 4 });
    expect(gridStep(key('ArrowUp'), { row: 0, column: 3 }, 5)).toEqual({ row: -1, column: 3 });
    expect(gridStep(key('ArrowLeft'), { row: -1, column: 0 }, 5)).toEqual({ row: -1, column: 0 });
    expect(gridStep(key('ArrowUp'), { row: 0, column: -1 }, 5)).toEqual({ row: 0, column: -1 });
    expect(gridStep(key('End', true), { row: 0, column: 0 }, 5)).toEqual({ row: 4, column: 4 });
    expect(gridStep(key('PageDown'), { row: 1, column: 1 }, 200)).toEqual({ row: 11, column: 1 });
    expect(gridStep(key('x'), { row: 1, column: 1 }, 5)).toBeNull();
  });

  it('go through a list and stop at its ends', () => {
    expect(listStep('ArrowDown', { at: 4, count: 5 })).toBe(4);
    expect(listStep('PageUp', { at: 3, count: 50 })).toBe(0);
    expect(listStep('End', { at: 0, count: 50 })).toBe(49);
    expect(listStep('ArrowDown', { at: -1, count: 0 })).toBeNull();
  });

  it('go to the node that lies in the direction of the arrow', () => {
    const [a, b, c] = [
      { x: 0, y: 0 },
      { x: 100, y: 10 },
      { x: 20, y: 300 },
    ];
    const nodes = [a, b, c];
    expect(nodeTowards(nodes, a, 'ArrowRight')).toBe(b);
    expect(nodeTowards(nodes, a, 'ArrowDown')).toBe(c);
    expect(nodeTowards(nodes, a, 'ArrowLeft')).toBeNull();
  });
});

describe('the drawing of a large matrix', () => {
  it('covers what is in sight and little more', () => {
    const step = 26;
    for (const scroll of [0, 13, 500, 4900]) {
      const [from, to] = visibleRange({ scroll, size: 700, start: 120, step }, 200);
      expect(from * step).toBeLessThanOrEqual(scroll);
      expect(Math.min(200 * step, scroll + 700 - 120)).toBeLessThanOrEqual(to * step);
      expect(to - from).toBeLessThan(45);
    }
  });

  it('has cells that can be hit however many codes there are', () => {
    const names = Array.from({ length: 200 }, (_, index) => `a rather long name of a code ${index}`);
    expect(matrixLayout(names, 600).cell).toBe(24);
    expect(matrixLayout(names.slice(0, 5), 1600).cell).toBe(46);
  });
});

/** Three codes: the first two meet in 3 places, the third meets none. */
const answer: MatrixAnswer = {
  result: {
    query: { relation: { kind: 'overlaps' }, count: 'places', coders: 'united', withSubcodes: false },
    size: 3,
    codes: Int32Array.of(0, 1, 2),
    counts: Float64Array.of(5, 3, 0, 3, 8, 1, 0, 1, 4),
    coefficients: Float64Array.of(Number.NaN, 0.3, 0, 0.3, Number.NaN, 0.09, 0, 0.09, Number.NaN),
    base: Float64Array.of(5, 8, 4),
    considered: { codings: 17, documents: 2, coders: 1 },
    hidden: { codings: 0 },
    warnings: [],
  },
  codes: ['Östra', 'alpha', 'Beta'].map((name, index) => ({
    id: `code${index}` as never,
    name,
    path: `Top > ${name}`,
    color: '#3a7bd5',
  })),
  revision: 1,
  milliseconds: 0,
};

describe('the list of pairs', () => {
  it('sorts by any column and back', () => {
    const pairs = pairsOf(answer);
    expect(pairs.map(({ count }) => count)).toEqual([3, 1]);
    const byName = sortPairs(pairs, { by: 'rowName', isDescending: false });
    expect(byName.map(({ rowName }) => rowName)).toEqual(['alpha', 'Östra']);
    const byCount = sortPairs(pairs, { by: 'count', isDescending: false });
    expect(byCount.map(({ count }) => count)).toEqual([1, 3]);
    expect(pairs.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([
      [5, 8],
      [8, 4],
    ]);
  });

  it('finds pairs by words of either path', () => {
    expect(filterPairs(pairsOf(answer), 'BETA top')).toHaveLength(1);
    expect(filterPairs(pairsOf(answer), 'östra')).toHaveLength(1);
    expect(filterPairs(pairsOf(answer), 'gamma')).toHaveLength(0);
  });

  it('leaves out codes that meet no other where that is wanted', () => {
    const alone = { ...answer.result, counts: Float64Array.of(5, 3, 0, 3, 8, 0, 0, 0, 4) };
    expect(visibleRows(alone, { order: 'tree', hidesEmpty: true })).toEqual([0, 1]);
    expect(visibleRows(alone, { order: 'count', hidesEmpty: false })).toEqual([1, 0, 2]);
  });
});
