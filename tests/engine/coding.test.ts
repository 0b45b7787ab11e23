import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';
import { rowsOfMarks } from './support/marks';

const text = 'One 🙂 two. Three four.\nFive six seven.';

describe('CD codes, codings and quotations', () => {
  let driver: Driver;
  let source: SourceId;
  let code: CodeId;
  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('text', text);
    code = (await driver.run('code.create', { name: 'number' })).id;
  });
  afterEach(() => driver.end());

  const codings = async () => rowsOfMarks(await driver.query('source.codings', { id: source }));

  it('CD1 keeps one quotation for a place and one coding for a quotation, code and coder', async () => {
    const first = await driver.run('coding.apply', { sourceId: source, start: 4, end: 10, codeIds: [code] });
    const again = await driver.run('coding.apply', { sourceId: source, start: 4, end: 10, codeIds: [code] });
    expect(again).toMatchObject({ quotationId: first.quotationId, codingIds: first.codingIds, added: 0 });
    await driver.run('session.setCoder', { name: 'Kim' });
    const other = await driver.run('coding.apply', { sourceId: source, start: 4, end: 10, codeIds: [code] });
    expect(other).toMatchObject({ quotationId: first.quotationId, added: 1 });
    expect((await codings()).codings).toHaveLength(2);
    expect((await codings()).quotations).toHaveLength(1);
  });

  it('CD2 counts code points: the emoji is one character', async () => {
    const { quotationId } = await driver.run('coding.apply', {
      sourceId: source,
      start: 4,
      end: 9,
      codeIds: [code],
    });
    expect(await driver.query('quotation.detail', { id: quotationId })).toMatchObject({
      text: '🙂 two',
      paragraph: 1,
    });
  });

  it('CD3 refuses empty and out-of-range places, unknown ids, folders and wrong arguments', async () => {
    const before = await driver.dump();
    const folder = (await driver.run('code.create', { name: 'folder', isCodable: false })).id;
    const withFolder = await driver.dump();
    const place = { sourceId: source, start: 4, end: 10 };
    const refusals = [
      await driver.refuse('coding.apply', { ...place, end: 4, codeIds: [code] }),
      await driver.refuse('coding.apply', { ...place, start: 9, end: 4, codeIds: [code] }),
      await driver.refuse('coding.apply', { ...place, end: 500, codeIds: [code] }),
      await driver.refuse('coding.apply', { ...place, start: -1, codeIds: [code] }),
      await driver.refuse('coding.apply', { ...place, start: 0.5, codeIds: [code] }),
      await driver.refuse('coding.apply', { ...place, codeIds: [folder] }),
      await driver.refuse('coding.apply', { ...place, codeIds: [] }),
      await driver.refuse('coding.apply', { ...place, codeIds: [source as never] }),
      await driver.refuse('coding.apply', { ...place, codeIds: ['nonsense' as never] }),
      await driver.refuse('coding.apply', {} as never),
      await driver.refuse('coding.invent' as never, {} as never),
    ];
    for (const { kind, message } of refusals) {
      expect(['invalid', 'notFound']).toContain(kind);
      expect(message).toMatch(/[.!]$/);
    }
    expect(await driver.dump()).toBe(withFolder);
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
  });

  it('CD4 takes a quotation away with its last coding, unless it has a memo', async () => {
    const bare = await driver.run('coding.apply', { sourceId: source, start: 0, end: 3, codeIds: [code] });
    const noted = await driver.run('coding.apply', { sourceId: source, start: 12, end: 17, codeIds: [code] });
    await driver.run('memo.write', {
      target: { kind: 'quotation', id: noted.quotationId },
      text: 'why three?',
    });
    await driver.run('coding.remove', { ids: [...bare.codingIds, ...noted.codingIds] });
    expect(await codings()).toMatchObject({
      codings: [],
      quotations: [{ id: noted.quotationId, hasMemo: true }],
    });
  });

  it('CD5 resizes a quotation with all its codings, and unites it with one that is already there', async () => {
    const other = (await driver.run('code.create', { name: 'other' })).id;
    const one = await driver.run('coding.apply', {
      sourceId: source,
      start: 0,
      end: 3,
      codeIds: [code, other],
    });
    const two = await driver.run('coding.apply', { sourceId: source, start: 0, end: 10, codeIds: [code] });
    await driver.run('quotation.resize', { id: one.quotationId, start: 0, end: 10 });
    const { codings: all, quotations } = await codings();
    expect(quotations).toMatchObject([{ id: two.quotationId, start: 0, end: 10 }]);
    expect(all.map(({ codeId }) => codeId).sort()).toEqual([code, other].sort());
    await driver.run('quotation.resize', { id: two.quotationId, start: 11, end: 16 });
    expect(await driver.query('quotation.detail', { id: two.quotationId })).toMatchObject({ text: 'Three' });
  });

  it('CD13 moves one coding to a place of its own, with its date; the others and the memo stay', async () => {
    const other = (await driver.run('code.create', { name: 'other' })).id;
    const place = { sourceId: source, start: 0, end: 3 };
    const both = await driver.run('coding.apply', { ...place, codeIds: [code, other] });
    await driver.run('memo.write', { target: { kind: 'quotation', id: both.quotationId }, text: 'why?' });
    const [first, second] = both.codingIds;
    if (!first || !second) throw new Error('no codings');
    const before = (await codings()).codings.find(({ id }) => id === second);
    const moved = await driver.run('coding.move', { ids: [second, second], start: 0, end: 10 });
    const after = await codings();
    expect(after.codings.find(({ id }) => id === second)).toEqual({
      ...before,
      quotationId: moved.quotationId,
      end: 10,
    });
    expect(after.codings.find(({ id }) => id === first)).toMatchObject({ start: 0, end: 3 });
    expect(after.quotations.map(({ id, hasMemo }) => [id, hasMemo])).toEqual(
      expect.arrayContaining([
        [both.quotationId, true],
        [moved.quotationId, false],
      ]),
    );
    // The last coding leaves a quotation that has a memo, and takes along one that has none.
    await driver.run('coding.move', { ids: [first], start: 0, end: 10 });
    await driver.run('coding.move', { ids: [first, second], start: 11, end: 16 });
    expect((await codings()).quotations.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [11, 16],
    ]);
  });

  it('CD13 keeps a coding that is there already once, and refuses to cross documents', async () => {
    const here = await driver.run('coding.apply', { sourceId: source, start: 0, end: 3, codeIds: [code] });
    const there = await driver.run('coding.apply', { sourceId: source, start: 4, end: 9, codeIds: [code] });
    await driver.run('coding.move', { ids: [...here.codingIds], start: 4, end: 9 });
    expect((await codings()).codings.map(({ id }) => id)).toEqual(there.codingIds);
    const elsewhere = await driver.document('elsewhere', 'Another text.');
    const far = await driver.run('coding.apply', { sourceId: elsewhere, start: 0, end: 7, codeIds: [code] });
    const error = await driver.refuse('coding.move', {
      ids: [...there.codingIds, ...far.codingIds],
      start: 0,
      end: 2,
    });
    expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('one document') });
    await driver.refuse('coding.move', { ids: [...far.codingIds], start: 0, end: 9000 });
  });

  it('CD14 applies several codes to many passages in one step', async () => {
    const other = (await driver.run('code.create', { name: 'other' })).id;
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 3, codeIds: [code] });
    const places = [
      { sourceId: source, start: 0, end: 3 },
      { sourceId: source, start: 4, end: 9 },
    ];
    expect(await driver.run('coding.applyMany', { codeIds: [code, other], places })).toMatchObject({
      added: 3,
    });
    await driver.run('history.undo', {});
    expect((await codings()).codings).toHaveLength(1);
  });

  it('CD6 refuses a second code of one name under one parent, and allows it under another', async () => {
    const error = await driver.refuse('code.create', { name: '  number ' });
    expect(error).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('already a code called number'),
    });
    await driver.run('code.create', { name: 'number', parentId: code });
    const rows = await driver.query('codes.tree', {});
    expect(rows.map(({ path }) => path)).toEqual(['number', 'number > number']);
    const moved = await driver.refuse('code.move', { ids: [rows[1]?.id as CodeId], parentId: null });
    expect(moved.kind).toBe('conflict');
    expect((await driver.refuse('code.move', { ids: [code], parentId: rows[1]?.id as CodeId })).kind).toBe(
      'invalid',
    );
  });

  it('CD7 merges codings, subcodes and memos, dropping what is there twice', async () => {
    const words = (await driver.run('code.create', { name: 'words' })).id;
    const below = (await driver.run('code.create', { name: 'below', parentId: words })).id;
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 3, codeIds: [code, words] });
    await driver.run('coding.apply', { sourceId: source, start: 12, end: 17, codeIds: [words, below] });
    await driver.run('memo.write', { target: { kind: 'code', id: words }, text: 'from words' });
    expect(await driver.run('code.merge', { fromIds: [words], intoId: code })).toEqual({ codings: 1 });
    const rows = await driver.query('codes.tree', {});
    expect(rows.map(({ path, codings: count }) => [path, count])).toEqual([
      ['number', 2],
      ['number > below', 1],
    ]);
    expect(await driver.query('memo.on', { target: { kind: 'code', id: code } })).toMatchObject({
      text: 'from words',
    });
    expect((await driver.refuse('code.merge', { fromIds: [code], intoId: below })).kind).toBe('invalid');
  });

  it('CD7 joins the memos and keeps the words of what is merged', async () => {
    const words = await driver.run('code.create', { name: 'words', definition: 'What is said' });
    const target = (id: CodeId) => ({ kind: 'code', id }) as const;
    await driver.run('memo.write', { target: target(code), text: 'one' });
    await driver.run('memo.write', { target: target(words.id), text: 'two' });
    await driver.run('code.merge', { fromIds: [words.id], intoId: code });
    expect(await driver.query('memo.on', { target: target(code) })).toMatchObject({ text: 'one\n\ntwo' });
    expect(await driver.query('memos.list', {})).toHaveLength(1);
    expect(await driver.query('codes.tree', {})).toMatchObject([
      { name: 'number', definition: 'What is said' },
    ]);
  });

  it('CD7 keeps a quotation whose memo is cleared while one types', async () => {
    const { id } = await driver.run('quotation.create', { sourceId: source, start: 0, end: 3 });
    for (const text of ['first thought', '', 'second thought']) {
      await driver.run('memo.write', { target: { kind: 'quotation', id }, text });
    }
    expect(await driver.query('quotation.detail', { id })).toMatchObject({
      memo: { text: 'second thought' },
    });
  });

  it('CD8 says what a deletion would take along', async () => {
    const below = (await driver.run('code.create', { name: 'below', parentId: code })).id;
    const applied = await driver.run('coding.apply', {
      sourceId: source,
      start: 0,
      end: 3,
      codeIds: [code, below],
    });
    await driver.run('coding.apply', { sourceId: source, start: 5, end: 9, codeIds: [below] });
    await driver.run('memo.write', { target: { kind: 'quotation', id: applied.quotationId }, text: 'kept' });
    expect(await driver.query('code.deletionPreview', { id: code })).toMatchObject({
      subcodes: 1,
      codings: 3,
      quotations: 1,
      coders: ['Robin'],
    });
    expect(await driver.query('source.deletionPreview', { ids: [source] })).toMatchObject({
      documents: 1,
      codings: 3,
      quotations: 2,
      memos: 1,
    });
    await driver.run('code.delete', { id: code });
    expect((await codings()).quotations).toHaveLength(1);
  });

  it('CD9 gives the same numbers in matrix, cell and codings', async () => {
    const other = (await driver.run('code.create', { name: 'other' })).id;
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 10, codeIds: [code] });
    await driver.run('coding.apply', { sourceId: source, start: 4, end: 17, codeIds: [other] });
    const query = {
      relation: { kind: 'overlaps' },
      count: 'characters',
      coefficient: 'jaccard',
      coders: 'united',
      withSubcodes: false,
    } as const;
    const { result, codes } = await driver.query('cooccurrence.matrix', query);
    expect(codes.map(({ name }) => name)).toEqual(['number', 'other']);
    expect([...result.counts]).toEqual([10, 6, 6, 13]);
    expect(result.coefficients?.[1]).toBeCloseTo(6 / 17);
    const places = await driver.query('cooccurrence.cell', { query, row: code, column: other });
    expect(places).toMatchObject([{ start: 4, end: 10, text: '🙂 two.', sourceName: 'text' }]);
    const impossible = await driver.engine.query('cooccurrence.matrix', { ...query, count: 'pairs' });
    expect(impossible).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('CD11 makes the code at a path, what is missing above it and the coding in one step', async () => {
    const before = await driver.dump();
    const place = { sourceId: source, start: 4, end: 10 };
    const newPath = ['number', 'few', 'two'];
    const { codeIds, added } = await driver.run('coding.apply', { ...place, codeIds: [code], newPath });
    expect(added).toBe(2);
    const tree = await driver.query('codes.tree', {});
    expect(tree.map(({ path }) => path)).toEqual(['number', 'number > few', 'number > few > two']);
    expect(codeIds).toEqual([code, tree[2]?.id]);
    // What is there already is applied, and changes nothing.
    const again = await driver.run('coding.apply', { ...place, codeIds: [], newPath });
    expect(again).toMatchObject({ codeIds: [tree[2]?.id], added: 0 });
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    const refused = await driver.refuse('coding.apply', { ...place, end: 500, codeIds: [], newPath });
    expect(refused.message).toContain('has only');
    expect(await driver.dump()).toBe(before);
  });

  it('CD10 tells every view which rows changed', async () => {
    const events: unknown[] = [];
    driver.engine.subscribe((event) => events.push(event));
    const applied = await driver.run('coding.apply', { sourceId: source, start: 0, end: 3, codeIds: [code] });
    expect(events).toMatchObject([
      {
        name: 'changed',
        payload: {
          tables: { quotation: [applied.quotationId], coding: applied.codingIds },
          session: { counts: { codings: 1, quotations: 1 }, undo: { key: 'coding.apply' } },
        },
      },
    ]);
  });
});
