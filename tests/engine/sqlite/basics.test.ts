import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database, SqlValue } from '../../../src/storage/sqlite';
import { faultOf, newFolder, open } from './support/runtime';

async function newDatabase(): Promise<{ database: Database; path: string; folder: string }> {
  const folder = newFolder();
  const path = join(folder, 'project.emic');
  return { database: await open(path, 'create'), path, folder };
}

const VALUES: SqlValue[] = [
  0,
  -1,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53),
  0.1,
  1e300,
  '',
  'a',
  'exactly eight',
  'Grüße, 世界 👩🏽‍🔬',
  '\uFEFFbegins with U+FEFF',
  'holds\u0000zero',
  'x'.repeat(4095),
  'ä'.repeat(4096),
  '語'.repeat(100_000),
  null,
  new Uint8Array([]),
  new Uint8Array([0, 1, 255, 0]),
  new Uint8Array(30_000).fill(7),
];

describe('values', () => {
  it('come back as they were stored, alone, together and after reopening', async () => {
    const { database, path } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, value)');
    database.transaction(() => {
      for (const [id, value] of VALUES.entries()) {
        database.prepare('INSERT INTO thing VALUES (?, ?)').run([id, value]);
      }
    });
    const placeholders = VALUES.map(() => '?').join();
    expect(database.prepare(`SELECT ${placeholders}`).allArrays(VALUES)).toEqual([VALUES]);
    database.close();
    const again = await open(path, 'read');
    expect(again.prepare('SELECT value FROM thing ORDER BY id').values()).toEqual(VALUES);
    again.close();
  });

  it('above 32 bits become integers in an INTEGER column', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (value INTEGER NOT NULL) STRICT');
    database.prepare('INSERT INTO thing VALUES (?)').run([1_700_000_000_123]);
    expect(database.prepare('SELECT value, typeof(value) AS type FROM thing').get()).toEqual({
      value: 1_700_000_000_123,
      type: 'integer',
    });
    database.close();
  });

  it('that SQLite would turn into NULL are refused', async () => {
    const { database } = await newDatabase();
    expect(() => database.prepare('SELECT ?').value([Number.NaN])).toThrow(TypeError);
    expect(() => database.prepare('SELECT ?').value([Number.POSITIVE_INFINITY])).toThrow(TypeError);
    expect(() => database.prepare('SELECT ?').value([undefined as unknown as null])).toThrow(TypeError);
    database.close();
  });

  it('of a lone surrogate become U+FFFD', async () => {
    const { database } = await newDatabase();
    expect(database.prepare('SELECT ?').value(['a\uD800b'])).toBe('a\uFFFDb');
    database.close();
  });
});

