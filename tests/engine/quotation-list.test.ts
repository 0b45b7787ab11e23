import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QuotationFilter } from '../../src/contract/quotation-list';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

const text = 'Money moves parties. Networks move people. Malmö is a town.';
let driver: Driver;
let source: SourceId;
let money: CodeId;
let funds: CodeId;

beforeEach(async () => {
  driver = await newDriver();
  source = await driver.document('first', text);
  money = (await driver.run('code.create', { name: 'money' })).id;
  funds = (await driver.run('code.create', { name: 'funds', parentId: money })).id;
});

afterEach(() => driver.end());

const apply = (start: number, end: number, codeId: CodeId, sourceId = source) =>
  driver.run('coding.apply', { sourceId, start, end, codeIds: [codeId] });

/** What is listed, as `start–end code`. */
async function listed(filter: QuotationFilter): Promise<string[]> {
  const index = await driver.query('quotations.index', filter);
  const names = new Map([
    [money, 'money'],
    [funds, 'funds'],
  ]);
  return Array.from(index.start, (start, at) => {
    const codeId = index.codeIds[index.code[at] ?? -1];
    return `${start}–${index.end[at]} ${(codeId && names.get(codeId)) ?? '–'}`;
  });
}

describe('the list of quotations', () => {
  it('QL1 lists codings in document order, of a code with those beneath it or without', async () => {
    await apply(21, 29, funds);
    await apply(0, 5, money);
    await driver.run('quotation.create', { sourceId: source, start: 6, end: 11 });
    expect(await listed({})).toEqual(['0–5 money', '21–29 funds']);
    expect(await listed({ codeId: money })).toEqual(['0–5 money']);
    expect(await listed({ codeId: money, withSubcodes: true })).toEqual(['0–5 money', '21–29 funds']);
    const index = await driver.query('quotations.index', {});
    expect(index.quotationIds).toHaveLength(72);
    expect(index.codingIds).toHaveLength(72);
  });

  it('QL2 lists quotations without a code apart', async () => {
    await apply(0, 5, money);
    await driver.run('quotation.create', { sourceId: source, start: 6, end: 11 });
    expect(await listed({ isUncoded: true })).toEqual(['6–11 –']);
    expect(await listed({ isUncoded: true, words: 'moves' })).toEqual(['6–11 –']);
    expect(await listed({ isUncoded: true, words: 'networks' })).toEqual([]);
  });

  it('QL3 narrows the list by document, coder, words of passage and memo', async () => {
    const other = await driver.document('second', 'Money elsewhere.');
    const { quotationId } = await apply(0, 5, money);
    await apply(43, 48, money);
    await driver.run('session.setCoder', { name: 'Kim' });
    await apply(0, 5, money, other);
    await driver.run('memo.write', { target: { kind: 'quotation', id: quotationId }, text: 'See Örebro' });
    const coders = await driver.query('coders.list', {});
    const kim = coders.find(({ name }) => name === 'Kim')?.id;
    expect(await listed({ sourceId: source })).toHaveLength(2);
    expect(await listed({ coderId: kim })).toEqual(['0–5 money']);
    expect(await listed({ words: 'malmo' })).toEqual(['43–48 money']);
    expect(await listed({ words: 'orebro' })).toEqual(['0–5 money']);
  });

  it('QL3 lists what shares a character with a part of a document', async () => {
    await apply(0, 5, money);
    await apply(6, 20, funds);
    await apply(21, 29, money);
    await driver.run('quotation.create', { sourceId: source, start: 15, end: 25 });
    const span = { start: 5, end: 21 };
    expect(await listed({ sourceId: source, span })).toEqual(['6–20 funds']);
    expect(await listed({ sourceId: source, span, codeId: money })).toEqual([]);
    expect(await listed({ sourceId: source, span, isUncoded: true })).toEqual(['15–25 –']);
  });

  it('QL4 lists what is behind a cell of the matrix', async () => {
    await apply(0, 20, money);
    await apply(6, 11, funds);
    await apply(43, 48, funds);
    const query = {
      relation: { kind: 'overlaps' },
      count: 'places',
      coefficient: 'c-bounded',
      coders: 'united',
      withSubcodes: false,
    } as const;
    expect(await listed({ cell: { query, row: money, column: funds } })).toEqual([
      '0–20 money',
      '6–11 funds',
    ]);
  });

  it('QL5 gives passages with as much context as is asked for, memo and all codings', async () => {
    const { quotationId } = await apply(21, 29, money);
    await apply(21, 29, funds);
    const ask = async (reach: number) =>
      (await driver.query('quotations.passages', { ids: [quotationId], reach }))[0];
    expect(await ask(0)).toMatchObject({ text: 'Networks', codings: [{ codeId: money }, { codeId: funds }] });
    expect((await ask(12))?.before.length).toBeLessThan((await ask(500))?.before.length ?? 0);
  });
});

