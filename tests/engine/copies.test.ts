import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/contract/copies';
import { type TableName, tableNames } from '../../src/core/tables';
import type { Difference } from '../../src/core/three-way';
import { openDatabase, type SqlRow } from '../../src/storage/sqlite';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';
import { rowsOfMarks } from './support/marks';
import { createDice } from './support/walk/dice';
import { createMoves, walkFiles } from './support/walk/moves';
import { type RawProject, readRaw } from './support/walk/raw-project';

const text = 'Money moves parties. 🙂 Networks move people.\nA second paragraph about money.';

describe('CP a copy for a colleague', () => {
  const drivers: Driver[] = [];
  afterEach(async () => {
    for (const driver of drivers.splice(0).reverse()) await driver.end();
  });

  /** Three coders, one of them renamed, a deleted document, something undone. */
  async function study(): Promise<Driver> {
    const driver = await newDriver({ coder: 'Annabella Bergström' });
    drivers.push(driver);
    const source = await driver.document('interview', text);
    const gone = await driver.document('withdrawn', 'The withdrawn words of nobody else.');
    const { id: money } = await driver.run('code.create', { name: 'money' });
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 20, codeIds: [money] });
    await driver.run('session.setCoder', { name: 'Annelie Bäckman' });
    await driver.run('coding.apply', { sourceId: source, start: 23, end: 31, codeIds: [money] });
    await driver.run('session.setCoder', { name: 'Zebulon' });
    await driver.run('code.create', { name: 'power' });
    const coders = await driver.query('coders.list', {});
    const zebulon = coders.find(({ name }) => name === 'Zebulon');
    await driver.run('coder.update', { id: zebulon?.id as never, name: 'Xanthippe Quill' });
    await driver.run('history.undo', {});
    await driver.run('source.delete', { ids: [gone] });
    await driver.run('memo.write', { target: { kind: 'code', id: money }, text: 'a memo' });
    return driver;
  }

  async function opened(path: string, coder = 'Kim'): Promise<Driver> {
    const driver = driverOn(join(path, '..'), path);
    drivers.push({ ...driver, end: () => driver.engine.close() });
    await driver.run('session.setCoder', { name: coder });
    await driver.run('project.open', { path });
    return driver;
  }

  async function copyOf(
    driver: Driver,
    wishes: { history?: boolean; names?: 'kept' | 'initials'; name?: string } = {},
  ): Promise<string> {
    const path = join(driver.folder, wishes.name ?? 'copy.emic');
    const { history = true, names = 'kept' } = wishes;
    const written = await driver.run('project.saveCopy', { path, history, names });
    expect(written).toEqual({ path, bytes: statSync(path).size });
    return path;
  }

  it('CP1 is whole, sound and compact with its history, and the project stays as it was, byte for byte', async () => {
    const driver = await study();
    const before = readFileSync(driver.path);
    const path = await copyOf(driver);
    expect(readFileSync(driver.path).equals(before)).toBe(true);
    const copy = await opened(path);
    expect(await copy.dump()).toBe(await driver.dump());
    expect((await copy.query('history.list', {})).map(({ label }) => label)).toEqual(
      (await driver.query('history.list', {})).map(({ label }) => label),
    );
    expect((await copy.run('project.check', {})).problems).toEqual([]);
    await copy.run('history.undo', {});
    expect((await copy.run('project.check', {})).problems).toEqual([]);
    expect(leftovers(driver)).toEqual([]);
  });

  it('CP2 without history begins a new one on its base, and what was deleted is not in its bytes', async () => {
    const driver = await study();
    const path = await copyOf(driver, { history: false });
    const copy = await opened(path);
    expect(await copy.dump()).toBe(await driver.dump());
    expect(await copy.query('history.list', {})).toEqual([]);
    expect(readFileSync(driver.path).includes('withdrawn words')).toBe(true);
    expect(readFileSync(path).includes('withdrawn words')).toBe(false);
    const [last] = await driver.query('history.list', { limit: 1 });
    const base = await readBase(path);
    expect(base).toMatchObject({ base_change_set: last?.id, base_revision: base.revision });
    expect((await copy.run('project.check', {})).problems).toEqual([]);
    expect((await copy.refuse('history.undo', {})).kind).toBe('invalid');
    await copy.run('code.create', { name: 'fresh' });
    await copy.run('history.undo', {});
    expect((await copy.run('project.check', {})).problems).toEqual([]);
  });

  it('CP3 the digest of the base sees a row that was changed past the history', async () => {
    const path = await copyOf(await study(), { history: false });
    const database = await raw(path, 'write');
    database.transaction(() => database.prepare("UPDATE code SET name = 'bent' WHERE name = 'money'").run());
    database.close();
    const copy = await opened(path);
    expect((await copy.run('project.check', {})).problems.join(' ')).toContain('at the beginning');
  });

  for (const history of [true, false]) {
    it(`CP4 with initials no name is left in any byte (${history ? 'with' : 'without'} history)`, async () => {
      const driver = await study();
      const names = ['Annabella', 'Bergström', 'Annelie', 'Bäckman', 'Zebulon', 'Xanthippe', 'Quill'];
      const original = readFileSync(driver.path);
      for (const name of names) expect(original.includes(name), name).toBe(true);
      const path = await copyOf(driver, { history, names: 'initials' });
      const bytes = readFileSync(path);
      for (const name of names) expect(bytes.includes(name), name).toBe(false);
      const copy = await opened(path);
      const initials = (await copy.query('coders.list', {})).map(({ name }) => name);
      expect(initials).toEqual(['A.B.', 'A.B. 2', 'Z.']);
      expect((await copy.run('project.check', {})).problems).toEqual([]);
      const labels = JSON.stringify((await copy.query('history.list', {})).map(({ label }) => label));
      if (history) expect(labels).toContain('X.Q.');
      else expect(labels).toBe('[]');
      const outlook = await driver.query('project.copyOutlook', {});
      expect(outlook.coders.map(({ initials: one }) => one)).toEqual(initials);
      // Nothing differs: that names became initials is not the colleague's doing.
      expect((await driver.run('project.compare', { path })).total).toBe(0);
      if (!history) return;
      await copy.run('history.restore', { sequence: 5 });
      expect((await copy.run('project.check', {})).problems).toEqual([]);
    });
  }

  it('CP5 replaces a file only when asked to, and never the project itself', async () => {
    const driver = await study();
    const path = driver.file('there.emic', 'something else');
    const refused = await driver.refuse('project.saveCopy', { path, history: true, names: 'kept' });
    expect(refused.kind).toBe('conflict');
    expect(readFileSync(path, 'utf8')).toBe('something else');
    await driver.run('project.saveCopy', { path, history: true, names: 'kept', replace: true });
    expect((await (await opened(path)).run('project.check', {})).isSound).toBe(true);
    const before = readFileSync(driver.path);
    for (const own of [driver.path, join(driver.folder, '.', 'sub', '..', 'test.emic')]) {
      const own_ = await driver.refuse('project.saveCopy', {
        path: own,
        history: false,
        names: 'kept',
        replace: true,
      });
      expect(own_.message).toMatch(/\.$/);
    }
    expect(readFileSync(driver.path).equals(before)).toBe(true);
    // Open in another engine, it is somebody's work.
    const inUse = await driver.refuse('project.saveCopy', {
      path,
      history: true,
      names: 'kept',
      replace: true,
    });
    expect(inUse.message).toContain('is open in Emic');
    const nowhere = { path: join(driver.folder, 'no', 'x.emic'), history: true, names: 'kept' as const };
    expect((await driver.refuse('project.saveCopy', nowhere)).kind).toBe('notFound');
    expect(leftovers(driver)).toEqual([]);
  });

  it('CP5 has neither an edit in progress nor figures of the last session', async () => {
    const driver = await study();
    const { sources } = await driver.query('sources.tree', {});
    const id = sources[0]?.id;
    if (!id) throw new Error('no document');
    const { text } = await driver.query('source.text', { id });
    await driver.run('draft.save', {
      sourceId: id,
      baseSha256: createHash('sha256').update(text).digest('hex'),
      start: 0,
      removed: 0,
      inserted: 'half a sentence',
      changes: [{ from: 0, to: 0, length: 15 }],
    });
    expect(readFileSync(driver.path).includes('half a sentence')).toBe(true);
    for (const history of [true, false]) {
      const path = await copyOf(driver, { history, name: `lean ${history}.emic` });
      expect(readFileSync(path).includes('half a sentence')).toBe(false);
      const copy = await raw(path, 'read');
      expect(copy.prepare('SELECT count(*) FROM draft').value()).toBe(0);
      expect(copy.prepare('SELECT count(*) FROM kept').value()).toBe(0);
      copy.close();
    }
    expect(await driver.query('draft.of', { sourceId: id })).toMatchObject({ inserted: 'half a sentence' });
  });

  it('CP6 is made of a project that can only be read, and not of one that is not sound', async () => {
    const driver = await study();
    const reader = driverOn(driver.folder, driver.path);
    drivers.push({ ...reader, end: () => reader.engine.close() });
    await reader.run('project.open', { path: driver.path, readOnly: true });
    const path = await copyOf(reader, { history: false, names: 'initials' });
    expect((await (await opened(path)).run('project.check', {})).isSound).toBe(true);

    // One of an older form is brought to the present one on the way, in the copy.
    const old = join(driver.folder, 'old.emic');
    copyFileSync(resolve('tests/files/projects/v1.emic'), old);
    const oldReader = driverOn(driver.folder, old);
    drivers.push({ ...oldReader, end: () => oldReader.engine.close() });
    await oldReader.run('project.open', { path: old, readOnly: true });
    const ofOld = await opened(await copyOf(oldReader, { name: 'of old.emic' }));
    expect((await ofOld.run('project.check', {})).problems).toEqual([]);
    const brought = join(driver.folder, 'brought.emic');
    copyFileSync(old, brought);
    expect(await ofOld.dump()).toBe(await (await opened(brought)).dump());
    expect(readFileSync(old).equals(readFileSync('tests/files/projects/v1.emic'))).toBe(true);

    const bent = join(driver.folder, 'bent.emic');
    copyFileSync(driver.path, bent);
    const database = await raw(bent, 'write');
    database.transaction(() => database.prepare("UPDATE code SET definition = 'bent'").run());
    database.close();
    const unsound = await opened(bent);
    const target = join(driver.folder, 'of bent.emic');
    const refused = await unsound.refuse('project.saveCopy', { path: target, history: true, names: 'kept' });
    expect(refused.message).toContain('not sound');
    expect(existsSync(target)).toBe(false);
    expect(leftovers(driver)).toEqual([]);
  });

  it('CP7 can be cancelled, and leaves nothing behind', async () => {
    const driver = await study();
    const path = join(driver.folder, 'cancelled.emic');
    const controller = new AbortController();
    const running = driver.engine.run(
      'project.saveCopy',
      { path, history: true, names: 'initials' },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort());
    expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(existsSync(path)).toBe(false);
    expect(leftovers(driver)).toEqual([]);
  });

  for (const history of [true, false]) {
    it(`CP8 compared, it shows exactly what was done on each side (${history ? 'with' : 'without'} history)`, async () => {
      const driver = await study();
      const path = await copyOf(driver, { history, names: history ? 'kept' : 'initials' });
      expect(await driver.run('project.compare', { path })).toMatchObject({ total: 0, lists: [] });
      const copy = await opened(path, 'Colleague');
      const [money, power] = await copy.query('codes.tree', {});
      const source = (await copy.query('sources.tree', {})).sources[0]?.id as never;
      const { id: network } = await copy.run('code.create', { name: 'network', definition: 'Ties' });
      await copy.run('coding.apply', { sourceId: source, start: 23, end: 31, codeIds: [network] });
      await copy.run('code.update', { id: power?.id as never, name: 'clout' });
      await driver.run('code.update', { id: power?.id as never, name: 'might' });
      await driver.run('memo.write', { target: { kind: 'source', id: source }, text: 'read twice' });
      await driver.run('code.update', { id: money?.id as never, definition: 'Funds' });

      const comparison = await driver.run('project.compare', { path });
      expect(told(comparison)).toEqual([
        'code changedBoth power→might/clout',
        'code changedHere money',
        'code newThere network',
        'coder newThere Colleague',
        'coding newThere Networks',
        'memo newHere interview',
      ]);
      const coding = rowOf(comparison, 'coding');
      expect(coding).toMatchObject({
        codePath: 'network',
        coderName: 'Colleague',
        place: { document: 'interview', start: 23, end: 31 },
        opens: null,
      });
      expect(comparison.there).toMatchObject({ entries: 4, coders: ['Colleague'], codes: 3, codings: 3 });
      expect(comparison.parting?.at).not.toBeNull();

      const back = await copy.run('project.compare', { path: driver.path });
      expect(told(back).length).toBe(6);
      expect(rowOf(back, 'coding')).toMatchObject({ opens: { kind: 'quotation', start: 23, end: 31 } });
    });
  }

  it('CP9 typing that went on in the last common entry is seen on the side where it did', async () => {
    for (const history of [true, false]) {
      const driver = await study();
      const path = await copyOf(driver, { history, name: `typing ${history}.emic` });
      const [money] = await driver.query('codes.tree', {});
      const target = { kind: 'code', id: money?.id as never } as const;
      const entries = (await driver.query('history.list', {})).length;
      await driver.run('memo.write', { target, text: 'a memo, longer' });
      expect((await driver.query('history.list', {})).length).toBe(entries);
      const longer = await driver.run('project.compare', { path });
      expect(told(longer)).toEqual(['memo changedHere money']);
      await driver.run('memo.write', { target, text: '' });
      expect((await driver.query('history.list', {})).length).toBe(entries);
      expect(told(await driver.run('project.compare', { path }))).toEqual(['memo deletedHere money']);
      const copy = await opened(path);
      expect(told(await copy.run('project.compare', { path: driver.path }))).toEqual([
        'memo deletedThere money',
      ]);
    }
  });

  it('CP10 what is no copy, damaged, newer or not there is refused with a sentence', async () => {
    const driver = await study();
    const other = await study();
    const compare = (path: string) => driver.refuse('project.compare', { path });
    expect((await compare(other.path)).message).toContain('not a copy of this project');
    expect((await compare(driver.path)).message).toContain('the open project itself');
    expect((await compare(join(driver.folder, 'none.emic'))).kind).toBe('notFound');
    expect((await compare(driver.file('text.emic', 'plain text'))).kind).toBe('unreadableFile');
    const path = await copyOf(driver);
    const newer = await raw(path, 'write');
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect((await compare(path)).kind).toBe('newerVersion');
    const bent = await copyOf(driver, { name: 'bent.emic' });
    const bytes = readFileSync(bent);
    bytes.write('Mosey moves', bytes.indexOf('Money moves'));
    writeFileSync(bent, bytes);
    expect((await compare(bent)).message).toContain('is damaged, so it was not compared');
  });

  it('CP11 a copy of an older form is compared without being changed', async () => {
    const folder = (await study()).folder;
    const [ours, theirs] = [join(folder, 'ours.emic'), join(folder, 'theirs.emic')];
    for (const path of [ours, theirs]) copyFileSync(resolve('tests/files/projects/v1.emic'), path);
    const before = readFileSync(theirs);
    const driver = await opened(ours);
    await driver.run('code.create', { name: 'only here' });
    const comparison = await driver.run('project.compare', { path: theirs });
    expect(told(comparison)).toEqual(['code newHere only here', 'coder newHere Kim']);
    expect(readFileSync(theirs).equals(before)).toBe(true);
  });

  it('CP12 a copy of a copy of which nothing is known here is compared row by row', async () => {
    const driver = await study();
    const second = await opened(await copyOf(driver, { history: false, name: 'second.emic' }));
    await second.run('code.create', { name: 'between' });
    const path = await copyOf(second, { history: false, name: 'third.emic' });
    const comparison = await driver.run('project.compare', { path });
    expect(comparison.parting).toBeNull();
    expect(told(comparison)).toEqual(['code newThere between', 'coder newThere Kim']);
    // Two copies of one state know their base by its entry.
    const twin = join(driver.folder, 'twin.emic');
    copyFileSync(path, twin);
    const third = await opened(path);
    expect(await third.run('project.compare', { path: twin })).toMatchObject({ total: 0, parting: {} });
  });

  it('CP14 what was erased for good on one side leaves no trace, and is seen all the same', async () => {
    for (const history of [true, false]) {
      const driver = await study();
      const other = await driver.document('other', 'Words that stay and words that go.');
      const path = await copyOf(driver, { history });
      const source = (await driver.query('sources.tree', {})).sources.find(
        ({ name }) => name === 'interview',
      );
      const { quotations } = rowsOfMarks(await driver.query('source.codings', { id: source?.id as never }));
      const copy = await opened(path);
      await copy.run('memo.write', {
        target: { kind: 'quotation', id: quotations[0]?.id as never },
        text: 'still here',
      });
      await copy.run('quotation.resize', { id: quotations[0]?.id as never, start: 0, end: 19 });
      await driver.run('source.erase', { ids: [source?.id as never] });
      await driver.run('passage.erase', { sourceId: other, start: 6, end: 10 });
      const compare = async (by: Driver, at: string) => {
        const { lists } = await by.run('project.compare', { path: at });
        return lists.map(({ table, difference, total }) => `${table} ${difference} ${total}`);
      };
      expect(await compare(driver, path)).toEqual([
        'source changedHere 1',
        'source deletedHere 1',
        'coding deletedHere 2',
        'memo newThere 1',
        'quotation changedBoth 1',
        'quotation deletedHere 1',
        'coder newThere 1',
      ]);
      expect(await compare(copy, driver.path)).toEqual([
        'source changedThere 1',
        'source deletedThere 1',
        'coding deletedThere 2',
        'memo newHere 1',
        'quotation deletedThere 1',
        'quotation changedBoth 1',
        'coder newHere 1',
      ]);
    }
  });

  for (const [seed, history, names] of [
    [1, true, 'kept'],
    [2, false, 'kept'],
    [3, true, 'initials'],
    [4, false, 'initials'],
  ] as const) {
    it(`CP13 two walks by chance from one base, told apart as by hand (seed ${seed}, history ${history}, ${names})`, {
      timeout: 60_000,
    }, async () => {
      const driver = await newDriver();
      drivers.push(driver);
      const dice = createDice(seed);
      await walk(driver, dice, 120);
      const path = await copyOf(driver, { history, names });
      const base = { here: await read(driver.path), there: await read(path) };
      const copy = await opened(path);
      for (let round = 0; round < 3; round += 1) {
        await walk(driver, dice, 35);
        await walk(copy, dice, 35);
        const now = { here: await read(driver.path), there: await read(path) };
        const expected = byHand(base, now);
        const comparison = await driver.run('project.compare', { path });
        expect(keysOf(comparison)).toEqual(expected);
        expect(expected.length).toBeGreaterThan(5);
        expect(comparison.total).toBe(expected.length);
        const mirrored = await copy.run('project.compare', { path: driver.path });
        expect(keysOf(mirrored)).toEqual(expected.map(mirror).sort());
      }
    });
  }
});

