import { describe, expect, it } from 'vitest';
import {
  type DocumentCoding,
  type DocumentMarks,
  type DocumentQuotation,
  idAt,
  packIds,
  rowOf,
  rowsOf,
} from '../../../src/core/document-marks';
import { patchMarks, touchedQuotations } from '../../../src/renderer/client/codings-patch';
import { rowsOfMarks } from '../../engine/support/marks';
import { marksOf } from '../editor/marks';
import { createRandom } from '../editor/random';

interface Row {
  readonly id: string;
  start: number;
  end: number;
  codes: string[];
  codesWithMemo: string[];
  hasMemo: boolean;
}

/** What the engine answers of some rows. */
function answer(rows: readonly Row[]) {
  const sorted = rows.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  return {
    sha256: 'text',
    codings: sorted.flatMap(({ id, start, end, codes, codesWithMemo }) =>
      codes.map(
        (code): DocumentCoding => ({
          id: codingId(id, code) as never,
          quotationId: id as never,
          codeId: code as never,
          coderId: 'c' as never,
          start,
          end,
          createdAt: new Date(code.charCodeAt(0)).toISOString(),
          hasMemo: codesWithMemo.includes(code),
        }),
      ),
    ),
    quotations: sorted.map(
      ({ id, start, end, hasMemo }): DocumentQuotation => ({ id: id as never, start, end, hasMemo }),
    ),
  };
}

/** All ids are of one length. */
const codingId = (quotation: string, code: string) => `${quotation}-${code}`;

function marks(rows: readonly Row[]): DocumentMarks {
  const { codings, quotations } = answer(rows);
  return marksOf(codings, quotations);
}

const some = (ids: readonly string[]) => new Set(ids);

describe('codings that are brought up to date', () => {
  it('are what asking for all of them would give, after any changes', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = createRandom(seed);
      let last = 0;
      const newRow = (): Row => {
        last += 1;
        const start = random.below(5000) * 7 + last;
        const id = `q${String(last).padStart(3, '0')}`;
        const end = start + 5 + random.below(90);
        return { id, start, end, codes: ['a'], codesWithMemo: [], hasMemo: false };
      };
      let rows = Array.from({ length: 40 }, newRow);
      let held = marks(rows);
      for (let step = 0; step < 25; step += 1) {
        const before = rows.map((row) => ({ ...row, codes: [...row.codes] }));
        const kind = random.pick(['add', 'remove', 'code', 'uncode', 'move', 'memo', 'note'] as const);
        const row = random.pick(rows as [Row, ...Row[]]);
        if (kind === 'add') rows = [...rows, newRow()];
        else if (kind === 'remove') rows = rows.filter((each) => each !== row);
        else if (kind === 'code') row.codes = [...new Set([...row.codes, random.pick(['b', 'c'])])].sort();
        else if (kind === 'note') row.codesWithMemo = row.codes.slice(0, 1);
        else if (kind === 'uncode') row.codes = row.codes.slice(1);
        else if (kind === 'move') row.end += 1 + random.below(40);
        else row.hasMemo = !row.hasMemo;
        const codings = (all: readonly Row[]) =>
          all.flatMap(({ id, codes }) => codes.map((code) => codingId(id, code)));
        const gone = codings(before).filter((id) => !codings(rows).includes(id));
        const made = codings(rows).filter((id) => !codings(before).includes(id));
        const moved = rows.filter(({ id, end }) => before.find((each) => each.id === id)?.end !== end);
        const removed = before.filter(({ id }) => !rows.some((each) => each.id === id));
        const changed = {
          codingIds: some([...gone, ...made]),
          quotationIds: some([...moved, ...removed].map(({ id }) => id)),
        };
        const touched = touchedQuotations(held, changed);
        const asked = some([
          ...touched,
          ...rows
            .filter(({ codes, id }) => codings([{ id, codes } as Row]).some((each) => made.includes(each)))
            .map(({ id }) => id),
        ]);
        const now = answer(rows);
        held = patchMarks(held, touched, {
          ...answer(rows.filter(({ id }) => asked.has(id))),
          quotationsWithMemo: now.quotations.filter(({ hasMemo }) => hasMemo).map(({ id }) => id),
          codingsWithMemo: now.codings.filter(({ hasMemo }) => hasMemo).map(({ id }) => id),
        });
        expect(rowsOfMarks(held), `seed ${seed}, step ${step}: ${kind}`).toEqual(now);
      }
    }
  });

  it('finds the rows of few ids and of many, and none of what is not there', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `id${String(at).padStart(3, '0')}`);
    const column = packIds([...ids, 'x']);
    for (const wanted of [ids.slice(40, 43), ids.slice(5, 95)])
      expect([...rowsOf(column, [...wanted, 'd0', '0id', ''])].sort((a, b) => a - b)).toEqual(
        wanted.map((id) => ids.indexOf(id)),
      );
    expect(idAt(column, 100)).toBe('x');
    expect(rowOf(column, 'x')).toBe(100);
  });
});
