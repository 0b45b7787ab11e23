import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, openDatabase } from '../../../src/storage/sqlite';
import { type FileOperation, hookedFiles, systemError } from './support/hooked-files';
import { addEntry, createLedger, lastEntry, ledgerProblems } from './support/ledger';
import { faultOf, newFolder, open, runtime } from './support/runtime';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = newFolder();
  path = join(folder, 'project.emic');
  const database = await open(path, 'create');
  createLedger(database);
  addEntry(database);
  database.close();
});

async function faultOfOpening(at: string, mode: 'create' | 'write' | 'read', files: FileSystem = fs) {
  const sqlite = await runtime();
  return faultOf(() => openDatabase({ path: at, mode, runtime: sqlite, files, patience: 50 }));
}

describe('opening is refused', () => {
  it('where there is no file, and makes none', async () => {
    const nowhere = join(folder, 'nowhere.emic');
    expect((await faultOfOpening(nowhere, 'write')).kind).toBe('missing');
    expect((await faultOfOpening(nowhere, 'read')).kind).toBe('missing');
    expect((await faultOfOpening(join(folder, 'no', 'folder.emic'), 'create')).kind).toBe('missing');
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
  });

  it('for creation where something is, which stays as it was', async () => {
    const before = fs.readFileSync(path);
    expect((await faultOfOpening(path, 'create')).kind).toBe('exists');
    expect(fs.readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['an empty file', ''],
    ['a plain text', 'Dear diary, '.repeat(1000)],
    ['a short text', 'SQLite'],
    ['a text that starts like a database', `SQLite format 3\0${'nonsense'.repeat(1000)}`],
  ])('for %s, which stays as it was', async (_what, content) => {
    const other = join(folder, 'other.emic');
    fs.writeFileSync(other, content);
    for (const mode of ['write', 'read'] as const) {
      expect((await faultOfOpening(other, mode)).kind).toBe('notADatabase');
    }
    expect(fs.readFileSync(other, 'utf8')).toBe(content);
    expect(fs.readdirSync(folder).sort()).toEqual(['other.emic', 'project.emic']);
  });

  it('for a folder', async () => {
    expect((await faultOfOpening(folder, 'write')).kind).toBe('notADatabase');
  });

  it.each([0.2, 0.5, 0.9, 0.9999])('for a file cut at %s of its length', async (share) => {
    const size = fs.statSync(path).size;
    fs.truncateSync(path, Math.floor(size * share));
    for (const mode of ['write', 'read'] as const) {
      expect((await faultOfOpening(path, mode)).kind).toBe('corrupt');
    }
    expect(fs.statSync(path).size).toBe(Math.floor(size * share));
  });
});

describe('damage inside', () => {
  it('is reported by the integrity check', async () => {
    const file = fs.openSync(path, 'r+');
    fs.writeSync(file, new Uint8Array(2000).fill(0xff), 0, 2000, 4096);
    fs.closeSync(file);
    const database = await open(path, 'write');
    expect(database.integrityCheck().length).toBeGreaterThan(0);
    expect(database.integrityCheck('quick').length).toBeGreaterThan(0);
    database.close();
  });

  it('by a row that refers to nothing is reported too', async () => {
    const database = await open(path, 'write');
    database.exec(`
      PRAGMA foreign_keys = OFF;
      CREATE TABLE child (entry INTEGER REFERENCES account (id));
      INSERT INTO child VALUES (999);
    `);
    expect(database.integrityCheck()).toEqual(['row 1 of child refers to nothing in account']);
    database.close();
  });
});

/** The real files, where writing meets `code` for paths that `forbids` picks. */
function forbidding(code: string, forbids: (operation: FileOperation) => boolean): FileSystem {
  return hookedFiles((operation) => {
    if (forbids(operation)) throw systemError(code);
  });
}

describe('reading only', () => {
  it('is what `read` does, to the last byte', async () => {
    const before = fs.readFileSync(path);
    const database = await open(path, 'read');
    expect([database.canWrite, database.readOnlyReason]).toEqual([false, 'asked']);
    expect(lastEntry(database)).toBe(1);
    expect(faultOf(() => addEntry(database))).toMatchObject({ kind: 'readOnly', outcome: 'rolledBack' });
    expect(faultOf(() => database.prepare('DELETE FROM entry').run()).kind).toBe('readOnly');
    expect(faultOf(() => database.exec('DROP TABLE entry')).kind).toBe('readOnly');
    expect([...database.prepare('SELECT part FROM entry').iterate()].length).toBeGreaterThan(0);
    database.copyTo(join(folder, 'copy.emic'));
    database.close();
    expect(fs.readFileSync(path).equals(before)).toBe(true);
    expect(fs.readdirSync(folder).sort()).toEqual(['copy.emic', 'project.emic']);
  });

  it.each(['EACCES', 'EROFS', 'EPERM'])('is fallen back to where the file refuses with %s', async (code) => {
    const files = forbidding(code, ({ name, flags }) => name === 'openSync' && flags !== 'r');
    const database = await open(path, 'write', { files });
    expect([database.canWrite, database.readOnlyReason]).toEqual([false, 'file']);
    expect(lastEntry(database)).toBe(1);
    expect(faultOf(() => addEntry(database)).kind).toBe('readOnly');
    database.close();
  });

  it('is fallen back to where no journal can be made in the folder', async () => {
    const files = forbidding('EACCES', ({ name, path: at }) => name === 'accessSync' && at === folder);
    const database = await open(path, 'write', { files });
    expect([database.canWrite, database.readOnlyReason]).toEqual([false, 'folder']);
    expect(lastEntry(database)).toBe(1);
    database.close();
  });

  it('begins when permission is taken away while open, and ends when it is back', async () => {
    let isForbidden = false;
    const files = forbidding('EACCES', ({ flags }) => isForbidden && flags !== '' && flags !== 'r');
    const database = await open(path, 'write', { files });
    isForbidden = true;
    expect(faultOf(() => addEntry(database))).toMatchObject({ kind: 'readOnly', outcome: 'rolledBack' });
    expect(lastEntry(database)).toBe(1);
    isForbidden = false;
    expect(addEntry(database)).toBe(2);
    expect(ledgerProblems(database)).toEqual([]);
    database.close();
  });
});

describe('a file that is not there any more', () => {
  it('is noticed before anything is written', async () => {
    const database = await open(path, 'write');
    fs.unlinkSync(path);
    expect(database.identity()).toMatchObject({ links: 0n, atPath: 'missing' });
    expect(faultOf(() => addEntry(database))).toMatchObject({ kind: 'missing', outcome: 'rolledBack' });
    expect(fs.existsSync(path)).toBe(false);
    database.copyTo(join(folder, 'rescued.emic'));
    database.close();
    const rescued = await open(join(folder, 'rescued.emic'), 'write');
    expect(lastEntry(rescued)).toBe(1);
    rescued.close();
  });

  it('is noticed by the first change of a transaction that had begun', async () => {
    const database = await open(path, 'write');
    const other = join(folder, 'other.emic');
    database.copyTo(other);
    const fault = faultOf(() =>
      database.transaction(() => {
        fs.renameSync(other, path);
        database.prepare("INSERT INTO entry VALUES (2, 0, 'mine')").run();
      }),
    );
    expect(fault).toMatchObject({ kind: 'replaced', outcome: 'rolledBack' });
    database.close();
  });

  it('is noticed when it goes in the middle of a transaction, and what was done can be saved', async () => {
    const database = await open(path, 'write');
    expect(database.identity().atPath).toBe('same');
    const other = join(folder, 'other.emic');
    database.copyTo(other);
    const fault = faultOf(() =>
      database.transaction(() => {
        database.prepare("INSERT INTO entry VALUES (2, 0, 'mine')").run();
        fs.renameSync(other, path);
      }),
    );
    expect(fault).toMatchObject({ kind: 'replaced', outcome: 'committed' });
    expect(database.identity().atPath).toBe('replaced');
    database.copyTo(join(folder, 'rescued.emic'));
    database.close();
    const replaced = await open(path, 'write');
    expect(lastEntry(replaced)).toBe(1);
    expect(replaced.integrityCheck()).toEqual([]);
    replaced.close();
    const rescued = await open(join(folder, 'rescued.emic'), 'write');
    expect(lastEntry(rescued)).toBe(2);
    rescued.close();
  });
});
