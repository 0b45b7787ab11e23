import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factsOf } from '../../src/engine/backups/folders';
import { localDay } from '../../src/engine/backups/names';
import { checkTables } from '../../src/storage/backup-file';
import { findProblems } from '../../src/storage/integrity';
import { openDatabase } from '../../src/storage/sqlite';
import { systemError } from './sqlite/support/hooked-files';
import { randomFrom } from './sqlite/support/random';
import { at, type BackupWorld, daysLater, newBackupWorld, sameBytes } from './support/backup-world';
import type { Driver } from './support/driver';

let world: BackupWorld;
let driver: Driver | undefined;

beforeEach(() => {
  world = newBackupWorld();
});
afterEach(async () => {
  await driver?.engine.close();
  driver = undefined;
  world.end();
});

async function opened(how: 'create' | 'open' | 'closed' = 'open'): Promise<Driver> {
  await driver?.engine.close();
  driver = await world.open(how);
  return driver;
}

let codes = 0;
async function edit(on: Driver): Promise<void> {
  codes += 1;
  await on.run('code.create', { name: `code ${codes}` });
}

/** Opens, waits as a person does who reads first, and gives what became of the backup. */
async function openAndWait(): Promise<Driver> {
  const on = await opened();
  world.idle();
  // Behind what was begun in the background.
  await on.run('backups.take', { ifDue: true });
  return on;
}

describe('BU when a backup is taken', () => {
  it('BU1 at opening for writing, once the last one is a day old; a name tells the minute', async () => {
    await opened('create');
    world.idle();
    expect(world.names()).toEqual([]);
    await openAndWait();
    expect(world.names()).toEqual(['Study 2026-03-02 0900.emic']);
    expect(sameBytes(world.path, join(world.backups, 'Study 2026-03-02 0900.emic'))).toBe(true);
    world.now = at('2026-03-03', '08:59');
    await edit(await openAndWait());
    expect(world.names()).toHaveLength(1);
    world.now = at('2026-03-03', '09:01');
    await openAndWait();
    expect(world.names()).toEqual(['Study 2026-03-02 0900.emic', 'Study 2026-03-03 0901.emic']);
  });

  it('BU1 by itself, after the first answers and with nobody waiting', async () => {
    await opened('create');
    const on = await opened();
    const said: unknown[] = [];
    on.engine.subscribe((event) => event.name === 'backup' && said.push(event.payload));
    for (let second = 0; second < 3; second += 1) world.tick(1000);
    expect(world.names()).toEqual([]);
    world.tick(1000);
    world.tick(1000);
    await expect.poll(() => said).toEqual([{ failure: null }]);
    expect(world.names()).toHaveLength(1);
  });

  it('BU1 also in a window that stays open for days', async () => {
    await opened('create');
    const on = await openAndWait();
    await edit(on);
    world.now = daysLater(world.now, 1.5);
    world.tick(60 * 60_000);
    await expect.poll(() => world.names().length).toBe(2);
  });

  it('BU2 not of a project in which nothing was done, nor by who only reads', async () => {
    const on = await opened('closed');
    await on.run('project.create', { path: world.path });
    expect(await on.run('backups.take', { ifDue: true })).toBeNull();
    await edit(on);
    await on.run('project.open', { path: world.path, readOnly: true });
    await on.run('project.close', {});
    await on.run('project.open', { path: world.path, readOnly: true });
    expect(await on.run('backups.take', { ifDue: true })).toBeNull();
    expect(world.names()).toEqual([]);
  });

  it('BU3 a backup that is dated in the future, or a clock that ran backwards, counts as old', async () => {
    await opened('create');
    world.now = at('2031-01-01', '12:00');
    await edit(await openAndWait());
    world.now = at('2026-03-02', '09:00');
    await openAndWait();
    expect(world.names()).toEqual(['Study 2026-03-02 0900.emic', 'Study 2031-01-01 1200.emic']);
  });

  it('BU4 twice in a minute: a number that sorts behind; twice the same: the one that is there', async () => {
    const on = await opened('create');
    const first = await on.run('backups.take', {});
    expect(await on.run('backups.take', {})).toEqual({ ...first, isNew: false });
    await edit(on);
    await on.run('backups.take', {});
    await edit(on);
    world.now = at('2026-03-02', '09:01');
    await on.run('backups.take', {});
    expect(world.names()).toEqual([
      'Study 2026-03-02 0900.emic',
      'Study 2026-03-02 0900_02.emic',
      'Study 2026-03-02 0901.emic',
    ]);
  });
});

