import { afterEach, describe, expect, it } from 'vitest';
import { type ChangeName, commands } from '../../src/contract/commands';
import type { CodeId, CodingId, FolderId, QuotationId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

/**
 * The undo law, for every command of the contract: do, undo gives the dump of before; redo the dump of after.
 * A command without a scenario here fails the test.
 */
interface Stage {
  readonly driver: Driver;
  readonly source: SourceId;
  readonly other: SourceId;
  readonly folder: FolderId;
  readonly money: CodeId;
  readonly power: CodeId;
  readonly party: CodeId;
  readonly quotation: QuotationId;
  readonly coding: CodingId;
  readonly coder: never;
}

const text = 'Money moves parties. 🙂 Networks move people.\nA second paragraph about money.';

async function stage(): Promise<Stage> {
  const driver = await newDriver();
  const source = await driver.document('first', text);
  const other = await driver.document('second', 'Another text.');
  const { id: folder } = await driver.run('sourceFolder.create', { name: 'Blogs' });
  await driver.run('source.move', { ids: [other], folderId: folder });
  const { id: money } = await driver.run('code.create', { name: 'money' });
  const { id: power } = await driver.run('code.create', { name: 'power' });
  const { id: party } = await driver.run('code.create', { name: 'party', parentId: power });
  const applied = await driver.run('coding.apply', {
    sourceId: source,
    start: 0,
    end: 20,
    codeIds: [money, party],
  });
  await driver.run('coding.apply', { sourceId: source, start: 6, end: 20, codeIds: [party] });
  await driver.run('memo.write', {
    target: { kind: 'quotation', id: applied.quotationId },
    text: 'look again',
  });
  await driver.run('memo.write', { target: { kind: 'code', id: party }, text: 'a hard one' });
  await driver.run('memo.write', { target: { kind: 'source', id: other }, text: 'short' });
  const coders = await driver.query('coders.list', {});
  const coding = applied.codingIds[0];
  if (!coding) throw new Error('no coding');
  return {
    driver,
    source,
    other,
    folder,
    money,
    power,
    party,
    quotation: applied.quotationId,
    coding,
    coder: coders[0]?.id as never,
  };
}

const scenarios: Record<
  Exclude<ChangeName, 'history.undo' | 'history.redo' | 'history.explain'>,
  (on: Stage) => object
> = {
  'project.update': () => ({ name: 'Renamed', description: 'What it is about' }),
  'coder.update': ({ coder }) => ({ id: coder, name: 'Kim', color: '#112233' }),
  'source.import': ({ driver }) => ({
    paths: [driver.file('one.txt', 'One.'), driver.file('two.txt', 'Two 🙂.')],
  }),
  'source.rename': ({ source }) => ({ id: source, name: 'Renamed' }),
  'source.move': ({ source, other, folder }) => ({ ids: [source], folderId: folder, beforeId: other }),
  'source.delete': ({ source, other }) => ({ ids: [source, other] }),
  'sourceFolder.create': ({ folder }) => ({ name: 'Nested', parentId: folder }),
  'sourceFolder.rename': ({ folder }) => ({ id: folder, name: 'Posts' }),
  'sourceFolder.move': ({ folder, source }) => ({ id: folder, parentId: null, beforeId: source }),
  'sourceFolder.delete': ({ folder }) => ({ id: folder }),
  'code.create': ({ power }) => ({ name: 'clout', parentId: power, definition: 'Power to decide' }),
  'code.createPath': () => ({ path: ['power', 'media', 'press'], color: '#AABBCC' }),
  'code.update': ({ money }) => ({ id: money, name: 'funds', examples: 'Money moves', color: '#010203' }),
  'code.move': ({ money, power, party }) => ({ ids: [money], parentId: power, beforeId: party }),
  'code.delete': ({ power }) => ({ id: power }),
  'code.merge': ({ party, money }) => ({ fromIds: [party], intoId: money }),
  'coding.apply': ({ source, money }) => ({
    sourceId: source,
    start: 21,
    end: 22,
    codeIds: [money],
    newCode: { name: 'smile' },
    newPath: ['power', 'media', 'press'],
  }),
  'coding.applyMany': ({ source, money }) => ({
    codeId: money,
    places: [
      { sourceId: source, start: 0, end: 5 },
      { sourceId: source, start: 23, end: 31 },
    ],
  }),
  'coding.remove': ({ coding }) => ({ ids: [coding] }),
  'coding.recode': ({ coding, power }) => ({ ids: [coding], codeId: power }),
  'quotation.resize': ({ quotation }) => ({ id: quotation, start: 6, end: 20 }),
  'quotation.create': ({ source }) => ({ sourceId: source, start: 30, end: 40 }),
  'quotation.delete': ({ quotation }) => ({ ids: [quotation] }),
  'memo.write': ({ quotation }) => ({ target: { kind: 'quotation', id: quotation }, text: 'looked again' }),
  // The first eight entries make the documents, the folder and the codes.
  'history.restore': () => ({ sequence: 9 }),
  // The coding of two codes on one passage, on which nothing depends but the memo: that of the second passage.
  'history.revert': () => ({ sequence: 10 }),
};

describe('UN the undo law', () => {
  let on: Stage | undefined;
  afterEach(() => on?.driver.end());

  it('UN1 has a scenario for every command that changes the project', () => {
    const changes = Object.entries(commands).flatMap(([name, { kind }]) => (kind === 'change' ? [name] : []));
    const through = ['history.undo', 'history.redo', 'history.explain'];
    expect(changes.sort()).toEqual([...Object.keys(scenarios), ...through].sort());
  });

  for (const [name, args] of Object.entries(scenarios)) {
    it(`UN2 ${name}: undo gives back what was, redo what was done, after reopening too`, async () => {
      on = await stage();
      const before = await on.driver.dump();
      await on.driver.run(name as ChangeName, args(on) as never);
      const after = await on.driver.dump();
      expect(after).not.toBe(before);
      await on.driver.run('history.undo', {});
      expect(await on.driver.dump()).toBe(before);
      const again = await on.driver.reopen();
      on = { ...on, driver: again };
      await again.run('history.redo', {});
      expect(await again.dump()).toBe(after);
      await again.run('history.undo', {});
      expect(await again.dump()).toBe(before);
      const report = await again.run('project.check', {});
      expect(report.problems).toEqual([]);
    });
  }

  it('UN3 undoes everything back to the empty project and redoes it all', async () => {
    on = await stage();
    const full = await on.driver.dump();
    let steps = 0;
    while ((await on.driver.engine.run('history.undo', {})).ok) steps += 1;
    const empty = await on.driver.query('session.state', {});
    expect(empty).toMatchObject({
      counts: { documents: 0, codes: 0, quotations: 0, codings: 0, memos: 0 },
      undo: null,
    });
    for (let step = 0; step < steps; step += 1) await on.driver.run('history.redo', {});
    expect(await on.driver.dump()).toBe(full);
    expect((await on.driver.refuse('history.redo', {})).message).toBe('There is nothing to redo.');
  });

  it('UN4 a new change after an undo closes the way forward and keeps the undone one in the history', async () => {
    on = await stage();
    await on.driver.run('code.create', { name: 'first thought' });
    await on.driver.run('history.undo', {});
    await on.driver.run('code.create', { name: 'second thought' });
    expect((await on.driver.refuse('history.redo', {})).kind).toBe('invalid');
    const [newest, undo, replaced] = await on.driver.query('history.list', {});
    expect(newest).toMatchObject({
      kind: 'change',
      state: 'done',
      label: { values: { code: 'second thought' } },
    });
    expect(undo).toMatchObject({ kind: 'undo', label: { values: { code: 'first thought' } } });
    expect(replaced).toMatchObject({ kind: 'change', state: 'replaced' });
  });

  it('UN5 typing in a memo is one step, and another memo begins another', async () => {
    on = await stage();
    const before = await on.driver.dump();
    const target = { kind: 'source', id: on.source } as const;
    for (const text of ['T', 'Th', 'Tho', 'Thought']) await on.driver.run('memo.write', { target, text });
    await on.driver.run('memo.write', { target: { kind: 'project' }, text: 'Elsewhere' });
    await on.driver.run('history.undo', {});
    expect(await on.driver.query('memo.on', { target })).toMatchObject({ text: 'Thought' });
    await on.driver.run('history.undo', {});
    expect(await on.driver.dump()).toBe(before);
    expect((await on.driver.run('project.check', {})).problems).toEqual([]);
  });

  it('UN6 a change that changes nothing leaves no entry', async () => {
    on = await stage();
    const before = await on.driver.query('history.list', {});
    await on.driver.run('coding.apply', { sourceId: on.source, start: 0, end: 20, codeIds: [on.money] });
    await on.driver.run('code.update', { id: on.money, name: 'money' });
    expect(await on.driver.query('history.list', {})).toEqual(before);
  });
});
