import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase, StorageFault } from '../../../src/storage/sqlite';
import { type FileOperation, hookedFiles, systemError } from './support/hooked-files';
import { addEntry, createLedger, lastEntry, ledgerProblems } from './support/ledger';
import { faultOf, newFolder, open, runtime } from './support/runtime';

interface FaultyLedger {
  readonly database: Database;
  readonly path: string;
  /** From now on `code` meets the n-th operation (from 1) that `matches`, and `times` - 1 after it. */
  fail(code: string, matches: (operation: FileOperation) => boolean, nth?: number, times?: number): void;
  /** No more faults; returns how many there were. */
  heal(): number;
}

async function faultyLedger(onConnect?: (database: Database) => void): Promise<FaultyLedger> {
  const path = join(newFolder(), 'project.emic');
  let plan:
    | { code: string; matches: (operation: FileOperation) => boolean; nth: number; times: number }
    | undefined;
  let count = 0;
  let faults = 0;
  const files = hookedFiles((operation) => {
    if (!plan?.matches(operation)) return;
    count += 1;
    if (count < plan.nth || count >= plan.nth + plan.times) return;
    faults += 1;
    throw systemError(plan.code);
  });
  const database = openDatabase({ path, mode: 'create', runtime: await runtime(), files, onConnect });
  createLedger(database);
  for (let count = 0; count < 3; count++) addEntry(database);
  return {
    database,
    path,
    fail(code, matches, nth = 1, times = Number.POSITIVE_INFINITY) {
      plan = { code, matches, nth, times };
      count = 0;
      faults = 0;
    },
    heal() {
      plan = undefined;
      return faults;
    },
  };
}

const isWrite = ({ name }: FileOperation) => name === 'writeSync' || name === 'ftruncateSync';
const isSync = ({ name }: FileOperation) => name === 'fsyncSync';

/** What another process would find on disk at this moment. */
async function onDisk(path: string): Promise<{ last: number; problems: string[] }> {
  const copy = join(newFolder(), 'seen.emic');
  fs.copyFileSync(path, copy);
  if (fs.existsSync(`${path}-journal`)) fs.copyFileSync(`${path}-journal`, `${copy}-journal`);
  const database = await open(copy, 'write');
  const seen = {
    last: lastEntry(database),
    problems: [...ledgerProblems(database), ...database.integrityCheck()],
  };
  database.close();
  return seen;
}

describe('a full disk', () => {
  it.each(['ENOSPC', 'EDQUOT'])(
    '%s at any write rolls back, says so, and leaves the project usable',
    async (code) => {
      const { database, path, fail, heal } = await faultyLedger();
      let refused = 0;
      for (let nth = 1; ; nth++) {
        const last = lastEntry(database);
        fail(code, isWrite, nth);
        let fault: unknown;
        try {
          addEntry(database);
        } catch (error) {
          fault = error;
        }
        const faults = heal();
        if (faults === 0) break;
        refused += 1;
        expect(fault).toBeInstanceOf(StorageFault);
        expect(fault).toMatchObject({ kind: 'diskFull', outcome: 'rolledBack', systemCode: code });
        expect(lastEntry(database)).toBe(last);
        expect(await onDisk(path)).toEqual({ last, problems: [] });
      }
      expect(refused).toBeGreaterThan(5);
      addEntry(database);
      expect(ledgerProblems(database)).toEqual([]);
      database.close();
      expect(fs.existsSync(`${path}-journal`)).toBe(false);
    },
  );

  it('in the middle of a large import keeps nothing of it, even when the import goes on regardless', async () => {
    const { database, path, fail, heal } = await faultyLedger();
    fail('ENOSPC', isWrite, 20);
    const change = database.prepare("UPDATE entry SET text = text || 'z'");
    const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?)');
    let refused = 0;
    const carryOn = (work: () => unknown) => {
      if (catching(work) !== undefined) refused += 1;
    };
    const fault = faultOf(() =>
      database.transaction(() => {
        // Every page it changes is first saved in the journal: the fault comes while the statement runs.
        carryOn(() => change.run());
        for (let part = 0; part < 3000; part++) {
          carryOn(() => insert.run([100, part, 'x'.repeat(900)]));
        }
      }),
    );
    heal();
    expect(fault).toMatchObject({ kind: 'diskFull', outcome: 'rolledBack' });
    expect(refused).toBe(3001);
    expect(await onDisk(path)).toEqual({ last: 3, problems: [] });
    expect(addEntry(database)).toBe(4);
    database.close();
  });

  it('while copying leaves no half copy', async () => {
    const { database, path, fail, heal } = await faultyLedger();
    const target = join(newFolder(), 'copy.emic');
    fail('ENOSPC', ({ name, path: at }) => name === 'writeSync' && at.includes('copy.emic'), 2);
    expect(faultOf(() => database.copyTo(target)).kind).toBe('diskFull');
    expect(heal()).toBeGreaterThan(0);
    expect(fs.existsSync(target)).toBe(false);
    expect(fs.readdirSync(join(target, '..'))).toEqual([]);
    expect(addEntry(database)).toBe(4);
    expect((await onDisk(path)).last).toBe(4);
    database.close();
  });
});

