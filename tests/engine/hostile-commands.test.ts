import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';
import { rowsOfMarks } from './support/marks';

/** Arguments that nobody means to give, and what they may not do. */
describe('HC hostile commands', () => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  const create = async (...path: string[]) => (await driver.run('code.createPath', { path })).id;
  const paths = async () => (await driver.query('codes.tree', {})).map(({ path }) => path);
  const expectUndoLaw = async (before: string) => {
    const after = await driver.dump();
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    await driver.run('history.redo', {});
    expect(await driver.dump()).toBe(after);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  };

  it('HC1 keeps a coding that is named twice when it is recoded', async () => {
    const source = await driver.document('text', 'Some words.');
    const [from, to] = [await create('from'), await create('to')];
    const { codingIds } = await driver.run('coding.apply', {
      sourceId: source,
      start: 0,
      end: 4,
      codeIds: [from],
    });
    await driver.run('coding.recode', { ids: [...codingIds, ...codingIds], codeId: to });
    const { codings } = rowsOfMarks(await driver.query('source.codings', { id: source }));
    expect(codings).toMatchObject([{ id: codingIds[0], codeId: to }]);
  });

  it('CT7 says what is wrong with a name in a sentence', async () => {
    const refused = (name: string) => driver.refuse('code.create', { name, parentId: null });
    expect(await refused('x'.repeat(501))).toMatchObject({
      message: 'A name can’t have more than 500 characters. Nothing was changed.',
    });
    expect(await refused(' ')).toMatchObject({ message: 'A name can’t be empty. Nothing was changed.' });
  });

  it('HC2 refuses to move two codes of one name to one place', async () => {
    const [one, two] = [await create('p', 'same'), await create('q', 'same')];
    const error = await driver.refuse('code.move', { ids: [one, two], parentId: null });
    expect(error).toMatchObject({ kind: 'conflict', message: expect.stringContaining('same') });
    const composed = await create('r', 'caf\u00e9');
    const apart = await create('s', 'cafe\u0301');
    expect(await driver.refuse('code.move', { ids: [composed, apart], parentId: null })).toMatchObject({
      kind: 'conflict',
    });
  });

  it('HC3 merges a code into its parent when a subcode has its name', async () => {
    const source = await driver.document('text', 'Some words.');
    const deep = await create('into', 'X', 'X');
    await create('into', 'X', 'X', 'deep');
    const [into, outer] = (await driver.query('codes.tree', {})).map(({ id }) => id) as [CodeId, CodeId];
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 4, codeIds: [outer, deep] });
    const before = await driver.dump();
    await driver.run('code.merge', { fromIds: [outer], intoId: into });
    expect(await paths()).toEqual(['into', 'into > X', 'into > X > deep']);
    const counts = (await driver.query('codes.tree', {})).map(({ codings }) => codings);
    expect(counts).toEqual([1, 1, 0]);
    await expectUndoLaw(before);
  });

  it('HC4 puts no coding on a folder that a subcode is merged into', async () => {
    const source = await driver.document('text', 'Some words.');
    const coded = await create('from', 'same');
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 4, codeIds: [coded] });
    const into = await create('into');
    await driver.run('code.create', { name: 'same', parentId: into, isCodable: false });
    const from = (await driver.query('codes.tree', {})).find(({ path }) => path === 'from');
    const before = await driver.dump();
    const error = await driver.refuse('code.merge', { fromIds: from ? [from.id] : [], intoId: into });
    expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('folder') });
    expect(await driver.dump()).toBe(before);
  });

  it('HC5 undoes the renaming of a coder whose old name somebody else has taken', async () => {
    await create('first');
    const before = await driver.dump();
    const robin = (await driver.query('coders.list', {}))[0];
    if (!robin) throw new Error('no coder');
    await driver.run('coder.update', { id: robin.id, name: 'Kim' });
    await driver.run('session.setCoder', { name: 'Robin' });
    await create('second');
    await driver.run('history.undo', {});
    await driver.run('history.undo', {});
    const names = (await driver.query('coders.list', {})).map(({ id, name }) => [id === robin.id, name]);
    expect(names).toEqual([
      [true, 'Robin'],
      [false, 'Robin (2)'],
    ]);
    await driver.run('history.undo', {});
    await driver.run('history.redo', {});
    expect((await driver.dump()).replace(/.*Robin \(2\).*\n/, '')).toBe(before);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('HC6 leaves no step for a memo that was written and taken away again', async () => {
    await create('code');
    const before = await driver.query('session.state', {});
    const target = { kind: 'project' } as const;
    await driver.run('memo.write', { target, text: 'A thought' });
    await driver.run('memo.write', { target, text: '' });
    expect(await driver.query('session.state', {})).toMatchObject({
      undo: before.state === 'open' ? before.undo : undefined,
      redo: null,
    });
    expect((await driver.query('history.list', {}))[0]).toMatchObject({ state: 'replaced' });
    await driver.run('memo.write', { target, text: 'Another' });
    await driver.run('history.undo', {});
    await driver.run('history.undo', {});
    expect(await driver.query('session.state', {})).toMatchObject({ counts: { codes: 0, memos: 0 } });
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('HC7 takes names and texts only as what files can hold', async () => {
    const { id } = await driver.run('code.create', {
      name: ' nul\u0000 and\n half \ud83d ',
      definition: 'a\r\nb\u0000\udc00',
    });
    const [code] = await driver.query('codes.tree', {});
    expect(code).toMatchObject({ id, name: 'nul\ufffd and half \ufffd', definition: 'a\nb\ufffd\ufffd' });
    const again = await driver.refuse('code.create', { name: 'nul\u0000 and half \ud83d' });
    expect(again.kind).toBe('conflict');
  });

  it('HC8 brings odd texts back byte for byte by undo and redo', async () => {
    const odd = [
      '__proto__',
      'constructor',
      '1e400',
      '-0',
      '007',
      'null',
      '{"a":[1]}',
      '$.name',
      "Robert'); DROP TABLE code;--",
      '“{{code}}” $t(x) %s \\u0000 \\',
      '\u0001\u001f\u007f\u0085',
      '\u202eback\u200d\u2028',
      '🏳️‍🌈'.repeat(60),
      'e\u0301\u0327\u0489',
      '\u{10ffff}\ufffe\uffff',
    ];
    for (const text of odd) {
      const { id } = await driver.run('code.create', {
        name: `n ${text}`,
        definition: text,
        examples: `\n${text}\n`,
      });
      const before = await driver.dump();
      await driver.run('code.update', {
        id,
        name: `m ${text}`,
        definition: `${text}${text}`,
        color: '#ABCDEF',
      });
      await expectUndoLaw(before);
      const label = (await driver.query('history.list', { limit: 1 }))[0]?.label;
      expect(label?.key).toBe('code.rename');
      const row = (await driver.query('codes.tree', {})).find((code) => code.id === id);
      expect(row).toMatchObject({ definition: text + text, examples: `\n${text}\n` });
      await driver.run('code.delete', { id });
    }
    while ((await driver.engine.run('history.undo', {})).ok);
    expect(await paths()).toEqual([]);
  });

  it('HC9 keeps a memo of a million characters through undo and redo', async () => {
    // Characters are counted as people count them: a pair of surrogates is one.
    const text = `${'🙂 long\n'.repeat(124_999)}end`.padEnd(1_000_000 + 124_999, 'x');
    const target = { kind: 'project' } as const;
    await driver.run('memo.write', { target, text });
    const before = await driver.dump();
    await driver.run('session.setCoder', { name: 'Kim' });
    await driver.run('memo.write', { target, text: text.replace('long', 'lang') });
    await driver.run('history.undo', {});
    expect(await driver.query('memo.on', { target })).toMatchObject({ text });
    expect((await driver.dump()).replace(/.*"Kim".*\n/, '')).toBe(before);
    const error = await driver.refuse('memo.write', { target, text: `${text}x` });
    expect(error.message).toContain('1,000,000');
  });

  it('HC10 orders siblings exactly after many moves between two', async () => {
    const ids = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await create(name));
    const dumps: string[] = [];
    for (let round = 0; round < 16; round += 1) {
      dumps.push(await driver.dump());
      const [first, , third, fourth] = (await driver.query('codes.tree', {})).map(({ id }) => id) as CodeId[];
      if (!first || !third || !fourth) throw new Error('codes are missing');
      await driver.run('code.move', { ids: [fourth, first], parentId: null, beforeId: third });
    }
    for (const dump of dumps.reverse()) {
      await driver.run('history.undo', {});
      expect(await driver.dump()).toBe(dump);
    }
    expect(await paths()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('HC11 nests codes a hundred levels deep and no deeper', async () => {
    const path = Array.from({ length: 100 }, (_, level) => `level ${level}`);
    const lowest = await create(...path);
    const tall = await create('tall', 'below');
    const [tallest] = (await driver.query('codes.tree', {})).filter(({ path: each }) => each === 'tall');
    const almost = (await driver.query('codes.tree', {})).find(({ depth }) => depth === 97);
    if (!tallest || !almost) throw new Error('codes are missing');
    const before = await driver.dump();
    expect(await driver.refuse('code.create', { name: 'x', parentId: lowest })).toMatchObject({
      kind: 'invalid',
    });
    expect(await driver.refuse('code.createPath', { path: [...path, 'x'] })).toMatchObject({
      kind: 'invalid',
    });
    const under = (depth: number) => path.slice(0, depth + 1).join(' > ');
    const at = async (depth: number) =>
      (await driver.query('codes.tree', {})).find((code) => code.path === under(depth))?.id ?? lowest;
    expect(await driver.refuse('code.move', { ids: [tallest.id], parentId: await at(98) })).toMatchObject({
      kind: 'invalid',
    });
    expect(await driver.refuse('code.merge', { fromIds: [tallest.id], intoId: lowest })).toMatchObject({
      kind: 'invalid',
    });
    expect(await driver.dump()).toBe(before);
    await driver.run('code.move', { ids: [tallest.id], parentId: almost.id });
    expect((await driver.query('codes.tree', {})).find(({ id }) => id === tall)?.depth).toBe(99);
    for (const ending of ['html', 'md', 'qdc', 'csv', 'json', 'xlsx']) {
      await driver.run('export.codebook', { path: `${driver.folder}/codebook.${ending}` });
    }
  });
});
