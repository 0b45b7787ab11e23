import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/sqlite';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';

describe('PF opening and making projects', () => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  it('PF1 refuses to make a project where a file is, and leaves that file', async () => {
    const path = driver.file('notes.emic', 'my notes');
    const error = await driver.refuse('project.create', { path });
    expect(error.kind).toBe('conflict');
    expect(readFileSync(path, 'utf8')).toBe('my notes');
    expect(await driver.query('session.state', {})).toMatchObject({ state: 'open', path: driver.path });
  });

  it('PF1 says that the folder for a new project is not there', async () => {
    const error = await driver.refuse('project.create', { path: join(driver.folder, 'gone', 'x.emic') });
    expect(error).toMatchObject({ kind: 'notFound', message: expect.stringContaining('There is no folder') });
  });

  it('PF2 refuses what is no project, with a sentence, and leaves the file as it is', async () => {
    const other = driverOn(driver.folder, join(driver.folder, 'x'));
    for (const [name, content] of [
      ['text.emic', 'plain text '.repeat(200)],
      ['empty.emic', ''],
      ['cut.emic', readFileSync(driver.path).subarray(0, 700)],
    ] as const) {
      const path = driver.file(name, content);
      const error = await other.refuse('project.open', { path });
      expect(error.kind, name).toBe('unreadableFile');
      expect(error.message).toContain(name);
      expect(readFileSync(path)).toEqual(Buffer.from(content));
    }
    const missing = await other.refuse('project.open', { path: join(driver.folder, 'gone.emic') });
    expect(missing.kind).toBe('notFound');
    await other.engine.close();
  });

  it('PF3 refuses a newer file with the version that is needed', async () => {
    await driver.engine.close();
    const platform = testPlatform();
    const path = join(driver.folder, 'newer.emic');
    copyFileSync(driver.path, path);
    const database = openDatabase({
      path,
      runtime: await platform.loadSqlite(),
      files: platform.files,
      mode: 'write',
    });
    database.exec('PRAGMA user_version = 99');
    database.close();
    const bytes = readFileSync(path);
    const error = await driver.refuse('project.open', { path });
    expect(error).toMatchObject({ kind: 'newerVersion', message: expect.stringContaining('99') });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('PF4 gives a second opener the project to read, and says by whom it is held', async () => {
    const second = driverOn(driver.folder, driver.path);
    await second.run('session.setCoder', { name: 'Kim' });
    const state = await second.run('project.open', { path: driver.path });
    expect(state).toMatchObject({ state: 'open', readOnly: expect.stringContaining('open') });
    const error = await second.refuse('code.create', { name: 'mine' });
    expect(error.kind).toBe('readOnly');
    await driver.run('code.create', { name: 'theirs' });
    expect(await second.query('codes.tree', {})).toMatchObject([{ name: 'theirs' }]);
    await second.engine.close();
  });

  it('PF5 leaves one file at rest', async () => {
    await driver.run('code.create', { name: 'one' });
    await driver.engine.close();
    expect(existsSync(`${driver.path}-journal`)).toBe(false);
    expect(existsSync(join(driver.folder, '.test.emic.lock'))).toBe(false);
  });

  it('PF6 asks who codes before the first change, and keeps coders apart', async () => {
    const nobody = await newDriver({ coder: null });
    expect((await nobody.refuse('code.create', { name: 'x' })).message).toContain('who codes');
    await nobody.run('session.setCoder', { name: 'Kim' });
    await nobody.run('code.create', { name: 'x' });
    expect(await nobody.query('coders.list', {})).toMatchObject([{ name: 'Kim' }]);
    await nobody.end();
  });

  it('PF7 finds what a foreign hand changed', async () => {
    const id = await driver.document('text', 'Words that stay as they were.');
    const code = await driver.run('code.create', { name: 'words' });
    await driver.run('coding.apply', { sourceId: id, start: 0, end: 5, codeIds: [code.id] });
    expect(await driver.run('project.check', {})).toMatchObject({ isSound: true, checked: { codings: 1 } });
    await driver.engine.close();
    const bytes = readFileSync(driver.path);
    const place = bytes.indexOf('stay as they');
    bytes.write('left', place);
    writeFileSync(driver.path, bytes);
    const again = await driver.reopen();
    const report = await again.run('project.check', {});
    expect(report.isSound).toBe(false);
    expect(report.problems[0]).toContain('“text”');
    await again.engine.close();
  });

  it('PF8 keeps every acknowledged change when the process forgets to close', async () => {
    await driver.run('code.create', { name: 'kept' });
    const copy = join(driver.folder, 'copy.emic');
    copyFileSync(driver.path, copy);
    const other = driverOn(driver.folder, copy);
    await other.run('project.open', { path: copy });
    expect(await other.query('codes.tree', {})).toMatchObject([{ name: 'kept' }]);
    await other.engine.close();
  });

  it('PF9 says when the last writer never closed the project', async () => {
    expect(await driver.query('session.state', {})).toMatchObject({ isAfterCrash: false });
    await driver.engine.close();
    const { host } = testPlatform().process;
    const gone = { pid: 2 ** 22 + 1, processStart: null, coder: 'Kim', nonce: 'n' };
    const at = '2026-01-01T00:00:00.000Z';
    driver.file('.test.emic.lock', JSON.stringify({ ...gone, host, since: at, heartbeat: at }));
    const again = await driver.reopen();
    expect(await again.query('session.state', {})).toMatchObject({ isAfterCrash: true, readOnly: null });
    const next = await again.reopen();
    expect(await next.query('session.state', {})).toMatchObject({ isAfterCrash: false });
    await next.engine.close();
  });
});