describe('statements', () => {
  it('read rows as objects, arrays, columns, one value, and one by one', async () => {
    const { database } = await newDatabase();
    const two = database.prepare("SELECT 1 AS id, 'a' AS name UNION ALL SELECT 2, 'b'");
    expect(two.get()).toEqual({ id: 1, name: 'a' });
    expect(two.allObjects()).toEqual([
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]);
    expect(two.allArrays()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(two.values()).toEqual([1, 2]);
    expect(two.value()).toBe(1);
    expect([...two.iterate()]).toEqual(two.allObjects());
    expect(two.columns()).toEqual(['id', 'name']);
    const none = database.prepare('SELECT 1 WHERE 0');
    expect([none.get(), none.value(), none.allObjects()]).toEqual([undefined, undefined, []]);
    database.close();
  });

  it('take parameters by position and by name, and refuse too few, too many and unknown ones', async () => {
    const { database } = await newDatabase();
    expect(database.prepare('SELECT ? + ?').value([1, 2])).toBe(3);
    expect(database.prepare('SELECT :a + @b + $c + :a').value({ a: 1, b: 10, c: 100 })).toBe(112);
    expect(() => database.prepare('SELECT ?, ?').value([1])).toThrow(/2 parameters, 1 given/);
    expect(() => database.prepare('SELECT ?').value([1, 2])).toThrow(/1 parameters, 2 given/);
    expect(() => database.prepare('SELECT ?').value()).toThrow(/1 parameters, 0 given/);
    expect(() => database.prepare('SELECT :a').value({ b: 1 })).toThrow(/no parameter b/);
    database.close();
  });

  it('count the rows they change', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    expect(database.prepare('INSERT INTO thing VALUES (1), (2), (3)').run()).toEqual({ changes: 3 });
    expect(database.prepare('DELETE FROM thing WHERE id > ?').run([1])).toEqual({ changes: 2 });
    expect(database.prepare('INSERT INTO thing VALUES (9) RETURNING id').value()).toBe(9);
    database.close();
  });

  it('outlive the cache, follow schema changes, and can run inside their own loop', async () => {
    const folder = newFolder();
    const database = await open(join(folder, 'p.emic'), 'create', { statementCacheSize: 3 });
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY); INSERT INTO thing VALUES (1), (2)');
    const all = database.prepare('SELECT * FROM thing ORDER BY id');
    for (let count = 0; count < 20; count++) expect(database.prepare(`SELECT ${count}`).value()).toBe(count);
    expect(all.allObjects()).toEqual([{ id: 1 }, { id: 2 }]);
    database.exec("ALTER TABLE thing ADD COLUMN name TEXT DEFAULT 'x'");
    expect(all.allObjects()).toEqual([
      { id: 1, name: 'x' },
      { id: 2, name: 'x' },
    ]);
    database.exec('ALTER TABLE thing RENAME COLUMN name TO label');
    expect(all.get()).toEqual({ id: 1, label: 'x' });
    const pairs: number[] = [];
    for (const outer of all.iterate<{ id: number }>()) {
      for (const inner of all.iterate<{ id: number }>()) pairs.push(outer.id * 10 + inner.id);
    }
    expect(pairs).toEqual([11, 12, 21, 22]);
    for (const row of all.iterate()) {
      expect(row).toEqual({ id: 1, label: 'x' });
      break;
    }
    // Would be refused (“table is locked”) had the broken-off loop kept its statement.
    database.exec('DROP TABLE thing');
    database.close();
  });

  it('are one each, and are refused with a message that names what is wrong', async () => {
    const { database } = await newDatabase();
    expect(faultOf(() => database.prepare('SELECT 1; SELECT 2').value()).message).toMatch(/more than one/);
    expect(faultOf(() => database.prepare(' -- nothing').value()).message).toMatch(/no statement/);
    expect(faultOf(() => database.prepare('SELECT * FROM nowhere').get())).toMatchObject({
      kind: 'sql',
      message: 'no such table: nowhere',
    });
    expect(database.prepare('SELECT 1;  ').value()).toBe(1);
    database.close();
  });

  it('stop when the database is closed in the middle of a loop', async () => {
    const { database } = await newDatabase();
    const rows = database.prepare('SELECT 1 UNION ALL SELECT 2').iterate();
    rows.next();
    database.close();
    expect(() => rows.next()).toThrow(/closed/);
    expect(faultOf(() => database.prepare('SELECT 1').get()).message).toMatch(/is closed/);
    database.close();
  });
});