/** “table difference title”, with the three names of a code that was renamed on both sides. */
function told({ lists }: Comparison): string[] {
  return lists
    .flatMap(({ table, difference, rows }) =>
      rows
        .filter(({ id }) => table !== 'quotation' || id === '')
        .map(({ title, fields }) => {
          const renamed = difference === 'changedBoth' && fields.find(({ field }) => field === 'name');
          return `${table} ${difference} ${renamed ? `${renamed.base}→${renamed.here}/${renamed.there}` : title}`;
        }),
    )
    .sort();
}

function rowOf({ lists }: Comparison, table: TableName) {
  return lists.find((list) => list.table === table)?.rows[0];
}

function keysOf({ lists }: Comparison): string[] {
  return lists
    .flatMap(({ table, difference, rows, total }) => {
      expect(rows.length).toBe(Math.min(total, 500));
      return rows.map(({ id }) => `${table} ${id} ${difference}`);
    })
    .sort();
}

function mirror(key: string): string {
  return key.replace(/(Here|There)$/, (side) => (side === 'Here' ? 'There' : 'Here'));
}

/** The three-way comparison by the simplest means: every row of four dumps. */
function byHand(
  base: { here: RawProject; there: RawProject },
  now: { here: RawProject; there: RawProject },
): string[] {
  const images = ({ rows }: RawProject, table: TableName) =>
    new Map(rows[table].map((row) => [String(row.id), image(table, row)]));
  return tableNames
    .flatMap((table) => {
      const [baseHere, baseThere] = [images(base.here, table), images(base.there, table)];
      const [here, there] = [images(now.here, table), images(now.there, table)];
      const ids = new Set([baseHere, here, there].flatMap((all) => [...all.keys()]));
      return [...ids].flatMap((id) => {
        const hereDid = did(baseHere.get(id), here.get(id));
        const thereDid = did(baseThere.get(id), there.get(id));
        if (here.get(id) === there.get(id)) return [];
        const difference: Difference | null =
          hereDid && thereDid
            ? 'changedBoth'
            : hereDid
              ? `${hereDid}Here`
              : thereDid
                ? `${thereDid}There`
                : null;
        return difference ? [`${table} ${id} ${difference}`] : [];
      });
    })
    .sort();
}

