import { afterEach, describe, expect, it } from 'vitest';
import { historyGroups } from '../../src/contract/history';
import { labelTemplates } from '../../src/contract/labels';
import { entryInEnglish } from '../../src/contract/past-labels';
import type { QueryArgs } from '../../src/contract/queries';
import type { CodeId, CoderId, SourceId } from '../../src/core/ids';
import { openDatabase, type ReadableDatabase } from '../../src/storage/sqlite';
import { type Driver, newDriver, testPlatform } from './support/driver';
import { createDice } from './support/walk/dice';
import { createMoves, walkFiles } from './support/walk/moves';
import { readRaw } from './support/walk/raw-project';

/**
 * What the history view asks, against a naive computation from every stored row: a history is made by chance, and
 * each filter is answered a second time by going through all of it.
 */
interface RawSet {
  readonly sequence: number;
  readonly kind: string;
  readonly state: string;
  readonly command: string;
  readonly label_key: string;
  readonly label_values: string;
  readonly target_sequence: number | null;
  readonly why: string | null;
  readonly coder_id: string | null;
  readonly modified_at: string;
}
interface RawChange {
  readonly sequence: number;
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Image = Record<string, unknown>;

let driver: Driver | undefined;
afterEach(async () => {
  await driver?.end();
  driver = undefined;
});

async function read<T>(on: Driver, work: (database: ReadableDatabase) => T): Promise<T> {
  const platform = testPlatform();
  const runtime = await platform.loadSqlite();
  const reader = openDatabase({ path: on.path, runtime, files: platform.files, mode: 'read' });
  try {
    return work(reader);
  } finally {
    reader.close();
  }
}

/** Everything the history holds, and a naive answer to each filter. */
async function rawHistory(on: Driver) {
  const { sets, changes, quotations } = await read(on, (database) => ({
    sets: database.prepare('SELECT * FROM change_set ORDER BY sequence').allObjects<RawSet>(),
    changes: database.prepare('SELECT * FROM change ORDER BY id').allObjects<RawChange>(),
    quotations: database
      .prepare('SELECT id, source_id FROM quotation')
      .allObjects<{ id: string; source_id: string }>(),
  }));
  const images = (change: RawChange): Image[] =>
    [change.before, change.after].flatMap((image) => (image === null ? [] : [JSON.parse(image) as Image]));
  const sourceOfQuotation = new Map<unknown, unknown>(quotations.map((row) => [row.id, row.source_id]));
  for (const change of changes) {
    if (change.table_name !== 'quotation') continue;
    for (const image of images(change)) sourceOfQuotation.set(change.row_id, image.source_id);
  }
  const ownChanges = (set: RawSet) =>
    changes.filter(({ sequence }) =>
      set.kind === 'undo' || set.kind === 'redo'
        ? sequence === set.target_sequence
        : sequence === set.sequence,
    );
  const touchesCode = (set: RawSet, id: string) =>
    JSON.parse(set.label_values).codeId === id ||
    ownChanges(set).some(
      (change) =>
        (change.table_name === 'code' && change.row_id === id) ||
        (['coding', 'memo'].includes(change.table_name) &&
          images(change).some(({ code_id }) => code_id === id)),
    );
  const touchesSource = (set: RawSet, id: string) =>
    ownChanges(set).some(
      (change) =>
        (change.table_name === 'source' && change.row_id === id) ||
        (change.table_name === 'quotation' && sourceOfQuotation.get(change.row_id) === id) ||
        (['coding', 'memo'].includes(change.table_name) &&
          images(change).some(
            (image) =>
              image.source_id === id ||
              (image.quotation_id && sourceOfQuotation.get(image.quotation_id) === id),
          )),
    );
  const groupOf = ({ kind, command }: RawSet) => {
    if (kind === 'event') return 'event';
    const family = command.split('.')[0] ?? '';
    if (family === 'history') return 'undo';
    const groups: Record<string, string> = {
      source: 'documents',
      sourceFolder: 'documents',
      code: 'codes',
      coding: 'coding',
      quotation: 'coding',
      memo: 'memos',
    };
    return groups[family] ?? 'project';
  };
  const matching = (isMeant: (set: RawSet) => boolean) =>
    sets.filter(isMeant).map(({ sequence }) => sequence);
  return { sets, changes, matching, touchesCode, touchesSource, groupOf };
}

/** A history of a few hundred steps by chance, by three coders, with undo, redo, reverts and restores. */
async function walked(seed: number, steps = 260): Promise<Driver> {
  const on = await newDriver();
  const dice = createDice(seed);
  const moves = createMoves(walkFiles(on));
  const names = Object.keys(moves) as (keyof typeof moves)[];
  const often: (keyof typeof moves)[] = ['coding.apply', 'coding.applyMany', 'source.import', 'code.create'];
  for (let step = 0; step < steps; step += 1) {
    const chance = dice.number(100);
    if (chance < 10) await on.engine.run('history.undo', {});
    else if (chance < 15) await on.engine.run('history.redo', {});
    else if (chance < 20) {
      await on.run('session.setCoder', { name: dice.of(['Robin', 'Kim', 'Åsa']) ?? '' });
    } else {
      const raw = await read(on, readRaw);
      const name = dice.of(chance < 60 ? often : names) ?? 'code.create';
      await on.engine.run(name, moves[name]({ dice, raw, driver: on }));
    }
  }
  return on;
}

type Filter = QueryArgs<'history.outline'>;

async function outlined(on: Driver, filter: Filter): Promise<number[]> {
  return [...(await on.query('history.outline', filter)).sequences];
}

describe('HV the history as it is asked for', () => {
  for (const seed of [11, 12]) {
    it(`HV1 each filter finds what a walk through every row finds, seed ${seed}`, {
      timeout: 120_000,
    }, async () => {
      driver = await walked(seed);
      const on = driver;
      const raw = await rawHistory(on);
      expect(raw.sets.length).toBeGreaterThan(100);
      expect(await outlined(on, {})).toEqual(raw.matching(() => true));
      const { codes, sources } = await on.query('history.subjects', {});
      expect(codes.some(({ isGone }) => isGone)).toBe(true);
      expect(sources.some(({ isGone }) => isGone)).toBe(true);
      let found = 0;
      for (const { id } of codes) {
        const expected = raw.matching((set) => raw.touchesCode(set, id));
        expect(await outlined(on, { codeId: id })).toEqual(expected);
        found += expected.length;
      }
      for (const { id } of sources) {
        const expected = raw.matching((set) => raw.touchesSource(set, id));
        expect(await outlined(on, { sourceId: id })).toEqual(expected);
        found += expected.length;
      }
      expect(found).toBeGreaterThan(200);
      for (const { id } of await on.query('coders.list', {})) {
        expect(await outlined(on, { coderId: id })).toEqual(raw.matching(({ coder_id }) => coder_id === id));
      }
      for (const group of historyGroups) {
        expect(await outlined(on, { groups: [group] })).toEqual(
          raw.matching((set) => raw.groupOf(set) === group),
        );
      }
      const whole = await on.query('history.list', { limit: 10_000 });
      expect(whole.map(({ sequence }) => sequence)).toEqual(raw.matching(() => true).reverse());
      expect(whole.map(({ group }) => group)).toEqual([...raw.sets].reverse().map(raw.groupOf));
      const shown = new Map(whole.map((entry) => [entry.sequence, entry]));
      for (const text of [
        'MONEY',
        'applied',
        'cafe',
        'agreed monday',
        'x(',
        'renamed to',
        '“',
        '%',
        'undid',
      ]) {
        const words = text.toLowerCase().split(' ');
        const expected = raw.matching(({ sequence }) => {
          const entry = shown.get(sequence);
          if (!entry) return false;
          const said = `${entryInEnglish(entry)} ${entry.why}`.normalize('NFKD').replace(/\p{M}/gu, '');
          return words.every((word) => said.toLowerCase().includes(word));
        });
        expect(await outlined(on, { text }), text).toEqual(expected);
      }
      // All together, and page by page.
      const busiest = [...codes].sort(
        (a, b) =>
          raw.matching((s) => raw.touchesCode(s, b.id)).length -
          raw.matching((s) => raw.touchesCode(s, a.id)).length,
      )[0];
      if (!busiest) throw new Error('no code');
      const filter = { codeId: busiest.id, groups: ['coding', 'undo'] } as const;
      const expected = raw
        .matching((set) => raw.touchesCode(set, busiest.id) && ['coding', 'undo'].includes(raw.groupOf(set)))
        .reverse();
      const paged: number[] = [];
      for (let before: number | undefined; ; before = paged.at(-1)) {
        const page = await on.query('history.list', {
          codeId: filter.codeId,
          groups: [...filter.groups],
          limit: 3,
          before,
        });
        paged.push(...page.map(({ sequence }) => sequence));
        if (page.length < 3) break;
      }
      expect(paged).toEqual(expected);
    });
  }

  it('HV2 a range of time holds its beginning and not its end', async () => {
    driver = await walked(13, 60);
    const on = driver;
    const raw = await rawHistory(on);
    const times = raw.sets.map(({ modified_at }) => modified_at);
    const [since, until] = [times[10] ?? '', times[20] ?? ''];
    expect(await outlined(on, { since, until })).toEqual(
      raw.matching(({ modified_at }) => modified_at >= since && modified_at < until),
    );
    expect(await outlined(on, { until: since.replace('.000Z', 'Z') })).toEqual(
      raw.matching(({ modified_at }) => modified_at < since),
    );
    const { all, times: told } = await on.query('history.outline', { since });
    expect(all).toBe(raw.sets.length);
    expect([...told].map((time) => new Date(time).toISOString())).toEqual(times.filter((at) => at >= since));
    expect((await on.engine.query('history.outline', { since: 'yesterday' })).ok).toBe(false);
  });

  it('HV3 an entry tells how many rows it touched, as its changes say', async () => {
    driver = await walked(14, 160);
    const on = driver;
    const raw = await rawHistory(on);
    for (const set of raw.sets) {
      const detail = await on.query('history.entry', { sequence: set.sequence });
      const isTravel = set.kind === 'undo' || set.kind === 'redo';
      const own = raw.changes.filter(
        ({ sequence }) => sequence === (isTravel ? set.target_sequence : set.sequence),
      );
      const first = new Map<string, RawChange>();
      const last = new Map<string, RawChange>();
      for (const change of own) {
        const key = `${change.table_name} ${change.row_id}`;
        if (!first.has(key)) first.set(key, change);
        last.set(key, change);
      }
      const counts: Record<string, [number, number, number]> = {};
      for (const [key, { before: was }] of first) {
        const { after: is, table_name } = last.get(key) ?? { after: null, table_name: '' };
        if (was === null && is === null) continue;
        const count = counts[table_name] ?? [0, 0, 0];
        counts[table_name] = count;
        const [gone, come] = set.kind === 'undo' ? [is, was] : [was, is];
        count[gone === null ? 0 : come === null ? 2 : 1] += 1;
      }
      expect(
        Object.fromEntries(
          detail.counts.map(({ table, added, changed, removed }) => [table, [added, changed, removed]]),
        ),
      ).toEqual(counts);
      expect(detail.passages.length).toBe(Math.min(20, detail.passageCount));
      for (const passage of detail.passages) {
        if (passage.text === null) continue;
        const { text } = await on.query('source.text', { id: passage.sourceId });
        expect(passage.text).toBe([...text].slice(passage.start, passage.end).join(''));
      }
      expect(detail.later).toBe(
        raw.sets.filter(
          ({ sequence, kind, state }) => sequence > set.sequence && kind === 'change' && state === 'done',
        ).length,
      );
    }
    expect((await on.engine.query('history.entry', { sequence: raw.sets.length + 1 })).ok).toBe(false);
  });
});

describe('HV a small history, read as a person would', () => {
  async function stage() {
    driver = await newDriver({ coder: 'Anna' });
    const on = driver;
    const source = await on.document('talk', 'Money moves parties. Networks move people. Nobody asked.');
    const code = async (name: string) => (await on.run('code.create', { name })).id;
    const [money, fundraising] = [await code('money'), await code('fundraising')];
    const apply = (codeId: CodeId, start: number, end: number) =>
      on.run('coding.apply', { sourceId: source as SourceId, start, end, codeIds: [codeId] });
    return { on, source: source as SourceId, money, fundraising, apply };
  }

  const sentences = async (on: Driver, filter: Filter = {}) =>
    (await on.query('history.list', filter)).map(entryInEnglish);

  it('HV4 says what was done, in the past tense and in detail', async () => {
    const { on, source, money, fundraising, apply } = await stage();
    await apply(money, 0, 5);
    await apply(money, 21, 29);
    await apply(fundraising, 0, 5);
    await on.run('code.update', { id: money, definition: 'Funds of any kind.' });
    await on.run('code.move', { ids: [money], parentId: fundraising });
    await on.run('code.move', { ids: [money], parentId: null });
    await on.run('code.merge', { fromIds: [money], intoId: fundraising });
    await on.run('history.undo', {});
    await on.run('memo.write', { target: { kind: 'code', id: money }, text: 'A memo.' });
    await on.run('code.delete', { id: money });
    await on.run('source.delete', { ids: [source] });
    expect(await sentences(on)).toEqual([
      'deleted talk with its quotation',
      'deleted money with 2 codings',
      'wrote the memo on money',
      'undid: merged money into fundraising, 1 quotation moved',
      'merged money into fundraising, 1 quotation moved',
      'moved money to the top',
      'moved money under fundraising',
      'redefined money',
      'applied fundraising to “Money”',
      'applied money to “Networks”',
      'applied money to “Money”',
      'created fundraising',
      'created money',
      'imported talk',
      'joined the project as Anna',
    ]);
  });

  it('HV5 a code is found where it was recoded from, recoded to, and merged into without a coding', async () => {
    const { on, money, fundraising, apply } = await stage();
    const { codingIds } = await apply(money, 0, 5);
    await on.run('coding.recode', { ids: [...codingIds], codeId: fundraising });
    await on.run('code.merge', { fromIds: [money], intoId: fundraising });
    expect(await sentences(on, { codeId: money })).toEqual([
      'merged money into fundraising',
      'recoded “Money” as fundraising',
      'applied money to “Money”',
      'created money',
    ]);
    expect(await sentences(on, { codeId: fundraising })).toEqual([
      'merged money into fundraising',
      'recoded “Money” as fundraising',
      'created fundraising',
    ]);
  });

  it('HV6b the documents of an entry of many rows are asked for alone', async () => {
    const { on, source, money } = await stage();
    const second = await on.document('second', 'word '.repeat(60));
    const third = await on.document('third', 'word '.repeat(60));
    const places = [second, third].flatMap((sourceId) =>
      Array.from({ length: 60 }, (_, at) => ({ sourceId, start: at * 5, end: at * 5 + 4 })),
    );
    await on.run('coding.applyMany', {
      codeIds: [money],
      places: [{ sourceId: source, start: 0, end: 5 }, ...places],
    });
    const documents = { count: 3 };
    const [bulk] = await on.query('history.list', { limit: 1 });
    expect(bulk?.documents).toBeNull();
    const asked = await on.query('history.documents', { sequence: bulk?.sequence ?? 0 });
    expect(asked).toMatchObject(documents);
    expect(asked.shown.map(({ name }) => name).sort()).toEqual(['second', 'talk', 'third']);
    await on.run('history.undo', {});
    const [undone] = await on.query('history.list', { limit: 1 });
    expect(undone).toMatchObject({ kind: 'undo', documents: null });
    expect(await on.query('history.documents', { sequence: undone?.sequence ?? 0 })).toEqual(asked);
  });

  it('HV6 names the codes that are still there, the documents, and who took an entry back', async () => {
    const { on, source, money, apply } = await stage();
    await apply(money, 0, 5);
    const [applied] = await on.query('history.list', { limit: 1 });
    if (!applied) throw new Error('no entry');
    expect(applied).toMatchObject({
      codes: [{ field: 'code', id: money }],
      documents: { shown: [{ id: source, name: 'talk' }], count: 1 },
      coderName: 'Anna',
      takenBackBy: null,
    });
    await on.run('history.revert', { sequence: applied.sequence });
    const [reverted, before] = await on.query('history.list', { limit: 2 });
    expect(before).toMatchObject({
      sequence: applied.sequence,
      state: 'done',
      takenBackBy: reverted?.sequence,
    });
    expect(reverted).toMatchObject({ group: 'undo', target: applied.sequence });
    expect(reverted && entryInEnglish(reverted)).toBe('took back alone: applied money to “Money”');
    await on.run('history.undo', {});
    expect((await on.query('history.list', { only: [applied.sequence] }))[0]?.takenBackBy).toBeNull();
    await on.run('code.delete', { id: money });
    expect((await on.query('history.list', { only: [applied.sequence] }))[0]?.codes).toEqual([]);
    await on.run('source.delete', { ids: [source] });
    expect((await on.query('history.list', { only: [applied.sequence] }))[0]?.documents?.shown).toEqual([
      { id: source, name: 'talk' },
    ]);
  });

  it('HV7 shows the fields of a code before and after, and the places of a passage that is gone', async () => {
    const { on, source, money, fundraising, apply } = await stage();
    const { quotationId, codingIds } = await apply(money, 0, 5);
    await on.run('code.update', { id: money, definition: 'Old.' });
    await on.run('code.update', { id: money, definition: 'New.', name: 'funds' });
    await on.run('code.move', { ids: [money], parentId: fundraising });
    await on.run('coding.remove', { ids: [...codingIds] });
    const [removed, moved, edited] = await on.query('history.list', { limit: 3 });
    const detail = async (sequence = 0) => on.query('history.entry', { sequence });
    expect((await detail(edited?.sequence)).fields).toEqual([
      { table: 'code', name: 'funds', field: 'name', before: 'money', after: 'funds' },
      { table: 'code', name: 'funds', field: 'definition', before: 'Old.', after: 'New.' },
    ]);
    expect((await detail(moved?.sequence)).fields).toEqual([
      { table: 'code', name: 'funds', field: 'parent_id', before: '', after: 'fundraising' },
    ]);
    expect(await detail(removed?.sequence)).toMatchObject({
      passages: [
        {
          quotationId,
          isThere: false,
          sourceId: source,
          sourceName: 'talk',
          start: 0,
          end: 5,
          text: 'Money',
        },
      ],
      passageCount: 1,
      later: 0,
    });
  });

  it('HV8 tells the life of a code: made, renamed, redefined, moved, merged into; without what was undone', async () => {
    const { on, money, fundraising, apply } = await stage();
    await apply(money, 0, 5);
    await apply(money, 21, 29);
    await on.run('code.update', { id: fundraising, name: 'funding' });
    await on.run('code.update', { id: fundraising, color: '#112233' });
    await on.run('history.undo', {});
    await on.run('code.update', { id: fundraising, definition: 'Gifts.' });
    await on.run('session.setCoder', { name: 'Ben' });
    await on.run('code.merge', { fromIds: [money], intoId: fundraising });
    await on.run('memo.write', { target: { kind: 'code', id: fundraising }, text: 'Why so much?' });
    const moments = await on.query('code.biography', { id: fundraising });
    expect(
      moments.map(({ what, before, after, count, coderName }) => [what, before, after, count, coderName]),
    ).toEqual([
      ['created', '', 'fundraising', null, 'Anna'],
      ['renamed', 'fundraising', 'funding', null, 'Anna'],
      ['definition', '', 'Gifts.', null, 'Anna'],
      ['mergedInto', 'money', '', 2, 'Ben'],
      ['memo', '', 'Why so much?', null, 'Ben'],
    ]);
    const sequences = moments.map(({ sequence }) => sequence);
    expect([...sequences].sort((a, b) => Number(a) - Number(b))).toEqual(sequences);
    await on.run('code.delete', { id: fundraising });
    await on.run('history.restore', { sequence: Number(sequences.at(-1)) });
    expect((await on.query('code.biography', { id: fundraising })).slice(-2).map(({ what }) => what)).toEqual(
      ['deleted', 'broughtBack'],
    );
    expect((await on.engine.query('code.biography', { id: money as string as CodeId })).ok).toBe(false);
  });

  it('HV9 keeps the reason that was written, and finds it', async () => {
    const { on, money, apply } = await stage();
    await apply(money, 0, 5);
    const [applied] = await on.query('history.list', { limit: 1 });
    const sequence = applied?.sequence ?? 0;
    await on.run('history.explain', { sequence, why: 'As agreed with Åsa' });
    expect(await outlined(on, { text: 'asa agreed' })).toEqual([sequence]);
    driver = await on.reopen();
    expect((await driver.query('history.list', { only: [sequence] }))[0]?.why).toBe('As agreed with Åsa');
    expect(await outlined(driver, { coderId: applied?.coderId as CoderId, text: 'agreed' })).toEqual([
      sequence,
    ]);
  });
});

describe('HV labels', () => {
  it('HV10 every label has its sentence in the past tense', () => {
    for (const key of Object.keys(labelTemplates) as (keyof typeof labelTemplates)[]) {
      const named = [...labelTemplates[key].matchAll(/\{\{(\w+)\}\}/g)].map(([, field]) => field ?? '');
      const values = Object.fromEntries(
        named.map((field) => [field, field === 'count' ? 2 : field.toUpperCase()]),
      );
      const said = entryInEnglish({ kind: 'change', label: { key, values } });
      expect(said).not.toBe(key);
      expect(said).not.toMatch(/\{\{/);
      // The same things are named, and the verb has another form, where English gives it one.
      for (const value of Object.values(values)) expect(said).toContain(String(value));
      const verb = labelTemplates[key].split(' ')[0] ?? '';
      if (!['put', 'set', 'split'].includes(verb)) expect(said.split(' ')[0]).not.toBe(verb);
    }
  });
});
