import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineEvents } from '../../src/contract/events';
import type { CodeId, QuotationId, SourceId } from '../../src/core/ids';
import { patchMarks, touchedQuotations } from '../../src/renderer/client/codings-patch';
import { type Driver, newDriver } from './support/driver';
import { rowsOfMarks } from './support/marks';

const text = 'One two three four five six seven eight nine ten. '.repeat(20).trim();

describe('what became of some codings', () => {
  let driver: Driver;
  let id: SourceId;
  let codes: CodeId[];
  let changes: EngineEvents['changed'][];
  beforeEach(async () => {
    driver = await newDriver();
    id = await driver.document('text', text);
    await driver.document('another', text);
    codes = [];
    for (const name of ['a', 'b', 'c']) codes.push((await driver.run('code.create', { name })).id);
    changes = [];
    driver.engine.subscribe((event) => {
      if (event.name === 'changed') changes.push(event.payload);
    });
  });
  afterEach(() => driver.end());

  const all = () => driver.query('source.codings', { id });
  const [a, b] = [() => codes.slice(0, 1), () => codes.slice(1, 2)];

  it('CD patches the answer that a window holds to what asking for all gives, after each kind of change', async () => {
    let held = await all();
    const follow = async (work: () => Promise<unknown>) => {
      changes = [];
      await work();
      for (const { tables } of changes) {
        const ids = {
          codingIds: new Set(tables.coding ?? []),
          quotationIds: new Set(tables.quotation ?? []),
        };
        const touched = touchedQuotations(held, ids);
        const codingIds = [...ids.codingIds] as never;
        const changed = await driver.query('source.codingsAmong', { id, codingIds, quotationIds: touched });
        held = patchMarks(held, touched, changed);
      }
      expect(rowsOfMarks(held)).toEqual(rowsOfMarks(await all()));
    };
    let quotationId: QuotationId | undefined;
    await follow(async () => {
      const applied = await driver.run('coding.apply', { sourceId: id, start: 10, end: 60, codeIds: a() });
      quotationId = applied.quotationId;
    });
    await follow(() => driver.run('coding.apply', { sourceId: id, start: 10, end: 90, codeIds: codes }));
    await follow(() => driver.run('coding.apply', { sourceId: id, start: 0, end: 20, codeIds: b() }));
    await follow(() => driver.run('coding.apply', { sourceId: id, start: 10, end: 60, codeIds: b() }));
    await follow(() => driver.run('quotation.create', { sourceId: id, start: 200, end: 210 }));
    if (!quotationId) throw new Error('nothing was coded');
    const target = { kind: 'quotation', id: quotationId } as const;
    await follow(() => driver.run('memo.write', { target, text: 'why?' }));
    await follow(async () =>
      driver.run('coding.remove', {
        ids: rowsOfMarks(held)
          .codings.slice(0, 3)
          .map((row) => row.id),
      }),
    );
    await follow(async () =>
      driver.run('quotation.resize', {
        id: rowsOfMarks(held).quotations.at(-1)?.id ?? quotationId,
        start: 5,
        end: 95,
      } as never),
    );
    await follow(() => driver.run('history.undo', {}));
    await follow(() => driver.run('history.undo', {}));
    await follow(() => driver.run('history.redo', {}));
    expect(rowsOfMarks(held).codings.length).toBeGreaterThan(2);
    expect(rowsOfMarks(held).quotations.some(({ hasMemo }) => hasMemo)).toBe(true);
  });

  it('CD answers the same of a document with most of the codings and of one with few', async () => {
    const place = (sourceId: SourceId) => (at: number) => {
      const start = Math.floor(at / 2);
      return { sourceId, start, end: start + 3 + (at % 2) };
    };
    const numbers = Array.from({ length: 1200 }, (_, at) => at);
    const sparse = async (sourceId: SourceId) => {
      await driver.run('coding.applyMany', { codeIds: a(), places: numbers.map(place(sourceId)) });
      await driver.run('coding.applyMany', {
        codeIds: codes,
        places: numbers.slice(700, 720).map(place(sourceId)),
      });
      const rows = rowsOfMarks(await driver.query('source.codings', { id: sourceId }));
      const [first, second] = rows.codings.filter(({ start }) => start === 352);
      if (!first || !second) throw new Error('not coded');
      await driver.run('memo.write', { target: { kind: 'coding', id: second.id }, text: 'why?' });
      await driver.run('memo.write', { target: { kind: 'quotation', id: first.quotationId }, text: 'how?' });
      return rowsOfMarks(await driver.query('source.codings', { id: sourceId }));
    };
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, at) => driver.document(`other ${at}`, text)),
    );
    const dense = await sparse(id);
    for (const other of others.slice(1))
      await driver.run('coding.applyMany', { codeIds: a(), places: numbers.map(place(other)) });
    const few = await sparse(others[0] as SourceId);
    const shape = ({ codings, quotations }: typeof dense) => ({
      quotations: quotations.map(({ start, end, hasMemo }) => [start, end, hasMemo]),
      codings: codings.map(({ start, end, codeId, hasMemo }) => [start, end, codeId, hasMemo]),
    });
    expect(shape(few)).toEqual(shape(dense));
    expect(dense.quotations).toHaveLength(1200);
    expect(dense.codings.filter(({ hasMemo }) => hasMemo)).toHaveLength(1);
    expect(dense.quotations.slice(0, 2).map(({ start, end }) => end - start)).toEqual([4, 3]);
  });

  it('answers for one document, and with nothing for what is not there', async () => {
    const { quotationId } = await driver.run('coding.apply', {
      sourceId: id,
      start: 1,
      end: 9,
      codeIds: a(),
    });
    const { sources } = await driver.query('sources.tree', {});
    const other = sources.find((source) => source.name === 'another')?.id as SourceId;
    const question = { codingIds: [], quotationIds: [quotationId] };
    expect(await driver.query('source.codingsAmong', { id: other, ...question })).toMatchObject({
      codings: [],
      quotations: [],
      quotationsWithMemo: [],
    });
    expect((await driver.query('source.codingsAmong', { id, ...question })).codings).toHaveLength(1);
  });
});
