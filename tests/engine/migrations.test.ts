import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { schemaDigest, schemaVersion } from '../../src/storage/schema';
import { schemaText } from '../../src/storage/schema/snapshot';
import { openDatabase } from '../../src/storage/sqlite';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';

/** Files as earlier versions of the schema left them, in `tests/files/projects`. */
const stored = readdirSync('tests/files/projects').filter((name) => /^v\d+\.emic$/.test(name));

const drivers: Driver[] = [];

async function openStored(name: string): Promise<Driver> {
  const folder = mkdtempSync(join(tmpdir(), 'emic-engine-'));
  const path = join(folder, 'old.emic');
  copyFileSync(join('tests/files/projects', name), path);
  const driver = driverOn(folder, path);
  drivers.push(driver);
  await driver.run('session.setCoder', { name: 'Robin' });
  await driver.run('project.open', { path });
  return driver;
}

async function readSchema(driver: Driver): Promise<string> {
  const platform = testPlatform();
  const runtime = await platform.loadSqlite();
  const database = openDatabase({ path: driver.path, runtime, files: platform.files, mode: 'read' });
  try {
    return schemaText(database);
  } finally {
    database.close();
  }
}

describe('MG migrations', () => {
  afterEach(async () => {
    for (const driver of drivers.splice(0)) await driver.end();
  });

  it('MG1 a file of each earlier version is kept', () => {
    expect(stored).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => `v${index + 1}.emic`));
  });

  it('MG2 a new file has the schema of the snapshot', async () => {
    const driver = await newDriver();
    drivers.push(driver);
    const text = await readSchema(driver);
    await expect(text).toMatchFileSnapshot(`../files/schema/v${schemaVersion}.sql`);
    expect(testPlatform().sha256([text])).toBe(schemaDigest);
  });

  it.each(stored)('MG3 %s gets the same schema as a new file, and is sound', async (name) => {
    const driver = await openStored(name);
    expect(await readSchema(driver)).toBe(readFileSync(`tests/files/schema/v${schemaVersion}.sql`, 'utf8'));
    const report = await driver.run('project.check', {});
    expect(report.problems).toEqual([]);
    const [newest] = await driver.query('history.list', { limit: 1 });
    expect(newest).toMatchObject({ kind: 'event', label: { key: 'event.migrate' } });
  });

  it.each(stored)('MG4 all that was done in %s can be undone after, and done again', async (name) => {
    const driver = await openStored(name);
    const before = await driver.dump();
    let steps = 0;
    while ((await driver.engine.run('history.undo', {})).ok) steps += 1;
    expect(steps).toBeGreaterThan(10);
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    expect(await driver.query('codes.tree', {})).toEqual([]);
    // The step that was undone when the file was left is redone too, and then undone again.
    while ((await driver.engine.run('history.redo', {})).ok);
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('MG5 a newer file is refused with the version that is needed', async () => {
    const driver = await newDriver();
    drivers.push(driver);
    await driver.engine.close();
    const platform = testPlatform();
    const runtime = await platform.loadSqlite();
    const database = openDatabase({ path: driver.path, runtime, files: platform.files, mode: 'write' });
    database.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    database.close();
    const bytes = readFileSync(driver.path);
    const error = await driverOn(driver.folder, driver.path).refuse('project.open', { path: driver.path });
    expect(error.kind).toBe('newerVersion');
    expect(error.message).toContain(`file version ${schemaVersion + 1}`);
    expect(readFileSync(driver.path).equals(bytes)).toBe(true);
  });

  /** Opens a stored file in which somebody has changed something behind Emic's back. */
  async function openTampered(name: string, sql: string): Promise<Driver> {
    const folder = mkdtempSync(join(tmpdir(), 'emic-engine-'));
    const path = join(folder, 'old.emic');
    copyFileSync(join('tests/files/projects', name), path);
    const platform = testPlatform();
    const runtime = await platform.loadSqlite();
    const database = openDatabase({ path, runtime, files: platform.files, mode: 'write' });
    database.transaction(() => database.exec(sql));
    database.close();
    const driver = driverOn(folder, path);
    drivers.push(driver);
    await driver.run('project.open', { path });
    return driver;
  }

  it.each(stored)('MG6 what was damaged in %s is not taken for sound after it', async (name) => {
    const driver = await openTampered(name, "UPDATE change SET after = replace(after, 'money', 'honey')");
    const { problems } = await driver.run('project.check', {});
    expect(problems.filter((problem) => problem.includes('is not as it was written')).length).toBeGreaterThan(
      0,
    );
  });

  it('MG6 a row of which the history does not know is not either', async () => {
    const driver = await openTampered('v2.emic', "UPDATE project SET description = 'tampered with'");
    const { problems } = await driver.run('project.check', {});
    expect(problems).toEqual([
      'Something that no entry of the history has changed is not as it was at the beginning.',
    ]);
  });

  it.each(stored)('MG7 %s can be read without being brought to the present form', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'emic-engine-'));
    const path = join(folder, 'old.emic');
    copyFileSync(join('tests/files/projects', name), path);
    const bytes = readFileSync(path);
    const driver = driverOn(folder, path);
    drivers.push(driver);
    await driver.run('project.open', { path, readOnly: true });
    const codes = await driver.query('codes.tree', {});
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.every(({ status }) => status === 'inUse')).toBe(true);
    const { sources } = await driver.query('sources.tree', {});
    expect(sources.length).toBeGreaterThan(1);
    const memos = await driver.query('memos.list', {});
    expect(memos.length).toBeGreaterThan(1);
    expect(memos.every(({ content, title }) => content === null && title === '')).toBe(true);
    expect(await driver.query('codeSets.list', {})).toEqual([]);
    expect((await driver.query('codings.list', {})).length).toBeGreaterThan(1);
    await driver.engine.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});
