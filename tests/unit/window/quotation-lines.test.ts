import { describe, expect, it } from 'vitest';
import type { QuotationIndex } from '../../../src/contract/quotation-list';
import {
  type LinesQuestion,
  quotationLines,
} from '../../../src/renderer/features/quotations/quotation-lines';

const id = (letter: string) => letter.repeat(36);

/** Rows as [quotation, coding, document, start, end, code, coder, when], in document order. */
function indexOf(
  rows: readonly [string, string, number, number, number, number, number, number][],
): QuotationIndex {
  const column = (at: 2 | 3 | 4 | 5 | 6) => Int32Array.from(rows, (row) => row[at]);
  return {
    quotationIds: rows.map(([quotation]) => id(quotation)).join(''),
    codingIds: rows.map(([, coding]) => id(coding)).join(''),
    source: column(2),
    start: column(3),
    end: column(4),
    code: column(5),
    coder: column(6),
    createdAt: Float64Array.from(rows, (row) => row[7]),
    sourceIds: [],
    codeIds: [],
    coderIds: [],
  };
}

const index = indexOf([
  ['a', '1', 0, 0, 10, 0, 0, 100],
  ['a', '2', 0, 0, 10, 1, 1, 900],
  ['b', '3', 0, 5, 50, 1, 0, 300],
  ['c', '4', 1, 0, 20, 0, 0, 500],
]);

function shown(question: Partial<LinesQuestion>): string[] {
  const lines = quotationLines({
    index,
    grouping: 'none',
    sorting: 'document',
    groupOrder: [],
    closed: new Set(),
    ...question,
  });
  return Array.from({ length: lines.count }, (_, at) => {
    const line = lines.line(at);
    if (line?.kind === 'group') return `#${line.group} (${line.count})${line.isClosed ? ' closed' : ''}`;
    if (!line) return 'nothing';
    const codings = lines.codingIds(line.item).map(([letter]) => letter);
    return `${lines.quotationId(line.item)[0]}:${codings.join('+')}`;
  });
}

describe('QL8 the lines of the quotation list', () => {
  it('shows a quotation once with all its codings', () => {
    expect(shown({})).toEqual(['a:1+2', 'b:3', 'c:4']);
  });

  it('shows it once in each group, with the codings of the group', () => {
    expect(shown({ grouping: 'code', groupOrder: [1, 0] })).toEqual([
      '#1 (2)',
      'a:2',
      'b:3',
      '#0 (2)',
      'a:1',
      'c:4',
    ]);
    expect(shown({ grouping: 'document' })).toEqual(['#0 (2)', 'a:1+2', 'b:3', '#1 (1)', 'c:4']);
    expect(shown({ grouping: 'coder', closed: new Set([0]) })).toEqual(['#0 (3) closed', '#1 (1)', 'a:2']);
  });

  it('sorts by length and by the newest coding, within the groups', () => {
    expect(shown({ sorting: 'longest' })).toEqual(['b:3', 'c:4', 'a:1+2']);
    expect(shown({ sorting: 'newest' })).toEqual(['a:1+2', 'c:4', 'b:3']);
    expect(shown({ sorting: 'longest', grouping: 'document' })).toEqual([
      '#0 (2)',
      'b:3',
      'a:1+2',
      '#1 (1)',
      'c:4',
    ]);
  });

  it('knows quotations without a code', () => {
    const bare = { ...indexOf([['d', ' ', 0, 0, 3, -1, 0, 1]]) };
    expect(shown({ index: bare, grouping: 'code' })).toEqual(['#-1 (1)', 'd:']);
  });

  it('groups and sorts 100,000 codings in less than half a second', () => {
    const many = indexOf(
      Array.from({ length: 100_000 }, (_, row) => [
        'a',
        '1',
        row % 1000,
        row,
        row + (row % 700),
        row % 200,
        row % 3,
        row,
      ]),
    );
    const began = performance.now();
    shown({
      index: many,
      grouping: 'code',
      sorting: 'longest',
      closed: new Set(Array.from({ length: 200 }, (_, g) => g)),
    });
    expect(performance.now() - began).toBeLessThan(500);
  });
});
