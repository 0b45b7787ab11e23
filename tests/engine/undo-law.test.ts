import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChangeName, commands } from '../../src/contract/commands';
import type {
  CodeId,
  CodeSetId,
  CodingId,
  FolderId,
  MemoId,
  MemoTypeId,
  QuotationId,
  SourceId,
} from '../../src/core/ids';
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
  /** Of one code, one within the other. */
  readonly overlapping: readonly CodingId[];
  readonly set: CodeSetId;
  /** An interview whose structure was corrected. */
  readonly talk: SourceId;
  /** A free memo with a type. */
  readonly memo: MemoId;
  readonly memoType: MemoTypeId;
  readonly coder: never;
}

const text = 'Money moves parties. 🙂 Networks move people.\nA second paragraph about money.';

const nowhere = '00000000-0000-4000-8000-000000000000' as CodingId;

async function stage(): Promise<Stage> {
  const driver = await newDriver();
  const source = await driver.document('first', text);
  const other = await driver.document('second', 'Another text.');
  const talk = await driver.document('talk', 'Talk\n\nAnna: One two.\nBo: Three.\nAnna: Four.\nBo: Five.');
  await driver.run('segment.add', { sourceId: talk, kind: 'heading', start: 0, end: 4 });
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
  const inside = await driver.run('coding.apply', {
    sourceId: source,
    start: 6,
    end: 20,
    codeIds: [party],
  });
  await driver.run('memo.write', {
    target: { kind: 'quotation', id: applied.quotationId },
    text: 'look again',
  });
  await driver.run('memo.write', { target: { kind: 'code', id: party }, text: 'a hard one' });
  await driver.run('memo.write', { target: { kind: 'source', id: other }, text: 'short' });
  const { id: set } = await driver.run('codeSet.create', { name: 'actors', codeIds: [party] });
  const { id: memoType } = await driver.run('memoType.create', { name: 'method' });
  const { id: memo } = await driver.run('memo.create', {
    title: 'A thought',
    text: 'On all of it',
    typeId: memoType,
  });
  await driver.run('memo.write', {
    target: { kind: 'coding', id: applied.codingIds[1] ?? nowhere },
    text: 'Why?',
  });
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
    overlapping: [...applied.codingIds.slice(1), ...inside.codingIds],
    set,
    talk,
    memo,
    memoType,
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
  // Both quotations come to one place and are united; the smile stays between the two changes.
  'source.editText': ({ source }) => ({
    id: source,
    baseSha256: createHash('sha256').update(text).digest('hex'),
    text: text.replace('Money ', '').replace('Networks', 'Big networks'),
    changes: [
      { from: 0, to: 6, length: 0 },
      { from: 23, to: 24, length: 5 },
    ],
  }),
  'source.replaceText': ({ source }) => ({
    id: source,
    text: `A heading 🙂\n${text.replace('Networks', 'Nets')}`,
    undecided: { doubtful: 'accept', lost: 'drop' },
  }),
  'source.rename': ({ source }) => ({ id: source, name: 'Renamed' }),
  'source.move': ({ source, other, folder }) => ({ ids: [source], folderId: folder, beforeId: other }),
  'source.delete': ({ source, other }) => ({ ids: [source, other] }),
  'segment.change': ({ talk }) => ({
    sourceId: talk,
    kind: 'turn',
    start: 12,
    to: { speaker: 'Cia', end: 15 },
  }),
  'segment.add': ({ source }) => ({
    sourceId: source,
    kind: 'turn',
    start: 0,
    end: 20,
    speaker: 'Bo',
    time: '1',
  }),
  'segment.remove': ({ talk }) => ({ sourceId: talk, segments: [{ kind: 'heading', start: 0 }] }),
  'turn.split': ({ talk }) => ({ sourceId: talk, start: 12, at: 15 }),
  'turn.join': ({ talk }) => ({ sourceId: talk, start: 25 }),
  'speaker.rename': ({ talk }) => ({ sourceId: talk, from: 'Anna', to: 'R1' }),
  'structure.recognise': ({ talk }) => ({ sourceId: talk }),
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
  'code.split': ({ party, money, quotation }) => ({
    id: party,
    parts: [
      { name: 'parties of old', quotationIds: [quotation] },
      { codeId: money, quotationIds: [quotation] },
    ],
  }),
  'code.recolor': ({ power }) => ({ ids: [power], color: '#123456', withSubcodes: true }),
  'code.setStatus': ({ power, money }) => ({ ids: [power, money], status: 'retired' }),
  'codeSet.create': ({ money, party }) => ({ name: 'key codes', codeIds: [money, party] }),
  'codeSet.rename': ({ set }) => ({ id: set, name: 'who acts' }),
  'codeSet.delete': ({ set }) => ({ id: set }),
  'codeSet.add': ({ set, money, party }) => ({ id: set, codeIds: [money, party] }),
  'codeSet.remove': ({ set, party }) => ({ id: set, codeIds: [party] }),
  'coding.apply': ({ source, money }) => ({
    sourceId: source,
    start: 21,
    end: 22,
    codeIds: [money],
    newCode: { name: 'smile' },
    newPath: ['power', 'media', 'press'],
  }),
  'coding.applyMany': ({ source, money, power }) => ({
    codeIds: [money, power],
    newPaths: [['power', 'media'], ['sums']],
    places: [
      { sourceId: source, start: 0, end: 5 },
      { sourceId: source, start: 23, end: 31 },
    ],
  }),
  'coding.autocode': ({ source, other }) => ({
    code: { path: ['power', 'media', 'press'] },
    documents: [
      { sourceId: source, spans: Int32Array.of(0, 20, 21, 22) },
      { sourceId: other, spans: Int32Array.of(0, 7) },
    ],
    words: 'money',
  }),
  'coding.remove': ({ coding }) => ({ ids: [coding] }),
  'coding.recode': ({ coding }) => ({ ids: [coding], newPath: ['power', 'clout'] }),
  'coding.unite': ({ overlapping }) => ({ groups: [overlapping] }),
  'coding.move': ({ coding }) => ({ ids: [coding], start: 6, end: 20 }),
  'quotation.resize': ({ quotation }) => ({ id: quotation, start: 6, end: 20 }),
  'quotation.create': ({ source }) => ({ sourceId: source, start: 30, end: 40 }),
  'quotation.delete': ({ quotation }) => ({ ids: [quotation] }),
  'memo.write': ({ quotation, money, memoType }) => ({
    target: { kind: 'quotation', id: quotation },
    title: 'Again',
    typeId: memoType,
    content: {
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'text', text: 'Looked', marks: [{ type: 'bold' }] }],
        },
        { type: 'paragraph', content: [{ type: 'reference', attrs: { kind: 'code', id: money } }] },
      ],
    },
  }),
  'memo.create': ({ memoType }) => ({ title: 'On its own', text: 'Words', typeId: memoType }),
  'memo.delete': ({ memo }) => ({ ids: [memo] }),
  'memoType.create': () => ({ name: 'theory', color: '#aa3377' }),
  'memoType.update': ({ memoType }) => ({ id: memoType, name: 'methods', color: '#aa3377' }),
  'memoType.delete': ({ memoType }) => ({ id: memoType }),
  // The first eight entries make the documents, the folder and the codes.
  'history.restore': () => ({ sequence: 9 }),
  // The coding of two codes on one passage, on which nothing depends but the memo: that of the second passage.
  'history.revert': () => ({ sequence: 12 }),
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