describe('transactions', () => {
  it('roll back when their work throws, and pass the error on', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    const failing = () =>
      database.transaction(() => {
        database.prepare('INSERT INTO thing VALUES (1)').run();
        throw new RangeError('changed my mind');
      });
    expect(failing).toThrow(RangeError);
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(0);
    expect(database.isInTransaction).toBe(false);
    expect(database.transaction(() => database.isInTransaction)).toBe(true);
    database.close();
  });

  it('are neither nested nor asynchronous', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    const nested = () => database.transaction(() => database.transaction(() => 1));
    expect(nested).toThrow(/not nested/);
    const asynchronous = () =>
      database.transaction(async () => database.prepare('INSERT INTO thing VALUES (1)').run());
    expect(asynchronous).toThrow(/synchronous/);
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(0);
    database.close();
  });

  it('go on after a refused statement, unless that rolled everything back', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    const insert = database.prepare('INSERT INTO thing VALUES (?)');
    database.transaction(() => {
      insert.run([1]);
      expect(faultOf(() => insert.run([1])).kind).toBe('constraint');
      insert.run([2]);
    });
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(2);
    const rolledBack = faultOf(() =>
      database.transaction(() => {
        insert.run([3]);
        const refused = faultOf(() => database.prepare('INSERT OR ROLLBACK INTO thing VALUES (1)').run());
        expect(refused.kind).toBe('constraint');
        // Would be kept by itself if the transaction did not know that it is over.
        insert.run([4]);
      }),
    );
    expect(rolledBack).toMatchObject({ kind: 'constraint', outcome: 'rolledBack' });
    expect(database.prepare('SELECT max(id) FROM thing').value()).toBe(2);
    database.close();
  });

  it('can be read in, and read() can hold no write', async () => {
    const { database } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    const insert = database.prepare('INSERT INTO thing VALUES (1)');
    expect(database.transaction(() => database.read(() => database.read(() => insert.sql)))).toBe(insert.sql);
    expect(() => database.read(() => insert.run())).toThrow(/inside read/);
    expect(() => database.read(() => database.exec('DELETE FROM thing'))).toThrow(/inside read/);
    expect(() => database.read(() => database.transaction(() => 1))).toThrow(/inside read/);
    database.close();
  });
});

describe('the file', () => {
  it('has the settings that keep it safe', async () => {
    const { database } = await newDatabase();
    const setting = (name: string) => database.prepare(`PRAGMA ${name}`).value();
    expect(setting('journal_mode')).toBe('truncate');
    expect(setting('synchronous')).toBe(2);
    expect(setting('locking_mode')).toBe('normal');
    expect(setting('cache_spill')).toBe(0);
    expect(setting('cache_size')).toBe(-24_000);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('recursive_triggers')).toBe(1);
    expect(setting('trusted_schema')).toBe(0);
    database.close();
  });

  it('is one file at rest, with nothing left in the folder', async () => {
    const { database, folder } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    database.transaction(() => database.prepare('INSERT INTO thing VALUES (1)').run());
    expect(fs.readdirSync(folder).sort()).toEqual(['project.emic', 'project.emic-journal']);
    database.close();
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
  });

  it('is reached through a symbolic link, its journal beside the real file', async () => {
    const { database, path } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY)');
    database.close();
    const elsewhere = newFolder();
    fs.symlinkSync(path, join(elsewhere, 'link.emic'));
    const linked = await open(join(elsewhere, 'link.emic'), 'write');
    linked.transaction(() => linked.prepare('INSERT INTO thing VALUES (1)').run());
    expect(fs.readdirSync(elsewhere)).toEqual(['link.emic']);
    expect(linked.path).toBe(fs.realpathSync(path));
    linked.close();
  });

  it('can be one of several that are open at once', async () => {
    const [one, two] = [await newDatabase(), await newDatabase()];
    one.database.exec('CREATE TABLE thing (id INTEGER); INSERT INTO thing VALUES (1)');
    two.database.exec('CREATE TABLE thing (id INTEGER); INSERT INTO thing VALUES (2)');
    one.database.close();
    expect(two.database.prepare('SELECT id FROM thing').value()).toBe(2);
    two.database.close();
    const again = await open(one.path, 'write');
    expect(again.prepare('SELECT id FROM thing').value()).toBe(1);
    again.close();
  });

  it('in write-ahead mode, of another tool, is turned back with nothing lost', async () => {
    const { database, path, folder } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER); INSERT INTO thing VALUES (1)');
    database.close();
    // What another tool leaves when it closes cleanly: versions 2 in bytes 18 and 19, and no log.
    const file = fs.openSync(path, 'r+');
    fs.writeSync(file, new Uint8Array([2, 2]), 0, 2, 18);
    fs.closeSync(file);
    const reader = await open(path, 'read');
    expect(reader.prepare('SELECT id FROM thing').values()).toEqual([1]);
    reader.close();
    const writer = await open(path, 'write');
    expect(writer.prepare('PRAGMA journal_mode').value()).toBe('truncate');
    writer.transaction(() => writer.prepare('INSERT INTO thing VALUES (2)').run());
    expect(writer.prepare('SELECT id FROM thing').values()).toEqual([1, 2]);
    writer.close();
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
    expect([...fs.readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  });
});

