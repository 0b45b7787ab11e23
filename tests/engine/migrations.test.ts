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

  it('MG6 what was damaged before a migration is not taken for sound after it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emic-engine-'));
    const path = join(folder, 'old.emic');
    copyFileSync('tests/files/projects/v1.emic', path);
    const platform = testPlatform();
    const runtime = await platform.loadSqlite();
    const database = openDatabase({ path, runtime, files: platform.files, mode: 'write' });
    database.transaction(() =>
      database.prepare('UPDATE change SET after = replace(after, ?, ?)').run(['money', 'honey']),
    );
    database.close();
    const driver = driverOn(folder, path);
    drivers.push(driver);
    await driver.run('project.open', { path });
    const { problems } = await driver.run('project.check', {});
    expect(problems.filter((problem) => problem.includes('is not as it was written')).length).toBeGreaterThan(
      0,
    );
  });
});
