import { describe, expect, it } from 'vitest';
import type { DocumentCoding, DocumentQuotation, QueryResult } from '../../../src/contract/queries';
import { patchMarks, touchedQuotations } from '../../../src/renderer/client/codings-patch';
import { createRandom } from '../editor/random';

interface Row {
  readonly id: string;
  start: number;
  end: number;
  codes: string[];
  hasMemo: boolean;
}

/** What the engine answers of some rows. */
function answer(rows: readonly Row[]): QueryResult<'source.codings'> {
  const sorted = rows.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  return {
    sha256: 'text',
    codings: sorted.flatMap(({ id, start, end, codes }) =>
      codes.map(
        (code) => ({ id: `${id}-${code}`, quotationId: id, codeId: code, start, end }) as DocumentCoding,
      ),
    ),
    quotations: sorted.map(
      ({ id, start, end, hasMemo }) => ({ id, start, end, hasMemo }) as DocumentQuotation,
    ),
  };
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
        return { id: `q${last}`, start, end: start + 5 + random.below(90), codes: ['a'], hasMemo: false };
      };
      let rows = Array.from({ length: 40 }, newRow);
      let held = answer(rows);
      for (let step = 0; step < 25; step += 1) {
        const before = rows.map((row) => ({ ...row, codes: [...row.codes] }));
        const kind = random.pick(['add', 'remove', 'code', 'uncode', 'move', 'memo'] as const);
        const row = random.pick(rows as [Row, ...Row[]]);
        if (kind === 'add') rows = [...rows, newRow()];
        else if (kind === 'remove') rows = rows.filter((each) => each !== row);
        else if (kind === 'code') row.codes = [...new Set([...row.codes, random.pick(['b', 'c'])])];
        else if (kind === 'uncode') row.codes = row.codes.slice(1);
        else if (kind === 'move') row.end += 1 + random.below(40);
        else row.hasMemo = !row.hasMemo;
        const codings = (all: readonly Row[]) =>
          all.flatMap(({ id, codes }) => codes.map((code) => `${id}-${code}`));
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
        const withMemo = rows.filter(({ hasMemo }) => hasMemo).map(({ id }) => id);
        held = patchMarks(held, touched, {
          ...answer(rows.filter(({ id }) => asked.has(id))),
          withMemo: withMemo as never,
        });
        expect(held, `seed ${seed}, step ${step}: ${kind}`).toEqual(answer(rows));
      }
    }
  });

  it('leaves the rows that did not change as they are', () => {
    const rows = [1, 2, 3].map(
      (at): Row => ({ id: `q${at}`, start: at * 10, end: at * 10 + 5, codes: ['a'], hasMemo: false }),
    );
    const held = answer(rows);
    const patched = patchMarks(held, ['q2' as never], {
      sha256: 'text',
      codings: [],
      quotations: [],
      withMemo: [],
    });
    expect(patched.codings[0]).toBe(held.codings[0]);
    expect(patched.codings).toHaveLength(2);
    expect(patched.codings[1]).toBe(held.codings[2]);
  });
});