describe('copies', () => {
  it('are complete, compact and on disk, and replace nothing unasked', async () => {
    const { database, folder, path } = await newDatabase();
    database.exec(
      'PRAGMA application_id = 1162692931; PRAGMA user_version = 7; CREATE TABLE thing (text TEXT)',
    );
    database.transaction(() => {
      database.prepare('INSERT INTO thing VALUES (?)').run(['secret'.repeat(10_000)]);
      database.prepare('INSERT INTO thing VALUES (?)').run(['kept']);
    });
    database.transaction(() => database.prepare("DELETE FROM thing WHERE text LIKE 'secret%'").run());
    const target = join(folder, 'copy.emic');
    database.copyTo(target);
    expect(fs.readFileSync(path).includes('secretsecret')).toBe(true);
    expect(fs.readFileSync(target).includes('secretsecret')).toBe(false);
    expect(faultOf(() => database.copyTo(target)).kind).toBe('exists');
    database.copyTo(target, { replace: true });
    expect(faultOf(() => database.copyTo(join(folder, 'nowhere', 'x.emic'))).kind).toBe('missing');
    database.close();
    expect(fs.readdirSync(folder).sort()).toEqual(['copy.emic', 'project.emic']);
    const copy = await open(target, 'write');
    expect(copy.prepare('SELECT text FROM thing').values()).toEqual(['kept']);
    expect(copy.prepare('PRAGMA application_id').value()).toBe(1162692931);
    expect(copy.prepare('PRAGMA user_version').value()).toBe(7);
    expect(copy.integrityCheck()).toEqual([]);
    copy.close();
  });
});

describe('connections', () => {
  it('are handed to onConnect, with TEMP triggers and own functions', async () => {
    const folder = newFolder();
    const seen: unknown[] = [];
    const options = {
      onConnect: (database: Database) => {
        database.createFunction('note', (text) => {
          seen.push(text);
          return 1;
        });
        database.exec(`
          CREATE TABLE IF NOT EXISTS thing (id INTEGER);
          CREATE TEMP TRIGGER thing_added AFTER INSERT ON thing BEGIN SELECT note('added ' || new.id); END;
        `);
      },
    };
    const database = await open(join(folder, 'p.emic'), 'create', options);
    database.transaction(() => database.prepare('INSERT INTO thing VALUES (5)').run());
    expect(seen).toEqual(['added 5']);
    database.close();
    const reader = await open(join(folder, 'p.emic'), 'read', {
      onConnect: (connected) => connected.exec('CREATE TEMP VIEW things AS SELECT id FROM thing'),
    });
    expect(reader.prepare('SELECT id FROM things').values()).toEqual([5]);
    reader.close();
  });

  it('are made ready for changes once, ahead of the first, and again where that failed', async () => {
    let calls = 0;
    const database = await open(join(newFolder(), 'p.emic'), 'create', {
      beforeChanges: (changing: Database) => {
        calls += 1;
        changing.exec('CREATE TEMP TABLE IF NOT EXISTS ready (id INTEGER)');
        if (calls === 1) throw new Error('not yet');
      },
    });
    database.exec('CREATE TABLE thing (id INTEGER)');
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(0);
    expect(calls).toBe(0);
    const add = () => database.transaction(() => database.prepare('INSERT INTO thing VALUES (1)').run());
    expect(add).toThrow('not yet');
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(0);
    add();
    add();
    expect(calls).toBe(2);
    database.close();
  });

  it('notice what others changed', async () => {
    const { database, path } = await newDatabase();
    database.exec('CREATE TABLE thing (id INTEGER)');
    database.transaction(() => database.prepare('INSERT INTO thing VALUES (1)').run());
    expect(database.changedByOthers()).toBe(false);
    const other = await open(path, 'write');
    other.transaction(() => other.prepare('INSERT INTO thing VALUES (2)').run());
    other.close();
    expect(database.changedByOthers()).toBe(true);
    expect(database.changedByOthers()).toBe(false);
    expect(database.prepare('SELECT count(*) FROM thing').value()).toBe(2);
    database.close();
  });
});
