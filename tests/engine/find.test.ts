import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindPage } from '../../src/contract/find';
import type { QueryArgs } from '../../src/contract/queries';
import { createSearcher } from '../../src/engine/search/searcher';
import { startSearchThread } from '../../src/platform/search-thread';
import { type Driver, newDriver } from './support/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await newDriver();
});

afterEach(() => driver.end());

/** All parts, one after the other. */
async function findAll(args: QueryArgs<'find.page'>): Promise<FindPage[]> {
  const pages: FindPage[] = [];
  let { after = null } = args;
  do {
    const page: FindPage = await driver.query('find.page', { ...args, after });
    pages.push(page);
    after = page.next;
  } while (after !== null);
  return pages;
}

describe('finding in all documents', () => {
  it('FD1 finds in the order of the documents, as code points', async () => {
    const first = await driver.document('a', '😀 Malmö\nmalmo');
    await driver.document('b', 'nothing here');
    const third = await driver.document('c', 'MALMÖ');
    const [page] = await findAll({ pattern: { kind: 'text', text: 'malmo' } });
    expect(page?.found.map(({ sourceId, spans }) => [sourceId, [...spans]])).toEqual([
      [first, [2, 7, 8, 13]],
      [third, [0, 5]],
    ]);
    expect(page).toMatchObject({ next: null, isCut: false, documents: { searched: 3, all: 3 } });
    expect(
      await driver.query('find.passages', { sourceId: first, spans: Int32Array.of(8, 13) }),
    ).toMatchObject([{ text: 'malmo', before: '', paragraph: 2, sourceName: 'a' }]);
  });

  it('FD8 ends a part when something is found, and gives every hit exactly once over all parts', async () => {
    const long = 'word '.repeat(99_999);
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']) {
      ids.push(await driver.document(name, `${name} ${long}${name > 'b' ? 'needle' : ''}`));
    }
    const pattern = { kind: 'text', text: 'needle', wholeWord: true } as const;
    const first = await driver.query('find.page', { pattern, soon: true });
    expect(first.documents.searched).toBeLessThan(12);
    expect(first.found.length).toBeGreaterThan(0);
    const rest = await findAll({ pattern, after: first.next });
    const found = [first, ...rest].flatMap((each) => each.found.map(({ sourceId }) => sourceId));
    expect(found).toEqual(ids.slice(2));
    expect([first, ...rest].reduce((sum, { documents }) => sum + documents.searched, 0)).toBe(12);
  });

  it('FD8 looks only in the documents that are named', async () => {
    await driver.document('a', 'here');
    const second = await driver.document('b', 'here');
    const [page] = await findAll({ pattern: { kind: 'text', text: 'here' }, sourceIds: [second] });
    expect(page?.found.map(({ sourceId }) => sourceId)).toEqual([second]);
  });

  it('FD9 ends an expression that takes too long, says so, and answers the next question', async () => {
    const searcher = createSearcher({ startSearchThread }, { patience: 300 });
    const text = () => [new TextEncoder().encode(`${'a'.repeat(60)}!`)];
    const began = performance.now();
    const evil = searcher.search({ kind: 'regex', text: '(a+)+$' }, text());
    const next = searcher.search({ kind: 'text', text: 'a!' }, text());
    await expect(evil).rejects.toThrow(/takes too long: it was stopped after 0.3 seconds/);
    expect(performance.now() - began).toBeLessThan(5000);
    expect((await next).map((spans) => [...spans])).toEqual([[59, 61]]);
    searcher.end();
  });

  it('FD9 refuses an expression that can’t be read with a sentence', async () => {
    await driver.document('a', 'x');
    const answer = await driver.engine.query('find.page', { pattern: { kind: 'regex', text: '(' } });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid', message: /can’t be read/ } });
  });

  it('FD10 widens hits to their sentences and paragraphs, each once', async () => {
    const sourceId = await driver.document('a', 'One two. Two three.\nFour two.');
    const spans = Int32Array.of(4, 7, 9, 12, 25, 28);
    const widened = async (unit: 'sentence' | 'paragraph') => {
      const [found] = await driver.query('find.widened', { documents: [{ sourceId, spans }], unit });
      return [...(found?.spans ?? [])];
    };
    expect(await widened('sentence')).toEqual([0, 8, 9, 19, 20, 29]);
    expect(await widened('paragraph')).toEqual([0, 19, 20, 29]);
  });
});