describe('BU what is kept', () => {
  it('BU5 3 of today, one of each earlier day, 10 in all, the newest always: at every step of 40 days', async () => {
    const random = randomFrom(20_260_302);
    await opened('create');
    let steps = 0;
    let takenOn = '';
    for (let day = 0; day < 40; day += 1 + Math.floor(random() * 3)) {
      // Now and then the clock is wrong for a day.
      const shift = random() < 0.1 ? Math.floor(random() * 800) - 400 : 0;
      for (let hour = 8; hour < 18; hour += 1 + Math.floor(random() * 4)) {
        world.now = new Date(
          Date.parse(at('2026-03-02', `${String(hour).padStart(2, '0')}:00`)) + (day + shift) * 86_400_000,
        ).toISOString();
        const before = world.names();
        const on = random() < 0.4 ? await openAndWait() : (driver ?? (await opened()));
        if (random() < 0.7) await edit(on);
        if (random() < 0.6) {
          const taken = await on.run('backups.take', {});
          expect(taken && sameBytes(taken.path, world.path)).toBe(true);
        }
        steps += 1;
        const fresh = world.names().filter((name) => !before.includes(name));
        if (fresh.length > 0) takenOn = localDay(world.now);
        boundsHold(world.names(), world.now, takenOn);
      }
    }
    expect(steps).toBeGreaterThan(40);
    expect(world.names().length).toBe(10);
  }, 60_000);

  /** `takenOn`: the day of the last backup; until the next one, that day may have three. */
  function boundsHold(names: readonly string[], now: string, takenOn: string): void {
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(10);
    for (const day of new Set(names.map((name) => name.slice(6, 16)))) {
      const ofDay = names.filter((name) => name.startsWith(`Study ${day}`));
      expect(ofDay.length, `${now}: ${ofDay}`).toBeLessThanOrEqual(day === takenOn ? 3 : 1);
    }
  }

  it('BU5 of an earlier day the last one stays', async () => {
    const on = await opened('create');
    for (const time of ['09:00', '10:00', '11:00', '12:00']) {
      world.now = at('2026-03-02', time);
      await edit(on);
      await on.run('backups.take', {});
    }
    expect(world.names()).toEqual(['1000', '1100', '1200'].map((time) => `Study 2026-03-02 ${time}.emic`));
    world.now = at('2026-03-03', '08:00');
    await edit(on);
    await on.run('backups.take', {});
    expect(world.names()).toEqual(['Study 2026-03-02 1200.emic', 'Study 2026-03-03 0800.emic']);
  });

  it('BU6 nothing goes in favour of a damaged backup, and a damaged one is not counted', async () => {
    const on = await opened('create');
    for (const time of ['09:00', '10:00', '11:00']) {
      world.now = at('2026-03-02', time);
      await edit(on);
      await on.run('backups.take', {});
    }
    const [, good, cut] = world.names().map((name) => join(world.backups, name));
    if (!good || !cut) throw new Error('three backups were expected');
    await breakOnePage(cut);
    world.now = at('2026-03-03', '08:00');
    await edit(on);
    await on.run('backups.take', {});
    expect(existsSync(good)).toBe(true);
    expect(world.names()).toEqual([
      'Study 2026-03-02 1000.emic',
      'Study 2026-03-02 1100.emic',
      'Study 2026-03-03 0800.emic',
    ]);
    // One that can't even be opened does not keep the next from being taken.
    const newest = join(world.backups, 'Study 2026-03-03 0800.emic');
    writeFileSync(newest, readFileSync(newest).subarray(0, 5000));
    world.now = at('2026-03-03', '11:30');
    expect(await on.run('backups.take', { ifDue: true })).toMatchObject({ isNew: true });
    const { backups } = await on.query('backups.list', { path: world.path });
    expect(backups.find(({ path }) => path === newest)).toMatchObject({ content: null, bytes: 5000 });
  });

  it('BU7 leaves alone what is no backup of this project, whatever it is called', async () => {
    const on = await opened('create');
    await on.run('backups.take', {});
    const foreign = {
      'Study 2020-01-01 0000.emic': 'not a database',
      'Study 2020-01-02 0000.emic': readFileSync(world.path).subarray(0, 3000),
      'Other 2020-01-03 0000.emic': readFileSync(world.path),
      'Study.emic': readFileSync(world.path),
      'Study 2020-01-04.emic': readFileSync(world.path),
      'notes.txt': 'mine',
      'Study 2020-01-05 0000.emic.part': 'another program’s',
    };
    for (const [name, content] of Object.entries(foreign)) writeFileSync(join(world.backups, name), content);
    const other = newBackupWorld();
    const stranger = await other.open('create');
    await stranger.engine.close();
    copyFileSync(other.path, join(world.backups, 'Study 2020-01-06 0000.emic'));
    other.end();
    mkdirSync(join(world.backups, 'Study 2020-01-07 0000.emic'));
    for (let day = 3; day < 18; day += 1) {
      world.now = at(`2026-03-${String(day).padStart(2, '0')}`, '09:00');
      await edit(on);
      await on.run('backups.take', {});
    }
    for (const [name, content] of Object.entries(foreign)) {
      expect(readFileSync(join(world.backups, name)).equals(Buffer.from(content)), name).toBe(true);
    }
    expect(world.names()).toContain('Study 2020-01-06 0000.emic');
    expect(world.names()).toContain('Study 2020-01-07 0000.emic');
    expect(world.names().filter((name) => name.startsWith('Study 2026'))).toHaveLength(10);
    const { backups } = await on.query('backups.list', { path: world.path });
    expect(backups.filter(({ content }) => content !== null)).toHaveLength(10);
  });
});