describe('a broken disk', () => {
  it('whose writes fail once is told, and nothing is lost', async () => {
    const { database, path, fail, heal } = await faultyLedger();
    for (let nth = 1; ; nth++) {
      const last = lastEntry(database);
      fail('EIO', isWrite, nth, 1);
      const error = catching(() => addEntry(database));
      if (heal() === 0) break;
      if (error !== undefined) expect(error).toMatchObject({ kind: 'io' });
      const now = lastEntry(database);
      expect(now).toBe(error === undefined ? last + 1 : last);
      expect(await onDisk(path)).toEqual({ last: now, problems: [] });
    }
    database.close();
  });

  it('whose syncs fail once is opened anew, and the outcome told is the one on disk', async () => {
    let connections = 0;
    const { database, path, fail, heal } = await faultyLedger(() => {
      connections += 1;
    });
    const outcomes: string[] = [];
    for (let nth = 1; ; nth++) {
      const last = lastEntry(database);
      const before = connections;
      fail('EIO', isSync, nth, 1);
      const error = catching(() => addEntry(database));
      if (heal() === 0) break;
      expect(connections).toBe(before + 1);
      const now = lastEntry(database);
      outcomes.push(error === undefined ? 'committed' : 'rolledBack');
      if (error !== undefined)
        expect(error).toMatchObject({ kind: 'io', outcome: 'rolledBack', systemCode: 'EIO' });
      expect(now).toBe(error === undefined ? last + 1 : last);
      expect(await onDisk(path)).toEqual({ last: now, problems: [] });
    }
    // Journal, its folder, its header, the database; and the emptied journal, when the transaction is in the file.
    expect(outcomes).toEqual(['rolledBack', 'rolledBack', 'rolledBack', 'rolledBack', 'committed']);
    expect(addEntry(database)).toBe(lastEntry(database));
    expect(ledgerProblems(database)).toEqual([]);
    database.close();
  });

  it('whose syncs keep failing stops everything, and the file is whole when it is opened again', async () => {
    const { database, path, fail, heal } = await faultyLedger();
    fail('EIO', isSync, 3);
    expect(catching(() => addEntry(database))).toMatchObject({ kind: 'io', outcome: 'unknown' });
    expect(faultOf(() => lastEntry(database)).kind).toBe('io');
    expect(faultOf(() => addEntry(database)).kind).toBe('io');
    heal();
    database.close();
    const seen = await onDisk(path);
    expect(seen.problems).toEqual([]);
    const again = await open(path, 'write');
    expect(lastEntry(again)).toBe(seen.last);
    expect(ledgerProblems(again)).toEqual([]);
    again.close();
  });

  it('whose folder can not be synced, as on some network drives, does no harm; an error of the disk does', async () => {
    const path = join(newFolder(), 'project.emic');
    const sqlite = await runtime();
    const withFolderSync = (code: string) => {
      let folder: string | undefined = join(path, '..');
      return {
        files: hookedFiles(({ name, path: at }) => {
          if (name === 'fsyncSync' && at === folder) throw systemError(code);
        }),
        heal: () => {
          folder = undefined;
        },
      };
    };
    const harmless = openDatabase({
      path,
      mode: 'create',
      runtime: sqlite,
      files: withFolderSync('EINVAL').files,
    });
    createLedger(harmless);
    harmless.close();
    const broken = withFolderSync('EIO');
    const database = openDatabase({ path, mode: 'write', runtime: sqlite, files: broken.files });
    // The journal is made anew, so its folder has to be synced.
    expect(catching(() => addEntry(database))).toMatchObject({ kind: 'io' });
    broken.heal();
    database.close();
    expect(await onDisk(path)).toEqual({ last: 0, problems: [] });
  });
});

function catching(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