function did(before: string | undefined, after: string | undefined): 'new' | 'changed' | 'deleted' | null {
  if (before === after) return null;
  return before === undefined ? 'new' : after === undefined ? 'deleted' : 'changed';
}

function image(table: TableName, row: SqlRow): string {
  const { revision, base_revision, base_change_set, base_digest, ...project } = row;
  return JSON.stringify(table === 'project' ? project : row);
}

async function walk(driver: Driver, dice: ReturnType<typeof createDice>, steps: number): Promise<void> {
  const moves = createMoves(walkFiles(driver));
  const makers = ['source.import', 'code.create', 'coding.apply', 'coding.apply', 'memo.write'] as const;
  const names = [...(Object.keys(moves) as (keyof typeof moves)[]), ...makers, ...makers, ...makers];
  for (let step = 0; step < steps; step += 1) {
    const now = await read(driver.path);
    const isLarge = now.rows.coding.length > 60 || now.rows.source.length > 10;
    if (dice.once(isLarge ? 3 : 10)) await driver.engine.run('history.undo', {});
    else if (dice.once(12)) await driver.engine.run('history.redo', {});
    else {
      const name = dice.of(names) ?? 'code.create';
      const result = await driver.engine.run(name, moves[name]({ dice, raw: now, driver }));
      if (!result.ok) expect(result.error.kind, result.error.detail).not.toBe('bug');
    }
  }
}

async function read(path: string): Promise<RawProject> {
  const database = await raw(path, 'read');
  try {
    return readRaw(database);
  } finally {
    database.close();
  }
}

async function raw(path: string, mode: 'read' | 'write') {
  const platform = testPlatform();
  return openDatabase({ path, runtime: await platform.loadSqlite(), files: platform.files, mode });
}

async function readBase(path: string): Promise<SqlRow> {
  const database = await raw(path, 'read');
  try {
    return (
      database.prepare('SELECT revision, base_revision, base_change_set FROM project').get<SqlRow>() ?? {}
    );
  } finally {
    database.close();
  }
}

/** Of copies that were not finished. */
function leftovers({ folder }: Driver): string[] {
  return readdirSync(folder).filter((name) => /part(-journal)?$/.test(name));
}