describe('BU when something goes wrong', () => {
  it('BU8 a disk that fills at any step leaves the earlier ones and no piece of the new one; work goes on', async () => {
    const on = await opened('create');
    await on.run('backups.take', {});
    const before = world.names();
    let failures = 0;
    for (let limit = 1; ; limit += 1) {
      await edit(on);
      world.now = at('2026-03-02', `10:${String(limit).padStart(2, '0')}`);
      let steps = 0;
      world.beforeStep = ({ name, path }) => {
        const isNew = path.endsWith('.part') && ['create', 'write', 'sync'].includes(name);
        if (isNew || name === 'link') steps += 1;
        if ((isNew || name === 'link' || name === 'rename') && steps >= limit) throw systemError('ENOSPC');
      };
      const result = await on.engine.run('backups.take', {});
      world.beforeStep = () => undefined;
      if (result.ok) break;
      failures += 1;
      expect(result.error).toMatchObject({
        kind: 'diskFull',
        message: expect.stringContaining('disk is full'),
      });
      expect(result.error.message).toContain('The project itself is safe');
      expect(world.names()).toEqual(before);
    }
    expect(failures).toBeGreaterThan(2);
    expect(world.names()).toHaveLength(2);
  });

  it('BU8 what the disk did not keep is not a backup', async () => {
    const on = await opened('create');
    let isBroken = false;
    world.beforeStep = ({ name, path }) => {
      if (name !== 'open' || !path.endsWith('.part') || isBroken) return;
      isBroken = true;
      const bytes = readFileSync(path);
      bytes[9000] = (bytes[9000] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    };
    expect((await on.refuse('backups.take', {})).kind).toBe('unreadableFile');
    expect(isBroken).toBe(true);
    expect(world.names()).toEqual([]);
  });

  it('BU9 a damaged project does not push sound backups out, and is told', async () => {
    const first = await opened('create');
    await first.document('talk', 'words '.repeat(20_000));
    await first.run('backups.take', {});
    await first.engine.close();
    await breakOnePage(world.path);
    for (let day = 3; day < 20; day += 1) {
      world.now = at(`2026-03-${String(day).padStart(2, '0')}`, '09:00');
      const on = await opened();
      expect((await on.refuse('backups.take', {})).message).toContain('seems to be damaged');
    }
    expect(world.names()).toEqual(['Study 2026-03-02 0900.emic']);
  });

  it('BU10 a failure of the backup by itself is told once, in a sentence, and the project goes on', async () => {
    await opened('create');
    const on = await opened('closed');
    const said: (string | null)[] = [];
    on.engine.subscribe((event) => event.name === 'backup' && said.push(event.payload.failure));
    const drive = join(world.folder, 'drive');
    await on.run('session.keepBackupsIn', { folder: drive });
    await on.run('project.open', { path: world.path });
    world.idle();
    await expect.poll(() => said.length).toBe(1);
    expect(said[0]).toMatch(/drive.*the folder is not there.*project itself is safe.*connect its drive/);
    for (let hour = 0; hour < 3; hour += 1) {
      world.tick(60 * 60_000);
      await on.engine.run('backups.take', { ifDue: true });
    }
    expect(said).toHaveLength(1);
    await edit(on);
    mkdirSync(drive);
    world.tick(60 * 60_000);
    await expect.poll(() => said.at(-1)).toBeNull();
    expect(readdirSync(drive)).toEqual([expect.stringMatching(/^Study backups \([0-9a-f]{6}\)$/)]);
    expect(world.names()).toEqual([]);
    expect((await on.query('backups.list', { path: world.path })).backups).toHaveLength(1);
  });

  it('BU10 what took the place of the project file is not backed up as the project', async () => {
    const on = await opened('create');
    const other = newBackupWorld();
    const stranger = await other.open('create');
    await stranger.engine.close();
    renameSync(world.path, `${world.path}.moved`);
    expect((await on.refuse('backups.take', {})).message).toContain('moved, deleted or replaced');
    copyFileSync(other.path, world.path);
    other.end();
    expect((await on.refuse('backups.take', {})).kind).toBe('conflict');
    expect(await on.run('backups.take', { ifDue: true })).toBeNull();
    expect(world.names()).toEqual([]);
  });

  it('BU11 a copy that was cut off is cleared away, one that is being made is not', async () => {
    const on = await opened('create');
    await on.run('backups.take', {});
    const cutOff = 'Study 2026-03-02 0901.emic.4194303-abc123.part';
    const atIt = `Study 2026-03-02 0901.emic.${process.pid}-abc123.part`;
    for (const name of [cutOff, atIt]) writeFileSync(join(world.backups, name), 'half');
    world.now = new Date().toISOString();
    await edit(on);
    await on.run('backups.take', {});
    expect(world.names().filter((name) => name.endsWith('.part'))).toEqual([atIt]);
    world.now = daysLater(world.now, 2);
    await edit(on);
    await on.run('backups.take', {});
    expect(world.names().filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('BU12 closing ends a backup that is under way, at once and without a piece left', async () => {
    const on = await opened('create');
    let go = () => {};
    const stuck = new Promise<void>((resolve) => {
      go = resolve;
    });
    let isWriting = false;
    world.beforeStep = async ({ name }) => {
      if (name !== 'sync') return;
      isWriting = true;
      await stuck;
    };
    const taking = on.engine.run('backups.take', {});
    await expect.poll(() => isWriting).toBe(true);
    // Nobody waits for the disk: changes and closing don't.
    await edit(on);
    await on.run('project.close', {});
    go();
    expect(await taking).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(world.names()).toEqual([]);
  });
});

describe('BU while the work goes on', () => {
  it('BU13 a backup is one committed state, however many changes are made meanwhile', async () => {
    const on = await opened('create');
    await on.document('long', 'a word and another. '.repeat(150_000));
    for (let round = 0; round < 4; round += 1) {
      world.now = at(`2026-04-${String(round + 1).padStart(2, '0')}`, '09:00');
      let changes = 0;
      let isOver = false;
      // Every piece of the copy is followed by a change, as if somebody never stopped.
      world.beforeStep = async ({ name, path }) => {
        if (name === 'write' && path.endsWith('.part') && round % 2 === 0) void edit(on);
      };
      const busy = (async () => {
        while (!isOver) {
          await edit(on);
          changes += 1;
          await on.query('codes.tree', {});
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();
      const taken = await on.run('backups.take', {});
      isOver = true;
      await busy;
      world.beforeStep = () => undefined;
      expect(changes).toBeGreaterThan(0);
      if (!taken) throw new Error('no backup');
      const runtime = await world.platform.loadSqlite();
      const database = openDatabase({ path: taken.path, runtime, files: world.platform.files, mode: 'read' });
      const problems = [...findProblems(database, world.platform.sha256)].filter((each) => each !== null);
      const counts = database
        .prepare('SELECT revision, (SELECT count(*) FROM code) AS codes FROM project')
        .get();
      database.close();
      expect(problems).toEqual([]);
      // One import and nothing but one code a revision.
      expect(Number(counts?.codes)).toBe(Number(counts?.revision) - 1);
    }
  }, 60_000);
});

describe('BU restoring', () => {
  it('BU14 makes a new file beside the project, says so in its history, and overwrites nothing', async () => {
    const on = await opened('create');
    const taken = await on.run('backups.take', {});
    await on.run('code.create', { name: 'later' });
    world.now = at('2026-03-09', '09:00');
    const { restoreTo, backups } = await on.query('backups.list', { path: world.path });
    expect(restoreTo).toBe(join(world.folder, 'Study (restored 2026-03-09).emic'));
    expect(backups).toMatchObject([{ at: at('2026-03-02', '09:00'), content: { name: 'Study', codes: 1 } }]);
    if (!taken) throw new Error('no backup');
    const backupBefore = readFileSync(taken.path);
    const state = await on.run('backups.restore', { path: taken.path, to: restoreTo });
    expect(state).toMatchObject({ state: 'open', path: restoreTo, readOnly: null, counts: { codes: 1 } });
    expect(await on.query('codes.tree', {})).toMatchObject([{ name: 'first' }]);
    const [newest] = await on.query('history.list', {});
    expect(newest?.label).toMatchObject({ key: 'event.restore', values: { at: at('2026-03-02', '09:00') } });
    expect((await on.run('project.check', {})).problems).toEqual([]);
    expect(readFileSync(taken.path).equals(backupBefore)).toBe(true);
    await on.run('project.open', { path: world.path });
    expect(await on.query('codes.tree', {})).toMatchObject([{ name: 'first' }, { name: 'later' }]);

    const again = await on.query('backups.list', { path: world.path });
    expect(again.restoreTo).toBe(join(world.folder, 'Study (restored 2026-03-09 2).emic'));
    const refused = await on.refuse('backups.restore', { path: taken.path, to: world.path });
    expect(refused.kind).toBe('conflict');
    expect(await on.query('codes.tree', {})).toMatchObject([{ name: 'first' }, { name: 'later' }]);
  });

  it('BU15 also of a project that is gone, or damaged', async () => {
    const first = await opened('create');
    await first.run('backups.take', {});
    await first.engine.close();
    rmSync(world.path);
    const on = await opened('closed');
    const { restoreTo, backups } = await on.query('backups.list', { path: world.path });
    expect(backups).toHaveLength(1);
    await on.run('backups.restore', { path: backups[0]?.path ?? '', to: restoreTo });
    await on.run('project.close', {});
    for (const content of ['', 'SQLite format 3\0 and then nothing of the kind'.repeat(100)]) {
      writeFileSync(world.path, content);
      expect((await on.refuse('project.open', { path: world.path })).kind).toBe('unreadableFile');
      expect((await on.query('backups.list', { path: world.path })).backups).toMatchObject([
        { content: { codes: 1 } },
      ]);
    }
  });

  it('BU16 refuses a backup that is not as it was taken; where it still opens, the person may have it', async () => {
    const on = await opened('create');
    await on.document('talk', 'the words that count');
    const taken = await on.run('backups.take', {});
    if (!taken) throw new Error('no backup');
    const bytes = readFileSync(taken.path);
    const place = bytes.indexOf('the words that count');
    bytes[place] = 'T'.charCodeAt(0);
    writeFileSync(taken.path, bytes);
    const to = join(world.folder, 'again.emic');
    const refused = await on.refuse('backups.restore', { path: taken.path, to });
    expect(refused).toMatchObject({ kind: 'conflict', message: expect.stringContaining('not sound') });
    expect(existsSync(to)).toBe(false);
    await on.run('backups.restore', { path: taken.path, to, evenIfDamaged: true });
    expect(await on.query('session.state', {})).toMatchObject({ path: to });

    const torn = join(world.folder, 'torn.emic');
    writeFileSync(taken.path, readFileSync(taken.path).subarray(0, 9000));
    const error = await on.refuse('backups.restore', { path: taken.path, to: torn, evenIfDamaged: true });
    expect(error.kind).toBe('unreadableFile');
    expect(readdirSync(world.folder).filter((name) => /torn|part/.test(name))).toEqual([]);
  });

  it('BU17 a backup is looked at, never worked on', async () => {
    const on = await opened('create');
    const taken = await on.run('backups.take', {});
    const before = readFileSync(taken?.path ?? '');
    const state = await on.run('project.open', { path: taken?.path ?? '' });
    expect(state).toMatchObject({ readOnly: expect.stringContaining('This is a backup') });
    expect((await on.refuse('code.create', { name: 'mine' })).kind).toBe('readOnly');
    await on.run('project.close', {});
    expect(readFileSync(taken?.path ?? '').equals(before)).toBe(true);
    expect(world.names()).toHaveLength(1);
  });

  it('BU18 finds the backups of a project that was moved, where all are kept together', async () => {
    const kept = join(world.folder, 'kept');
    mkdirSync(kept);
    const first = await opened('create');
    await first.run('session.keepBackupsIn', { folder: kept });
    await first.run('backups.take', {});
    await first.engine.close();
    const elsewhere = join(world.folder, 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(world.path, join(elsewhere, 'Study.emic'));
    const stranger = await opened('create');
    await stranger.run('session.keepBackupsIn', { folder: kept });
    await stranger.run('backups.take', {});
    const list = await stranger.query('backups.list', { path: join(elsewhere, 'Study.emic') });
    expect(list.backups).toHaveLength(1);
    const own = await stranger.query('backups.list', { path: world.path });
    expect(own.backups.map(({ path }) => path)).not.toEqual(list.backups.map(({ path }) => path));
    expect(own.backups).toHaveLength(1);
  });
});

describe('BU before a migration', () => {
  const older = 'tests/files/projects/v1.emic';

  it('BU19 a file of an older form is copied first, and that copy is as the file was', async () => {
    copyFileSync(older, world.path);
    await opened();
    const [name = ''] = world.names();
    expect(readFileSync(join(world.backups, name)).equals(readFileSync(older))).toBe(true);
    expect(readFileSync(world.path).equals(readFileSync(older))).toBe(false);
  });

  it('BU19 without room for the copy the file is not touched', async () => {
    copyFileSync(older, world.path);
    const on = await opened('closed');
    world.beforeStep = ({ name }) => {
      if (name === 'write') throw systemError('ENOSPC');
    };
    const error = await on.refuse('project.open', { path: world.path });
    expect(error.kind).toBe('diskFull');
    expect(error.message).toMatch(/older Emic.*only with a backup.*disk is full.*not touched/);
    expect(readFileSync(world.path).equals(readFileSync(older))).toBe(true);
    expect(readdirSync(world.folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
    world.beforeStep = () => undefined;
    expect(await on.run('project.open', { path: world.path })).toMatchObject({
      state: 'open',
      readOnly: null,
    });
  });

  it('BU19 reading an older file takes no copy', async () => {
    copyFileSync(older, world.path);
    const on = await opened('closed');
    await on.engine.run('project.open', { path: world.path, readOnly: true });
    expect(world.names()).toEqual([]);
  });
});

/** Damages a page that nothing needs to open the file or to count what is in it: only a check finds it. */
async function breakOnePage(path: string): Promise<void> {
  const options = { path, runtime: await world.platform.loadSqlite(), files: world.platform.files };
  const whole = readFileSync(path);
  for (let page = whole.length / 4096 - 1; page > 1; page -= 1) {
    const bytes = Buffer.from(whole);
    // The cells of a leaf of an index.
    if (bytes[page * 4096] !== 10) continue;
    bytes.fill(0xee, page * 4096 + 8, page * 4096 + 60);
    writeFileSync(path, bytes);
    const canBeRead = factsOf(world.platform, options.runtime, path) !== null;
    if (canBeRead && [...checkTables(options)].flat().length > 0) return;
  }
  throw new Error('no page could be damaged');
}
