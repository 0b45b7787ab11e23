import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/storage/sqlite';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';

/** The counts that a session leaves in the file for the next one: used where they are true, never where they are not. */
describe('KU counts kept from session to session', () => {
  let driver: Driver;
  let source: SourceId;
  let codes: CodeId[];

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document(
      'one',
      'First sentence. Second sentence. Third sentence. Fourth sentence.',
    );
    const other = await driver.document('two', 'Another text with a few more words in it.');
    codes = [];
    for (const name of ['money', 'power', 'media']) {
      codes.push((await driver.run('code.create', { name })).id);
    }
    for (let start = 0; start < 40; start += 5) await apply(start, 1 + ((start / 5) % 2));
    await driver.run('coding.apply', { sourceId: other, start: 3, end: 9, codeIds: codes.slice(0, 1) });
    await driver.run('session.setCoder', { name: 'Kim' });
    await apply(0, 2);
  });
  afterEach(() => driver.end());

  const apply = (start: number, howMany: number) =>
    driver.run('coding.apply', { sourceId: source, start, end: start + 7, codeIds: codes.slice(0, howMany) });

  const shown = async () => ({
    codes: (await driver.query('codes.tree', {})).map(({ id, codings, quotations, documents }) => [
      ...[id, codings, quotations, documents],
    ]),
    sources: (await driver.query('sources.tree', {})).sources.map(({ id, quotations, codings }) => [
      ...[id, quotations, codings],
    ]),
    coders: (await driver.query('coders.list', {})).map(({ id, codings }) => [id, codings]),
  });

  /** By the simplest SQL, past the engine. */
  const counted = () =>
    outside('read', (database) => {
      const all = (sql: string) => database.prepare(sql).allArrays();
      const count = (of: string, condition: string) =>
        `(SELECT count(${of}) FROM coding JOIN quotation ON quotation.id = quotation_id WHERE ${condition})`;
      return {
        codes: all(
          `SELECT id, ${count('*', 'code_id = code.id')}, ${count('DISTINCT quotation_id', 'code_id = code.id')},
            ${count('DISTINCT source_id', 'code_id = code.id')} FROM code ORDER BY position`,
        ),
        sources: all(
          `SELECT id, (SELECT count(*) FROM quotation WHERE source_id = source.id),
            ${count('*', 'source_id = source.id')} FROM source ORDER BY position`,
        ),
        coders: all(
          `SELECT id, ${count('*', 'coding.coder_id = coder.id')} FROM coder ORDER BY created_at, name`,
        ),
      };
    });

  const expectTrue = async () => expect(await shown()).toEqual(await counted());

  /** What another program does with the file while Emic has it closed. */
  async function outside<T>(mode: 'read' | 'write', work: (database: Database) => T): Promise<T> {
    const { files, loadSqlite } = testPlatform();
    const database = openDatabase({ path: driver.path, mode, files, runtime: await loadSqlite() });
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  const kept = () =>
    outside('read', (database) =>
      database
        .prepare("SELECT state, body FROM kept WHERE name = 'usage'")
        .get<{ state: string; body: string }>(),
    );

  async function reopenAfter(work: () => unknown): Promise<void> {
    await driver.engine.close();
    await work();
    const { folder, path } = driver;
    driver = driverOn(folder, path);
    await driver.run('session.setCoder', { name: 'Robin' });
    await driver.run('project.open', { path });
  }

  it('KU1 begins with them', async () => {
    await expectTrue();
    await reopenAfter(async () => {
      const { state, body } = (await kept()) ?? { state: '', body: '' };
      const json = body.slice(body.indexOf(' ') + 1);
      const forged = JSON.parse(json);
      forged.documents[0][2] = 4711;
      const text = JSON.stringify(forged);
      const digest = createHash('sha256').update(text).digest('hex');
      const [form, revision, commits] = state.split(' ');
      await outside('write', (database) =>
        database.transaction(() =>
          database
            .prepare("UPDATE kept SET state = ?, body = ? WHERE name = 'usage'")
            .run([`${form} ${revision} ${Number(commits) + 1}`, `${digest} ${text}`]),
        ),
      );
    });
    expect((await shown()).sources.map(([, , codings]) => codings)).toContain(4711);
  });

  it('KU2 stays true through changes, undo and redo after that', async () => {
    await reopenAfter(() => undefined);
    await expectTrue();
    await apply(3, 3);
    await expectTrue();
    for (let step = 0; step < 6; step += 1) {
      await driver.run('history.undo', {});
      await expectTrue();
    }
    await driver.run('history.redo', {});
    await driver.run('code.merge', { fromIds: codes.slice(1, 2), intoId: codes[0] as CodeId });
    await expectTrue();
    await driver.run('source.delete', { ids: [source] });
    await expectTrue();
    await reopenAfter(() => undefined);
    await driver.run('history.undo', {});
    await expectTrue();
  });

  it('KU3 counts anew when another program wrote in between', async () => {
    await expectTrue();
    await reopenAfter(() =>
      outside('write', (database) =>
        database.transaction(() =>
          database.exec('DELETE FROM coding WHERE id = (SELECT min(id) FROM coding)'),
        ),
      ),
    );
    await expectTrue();
  });

  it('KU4 counts anew what was written before a crash', async () => {
    await reopenAfter(() => undefined);
    await apply(12, 3);
    const crashed = join(driver.folder, 'crashed.emic');
    copyFileSync(driver.path, crashed);
    const before = await kept();
    await driver.engine.close();
    driver = driverOn(driver.folder, crashed);
    await driver.run('session.setCoder', { name: 'Robin' });
    await driver.run('project.open', { path: crashed });
    expect(await kept()).toEqual(before);
    await expectTrue();
  });

  it('KU5 takes an older version of the file with the counts of then', async () => {
    const older = join(driver.folder, 'older');
    await reopenAfter(() => copyFileSync(driver.path, older));
    await apply(20, 3);
    await expectTrue();
    await reopenAfter(() => copyFileSync(older, driver.path));
    await expectTrue();
  });

  it('KU6 leaves a project in which nothing was changed as it is', async () => {
    let before: Buffer = Buffer.alloc(0);
    await reopenAfter(() => {
      before = readFileSync(driver.path);
    });
    await shown();
    await driver.engine.close();
    expect(readFileSync(driver.path).equals(before)).toBe(true);
    driver = driverOn(driver.folder, driver.path);
  });

  it('KU7 counts anew where a bit of them was flipped', async () => {
    await expectTrue();
    await reopenAfter(() => {
      const bytes = readFileSync(driver.path);
      const at = bytes.indexOf('"documents":[["') + 15 + 36 + 2;
      expect(String.fromCharCode(bytes[at] ?? 0)).toMatch(/\d/);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(driver.path, bytes);
    });
    await expectTrue();
  });

  it('KU8 makes no entry in the history', async () => {
    const entries = () =>
      driver.query('history.list', {}).then((list) => list.map(({ sequence }) => sequence));
    const before = await entries();
    await reopenAfter(() => undefined);
    expect(await entries()).toEqual(before);
    expect(await kept()).toBeDefined();
  });
});
