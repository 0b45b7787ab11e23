import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/core/result';
import { openDatabase } from '../../src/storage/sqlite';
import { isJournalHot } from '../../src/storage/sqlite/file-header';
import { stateLeft } from '../crash/state';
import { CHANGING, type FileOperation, hookedFiles, systemError } from './sqlite/support/hooked-files';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';

/**
 * Whatever happens to the disk: the project is as it was after the last acknowledged command, and the researcher is
 * told in a sentence.
 */
describe('BL bad luck', { timeout: 60_000 }, () => {
  let driver: Driver;
  let scratch = '';
  const others: Driver[] = [];
  beforeEach(async () => {
    driver = await newDriver();
    scratch = fs.mkdtempSync(join(driver.folder, 'scratch-'));
    await driver.document('talk', 'Money moves parties. Networks move people.');
    await driver.run('code.createPath', { path: ['power', 'money'] });
    await driver.run('memo.write', { target: { kind: 'project' }, text: 'What moves them?' });
    await driver.engine.close();
  }, 60_000);
  afterEach(async () => {
    for (const other of others.splice(0)) await other.engine.close();
    await driver.end();
  });

  /** Opens the project on files that `before` may spoil. */
  async function openOn(before: (operation: FileOperation) => void): Promise<Driver> {
    return openWith({ ...testPlatform(`spoiled ${others.length}`), files: hookedFiles(before) });
  }
  async function openWith(platform: ReturnType<typeof testPlatform>): Promise<Driver> {
    const opened = driverOn(driver.folder, driver.path, platform);
    others.push(opened);
    await opened.run('session.setCoder', { name: 'Robin' });
    await opened.run('project.open', { path: driver.path });
    return opened;
  }
  /** What lies on the disk, as a new process finds it: a copy, so that nothing is mended by looking. */
  async function found(): Promise<string> {
    return (await stateLeft(driver.path, scratch)).digest;
  }
  /** Opens the project as on another day; all must be well, and work go on. */
  async function expectSound(): Promise<Driver> {
    const next = await openWith(testPlatform(`sound ${others.length}`));
    expect(await next.query('session.state', {})).toMatchObject({ state: 'open', readOnly: null });
    expect((await next.run('project.check', {})).problems).toEqual([]);
    await next.run('code.create', { name: 'life goes on' });
    return next;
  }
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      driver.file(`file ${index}.txt`, `${index} ${'Parties and people. '.repeat(400)}`),
    );

  it('BL1 a disk that fills up in the middle of an import, at any byte, keeps nothing of it', async () => {
    const paths = files(10);
    let room = Number.POSITIVE_INFINITY;
    const platform = {
      ...testPlatform('full'),
      files: {
        ...hookedFiles(() => undefined),
        writeSync(fd: number, buffer: Uint8Array, offset: number, length: number, position: number) {
          if (room <= 0) throw systemError('ENOSPC');
          const written = fs.writeSync(fd, buffer, offset, Math.min(length, room), position);
          room -= written;
          return written;
        },
      },
    };
    const full = await openWith(platform);
    const before = await found();
    let refusals = 0;
    for (let budget = 0; ; budget = Math.ceil(budget * 1.6 + 700)) {
      room = budget;
      const result = await full.engine.run('source.import', { paths });
      room = Number.POSITIVE_INFINITY;
      if (result.ok) break;
      refusals += 1;
      expectRefusal(result.error, 'diskFull', /disk is full/);
      expect(await found()).toBe(before);
      expect((await full.query('sources.tree', {})).sources).toHaveLength(1);
    }
    expect(refusals).toBeGreaterThan(8);
    expect((await full.query('sources.tree', {})).sources).toHaveLength(11);
    await full.run('history.undo', {});
    await full.engine.close();
    await expectSound();
  });

  it('BL2 a full disk at the opening is told, and the project waits untouched', async () => {
    const before = await found();
    let isFull = true;
    const platform = {
      ...testPlatform('full'),
      files: hookedFiles(({ name }) => {
        if (isFull && name === 'writeSync') throw systemError('ENOSPC');
      }),
    };
    const full = driverOn(driver.folder, driver.path, platform);
    others.push(full);
    await full.run('session.setCoder', { name: 'Robin' });
    const result = await full.engine.run('project.open', { path: driver.path });
    if (!result.ok) expectRefusal(result.error, 'diskFull', /disk is full/);
    expect(await found()).toBe(before);
    expect(fs.readdirSync(driver.folder).filter((name) => name.includes('emic'))).toEqual(['test.emic']);
    isFull = false;
    await full.run('project.open', { path: driver.path });
    await full.run('code.create', { name: 'room again' });
    await full.engine.close();
    await expectSound();
  });

  it.each(['EACCES', 'EROFS', 'EPERM'])(
    'BL3 a permission taken away (%s) refuses changes and loses none',
    async (code) => {
      let isDenied = false;
      const denied = await openOn(({ name, flags }) => {
        const isOpening = name === 'openSync' && flags !== 'r';
        if (isDenied && (CHANGING.has(name) || isOpening)) throw systemError(code);
      });
      await denied.run('code.create', { name: 'before' });
      const before = await found();
      isDenied = true;
      for (const [name, args] of [
        ['code.create', { name: 'after' }],
        ['source.import', { paths: files(2) }],
        ['history.undo', {}],
      ] as const) {
        const result = await denied.engine.run(name, args);
        expect(result.ok, name).toBe(false);
        if (!result.ok) expectRefusal(result.error, 'readOnly', /may not be written/);
      }
      expect(await denied.query('codes.tree', {})).toHaveLength(3);
      isDenied = false;
      expect(await found()).toBe(before);
      await denied.run('code.create', { name: 'allowed again' });
      await denied.engine.close();
      await expectSound();
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'BL3 a file and a folder made read-only are opened for reading, with the reason',
    async () => {
      fs.chmodSync(driver.path, 0o444);
      const reading = await openWith(testPlatform('read'));
      expect(await reading.query('session.state', {})).toMatchObject({
        readOnly: expect.stringMatching(/write-protected/),
      });
      await reading.engine.close();
      fs.chmodSync(driver.path, 0o644);
      await expectSound();
    },
  );

  it('BL4 a drive pulled out at any moment leaves what was acknowledged, and can be opened when it is back', async () => {
    const paths = files(4);
    const outcomes: boolean[] = [];
    for (let pulledAt = 1; outcomes.at(-1) !== true; pulledAt = Math.ceil(pulledAt * 1.4)) {
      const before = await found();
      let [operations, isAttached] = [Number.NEGATIVE_INFINITY, true];
      const pulled = await openOn(({ name }) => {
        if (CHANGING.has(name)) operations += 1;
        if (operations >= pulledAt) isAttached = false;
        if (!isAttached) throw systemError('EIO');
      });
      operations = 0;
      const imported = await pulled.engine.run('source.import', { paths });
      outcomes.push(imported.ok);
      isAttached = false;
      operations = pulledAt;
      for (const result of [imported, await pulled.engine.run('code.create', { name: 'too late' })]) {
        if (result.ok) continue;
        expect(result.error.kind, result.error.detail).not.toBe('bug');
        expect(result.error.message).toMatch(/^\S.*\.$/su);
      }
      await pulled.engine.close();
      isAttached = true;
      if (!imported.ok) expect(await found()).toBe(before);
      // The same process opens it again: its own lock is still on the drive.
      const back = await openWith(testPlatform(`back ${pulledAt}`));
      expect(await back.query('session.state', {})).toMatchObject({
        readOnly: null,
        counts: { documents: imported.ok ? 5 : 1, codes: 2 },
      });
      expect((await back.run('project.check', {})).problems).toEqual([]);
      await back.engine.close();
    }
    expect(outcomes.length).toBeGreaterThan(8);
    await expectSound();
  });

  it('BL5 a file deleted while open keeps its changes where they can be reached', async () => {
    const open = await openOn(() => undefined);
    await open.run('code.create', { name: 'acknowledged' });
    fs.rmSync(driver.path);
    for (const [name, args] of [
      ['code.create', { name: 'lost' }],
      ['source.import', { paths: files(2) }],
      ['history.undo', {}],
    ] as const) {
      const result = await open.engine.run(name, args);
      expect(result.ok, name).toBe(false);
      if (!result.ok) expectRefusal(result.error, 'conflict', /deleted|not there/);
    }
    const names = (await open.query('codes.tree', {})).map(({ name }) => name);
    expect(names).toEqual(['power', 'money', 'acknowledged']);
    expect(fs.existsSync(driver.path)).toBe(false);
  });

  describe('BL6 a journal left by a crash of another tool', () => {
    it('is rolled back when that tool is our own binding', async () => {
      const before = await found();
      const folder = fs.mkdtempSync(join(driver.folder, 'other-'));
      let writes = 0;
      const theirs = openDatabase({
        path: driver.path,
        mode: 'write',
        runtime: await testPlatform().loadSqlite(),
        files: hookedFiles(({ name, path }) => {
          if (name !== 'writeSync' || !path.endsWith('.emic')) return;
          writes += 1;
          if (writes !== 3) return;
          for (const ending of ['', '-journal'])
            fs.copyFileSync(`${driver.path}${ending}`, join(folder, `test.emic${ending}`));
        }),
      });
      theirs.transaction(() => {
        theirs.exec("UPDATE code SET definition = printf('%5000s', 'theirs'); DELETE FROM memo;");
      });
      theirs.close();
      for (const ending of ['', '-journal'])
        fs.copyFileSync(join(folder, `test.emic${ending}`), `${driver.path}${ending}`);
      expect(isJournalHot(fs, driver.path)).toBe(true);
      const next = await expectSound();
      await next.run('history.undo', {});
      await next.engine.close();
      expect(await found()).not.toBe(before);
      await expectAsBefore();
    });

    it.skipIf(!hasPython())('is rolled back when that tool is Python', async () => {
      python(`
db = sqlite3.connect(path, isolation_level=None)
db.execute('PRAGMA cache_size = 2')
db.execute('BEGIN')
db.execute("UPDATE code SET definition = printf('%5000s', 'theirs')")
for n in range(300):
    db.execute("INSERT INTO source_text VALUES (?, ?)", (str(n), 'x' * 4000))
os.kill(os.getpid(), signal.SIGKILL)
`);
      expect(fs.readFileSync(`${driver.path}-journal`)[0]).not.toBe(0);
      const reader = driverOn(driver.folder, driver.path);
      others.push(reader);
      const refused = await reader.refuse('project.open', { path: driver.path, readOnly: true });
      expect(refused.message).toMatch(/^[A-Z].*\.$/su);
      await expectAsBefore();
    });

    it.skipIf(!hasPython())('in the write-ahead form loses nothing that it had committed', async () => {
      python(`
db = sqlite3.connect(path, isolation_level=None)
db.execute('PRAGMA journal_mode = WAL')
db.execute("UPDATE project SET description = 'written in WAL'")
os.kill(os.getpid(), signal.SIGKILL)
`);
      expect(fs.statSync(`${driver.path}-wal`).size).toBeGreaterThan(0);
      const bytes = [fs.readFileSync(driver.path), fs.readFileSync(`${driver.path}-wal`)];
      const next = driverOn(driver.folder, driver.path);
      others.push(next);
      await next.run('session.setCoder', { name: 'Robin' });
      const opened = await next.engine.run('project.open', { path: driver.path });
      if (opened.ok) {
        const state = await next.query('session.state', {});
        expect(state).toMatchObject({ project: { description: 'written in WAL' } });
      } else {
        expect(opened.error.kind, opened.error.detail).not.toBe('bug');
        expect(opened.error.message).toMatch(/^\S.*\.$/su);
        expect([fs.readFileSync(driver.path), fs.readFileSync(`${driver.path}-wal`)]).toEqual(bytes);
      }
    });

    async function expectAsBefore(): Promise<void> {
      const next = await openWith(testPlatform('as before'));
      const codes = await next.query('codes.tree', {});
      expect(codes.slice(0, 2).map(({ name, definition }) => [name, definition])).toEqual([
        ['power', ''],
        ['money', ''],
      ]);
      expect(await next.query('memos.list', {})).toMatchObject([{ text: 'What moves them?' }]);
      expect((await next.run('project.check', {})).problems).toEqual([]);
    }

    function python(script: string): void {
      const before = `import os, signal, sqlite3\npath = ${JSON.stringify(driver.path)}\n`;
      const { signal } = spawnSync('python3', ['-c', before + script]);
      expect(signal).toBe('SIGKILL');
    }
  });

  it('BL7 a clock that runs backwards confuses neither the order nor undo', async () => {
    let time = Date.UTC(2026, 5, 1);
    const clock = () => {
      time -= 3_600_000;
      return new Date(time).toISOString();
    };
    const open = await openWith({ ...testPlatform('backwards'), clock });
    const target = { kind: 'project' as const };
    await open.run('memo.write', { target, text: 'one' });
    await open.run('memo.write', { target, text: 'one two' });
    for (const name of ['a', 'b', 'c']) await open.run('code.create', { name });
    await open.run('history.undo', {});
    await open.run('history.undo', {});
    await open.run('history.redo', {});
    const codes = async (on: Driver) => (await on.query('codes.tree', {})).map(({ name }) => name);
    expect(await codes(open)).toEqual(['power', 'money', 'a', 'b']);
    const before = await found();
    await open.engine.close();
    const next = await openWith({ ...testPlatform('further back'), clock });
    expect(await found()).toBe(before);
    expect((await next.run('project.check', {})).problems).toEqual([]);
    await next.run('history.undo', {});
    await next.run('history.undo', {});
    expect(await codes(next)).toEqual(['power', 'money']);
    expect(await next.query('memos.list', {})).toMatchObject([{ text: 'one two' }]);
    await next.run('history.redo', {});
    expect(await codes(next)).toEqual(['power', 'money', 'a']);
    await next.engine.close();
    await expectSound();
  });

  /** A stale sentence says what happened, of a kind that is expected. */
  function expectRefusal(error: AppError, kind: AppError['kind'], words: RegExp): void {
    expect(error.kind, error.detail).toBe(kind);
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(/^\S.*\.$/su);
  }
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sqlite3']);
    return true;
  } catch {
    return false;
  }
}