describe('a list as a file', () => {
  it('QL9 has just the rows of the list, quotations without a code too', async () => {
    await apply(0, 5, money);
    await apply(43, 48, funds);
    await driver.run('quotation.create', { sourceId: source, start: 6, end: 11 });
    const written = async (filter: QuotationFilter) => {
      const path = `${driver.folder}/list.csv`;
      await driver.run('export.quotations', { path, filter });
      return readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
    };
    expect(await written({ words: 'malmo' })).toEqual([expect.stringContaining('money > funds')]);
    expect(await written({ words: 'malmo' })).toEqual([expect.stringContaining('Malmö')]);
    expect(await written({ isUncoded: true })).toEqual([expect.stringMatching(/^,.*moves/)]);
    expect(await written({ codeId: money })).toHaveLength(1);
    expect(await written({})).toHaveLength(2);
  });
});

describe('redundant codings', () => {
  const found = async (coders: 'same' | 'any') =>
    (await driver.query('codings.redundant', { coders })).map(({ start, end, codings }) => [
      start,
      end,
      codings.length,
    ]);

  it('QL6 are codings of one code that overlap, by one coder or by any', async () => {
    await apply(0, 11, money);
    await apply(6, 20, money);
    await apply(20, 29, money);
    await apply(7, 9, funds);
    expect(await found('same')).toEqual([[0, 20, 2]]);
    await driver.run('session.setCoder', { name: 'Kim' });
    await apply(0, 11, money);
    expect(await found('same')).toEqual([[0, 20, 2]]);
    expect(await found('any')).toEqual([[0, 20, 3]]);
  });

  it('QL7 become one by uniting: the earliest stays, memos are joined, other codes keep their places', async () => {
    const first = await apply(0, 11, money);
    const second = await apply(6, 20, money);
    await apply(6, 20, funds);
    const [one, two] = [first.codingIds[0], second.codingIds[0]];
    if (!one || !two) throw new Error('nothing was coded');
    await driver.run('memo.write', { target: { kind: 'coding', id: two }, text: 'on the second' });
    const result = await driver.run('coding.unite', { groups: [[two, one]] });
    expect(result).toEqual({ united: 1 });
    expect(await listed({})).toEqual(['0–20 money', '6–20 funds']);
    const index = await driver.query('quotations.index', { codeId: money });
    expect(index.codingIds).toBe(one);
    expect(await driver.query('memo.on', { target: { kind: 'coding', id: one } })).toMatchObject({
      text: 'on the second',
    });
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('QL7 are not united where they do not hang together', async () => {
    const first = await apply(0, 5, money);
    const apart = await apply(5, 11, money);
    const other = await apply(0, 11, funds);
    for (const ids of [
      [...first.codingIds, ...apart.codingIds],
      [...first.codingIds, ...other.codingIds],
      [...first.codingIds],
    ]) {
      const refusal = await driver.refuse('coding.unite', { groups: [ids] });
      expect(refusal.message).toMatch(/overlap can be united\. Nothing was changed/);
    }
  });
});
