import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isJournalHot } from '../../../src/storage/sqlite/file-header';
import { bundleChildren, outputOf, startChild } from './support/child-scripts';
import { CHANGING, hookedFiles } from './support/hooked-files';
import { addEntry, createLedger, lastEntry, ledgerProblems } from './support/ledger';
import { randomFrom } from './support/random';
import { faultOf, newFolder, open, sqlJsFolder } from './support/runtime';

const KILLS = 30;
const LONGEST_LIFE = 60;

let scripts: string;

beforeAll(async () => {
  scripts = await bundleChildren();
});

async function newLedger(): Promise<string> {
  const path = join(newFolder(), 'project.emic');
  const database = await open(path, 'create');
  createLedger(database);
  database.close();
  return path;
}

/** Lets a child write until it is killed, at a moment of ours or before its n-th change of the disk. */
async function writeUntilKilled(path: string, kill: { afterAcknowledged: number } | { before: number }) {
  const child = startChild(scripts, 'writer', path, String('before' in kill ? kill.before : 0));
  const ended = outputOf(child);
  let heard = 0;
  child.stdout?.on('data', (bytes) => {
    heard += String(bytes).split('\n').length - 1;
    if ('afterAcknowledged' in kill && heard >= kill.afterAcknowledged) child.kill('SIGKILL');
  });
  const { output, errors, signal } = await ended;
  expect(errors).toBe('');
  expect(signal).toBe('SIGKILL');
  const acknowledged = [...output.matchAll(/acknowledged (\d+)/g)].map((match) => Number(match[1]));
  return { lastAcknowledged: Math.max(0, ...acknowledged), recovered: output.includes('recovered') };
}

/** Kills a child in the middle of a commit: the journal is complete, the database half written. */
async function halfCommitted(): Promise<string> {
  const path = await newLedger();
  // Changes before the first write to the database itself, learned from the sequence of a small transaction.
  for (let before = 8; before < 60; before++) {
    await writeUntilKilled(path, { before });
    if (isJournalHot(fs, path)) return path;
  }
  throw new Error('no kill left a journal that has to be rolled back');
}

describe(`${KILLS} kills of a writing process`, () => {
  it('lose no acknowledged transaction and tear none', { timeout: 60_000 }, async () => {
    const random = randomFrom(2026);
    const path = await newLedger();
    let acknowledgedBefore = 0;
    let recoveries = 0;
    for (let round = 0; round < KILLS; round++) {
      const when = 1 + Math.floor(random() * LONGEST_LIFE);
      const kill = round % 2 === 0 ? { afterAcknowledged: 1 + (when % 12) } : { before: when };
      const { lastAcknowledged } = await writeUntilKilled(path, kill);
      const acknowledged = Math.max(acknowledgedBefore, lastAcknowledged);
      const database = await open(path, 'write');
      if (database.recovered) recoveries += 1;
      expect(database.integrityCheck()).toEqual([]);
      expect(ledgerProblems(database)).toEqual([]);
      // The last one may be on disk without its acknowledgement having been said.
      const last = lastEntry(database);
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect(last).toBeLessThanOrEqual(acknowledged + 1);
      acknowledgedBefore = last;
      database.close();
    }
    expect(recoveries).toBeGreaterThan(0);
    expect(acknowledgedBefore).toBeGreaterThan(KILLS);
  });
});

describe('a commit cut short by a kill', () => {
  it('is rolled back by the next writer, and left alone by a reader', async () => {
    const path = await halfCommitted();
    const [file, journal] = [fs.readFileSync(path), fs.readFileSync(`${path}-journal`)];
    const fault = await open(path, 'read', { patience: 30 }).catch((error) => error);
    expect(fault.kind).toBe('needsRecovery');
    expect(fs.readFileSync(path).equals(file)).toBe(true);
    expect(fs.readFileSync(`${path}-journal`).equals(journal)).toBe(true);
    const writer = await open(path, 'write');
    expect(writer.recovered).toBe(true);
    expect(ledgerProblems(writer)).toEqual([]);
    addEntry(writer);
    writer.close();
    const reader = await open(path, 'read');
    expect([reader.recovered, ledgerProblems(reader)]).toEqual([false, []]);
    reader.close();
  });

  it.skipIf(!hasSqlite3())(
    'is left alone by the sqlite3 shell, which must not touch a living one',
    async () => {
      const path = await halfCommitted();
      const [file, journal] = [fs.readFileSync(path), fs.readFileSync(`${path}-journal`)];
      // It may see half of the transaction, and say so.
      spawnSync('sqlite3', [path, 'PRAGMA integrity_check']);
      expect(fs.readFileSync(path).equals(file)).toBe(true);
      expect(fs.readFileSync(`${path}-journal`).equals(journal)).toBe(true);
      const database = await open(path, 'write');
      expect(database.recovered).toBe(true);
      expect(ledgerProblems(database)).toEqual([]);
      database.close();
    },
  );
});

describe('another program that reads', () => {
  it('of our own sees whole states only, while a writer commits', { timeout: 60_000 }, async () => {
    const path = await newLedger();
    const child = startChild(scripts, 'reader', path);
    const ended = outputOf(child);
    await new Promise((resolve) => child.once('message', resolve));
    const database = await open(path, 'write');
    const end = performance.now() + 3000;
    while (performance.now() < end) {
      addEntry(database);
      // A writer without any pause may keep a reader out for as long as it likes; no person works like that.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    child.send('stop');
    const { output, errors } = await ended;
    expect(errors).toBe('');
    expect(output).not.toMatch(/problem/);
    expect(Number(/states (\d+)/.exec(output)?.[1])).toBeGreaterThan(5);
    expect(database.integrityCheck()).toEqual([]);
    database.close();
  });

  it('inside read() does not see a commit between two statements', async () => {
    const path = await newLedger();
    // The other process may take its time to start.
    const reader = await open(path, 'read', { patience: 15_000 });
    let runs = 0;
    const [first, second] = reader.read(() => {
      runs += 1;
      const before = lastEntry(reader);
      // Another process, because within one SQLite's own locks hold.
      if (runs === 1) execFileSync(process.execPath, [join(scripts, 'adder.cjs'), sqlJsFolder(), path]);
      return [before, lastEntry(reader)];
    });
    expect([first, second, runs]).toEqual([1, 1, 2]);
    expect(reader.changedByOthers()).toBe(true);
    expect(reader.changedByOthers()).toBe(false);
    reader.close();
  });

  it('in the middle of a commit forgets the mixture of two states it saw', async () => {
    const path = await newLedger();
    const earlier = fs.readFileSync(path);
    execFileSync(process.execPath, [join(scripts, 'adder.cjs'), sqlJsFolder(), path]);
    const later = fs.readFileSync(path);
    fs.writeFileSync(path, earlier);
    const reader = await open(path, 'read');
    const file = fs.openSync(path, 'r+');
    let runs = 0;
    const seen = reader.read(() => {
      runs += 1;
      // The writer's first page is there, the others follow when we have read.
      if (runs === 1) fs.writeSync(file, later, 0, 4096, 0);
      const found = [lastEntry(reader), reader.prepare('SELECT balance FROM account WHERE id = 1').value()];
      if (runs === 1) fs.writeSync(file, later, 0, later.length, 0);
      return found;
    });
    expect([seen, runs]).toEqual([[1, 999], 2]);
    fs.closeSync(file);
    reader.close();
  });

  it.skipIf(!hasSqlite3())(
    'as the sqlite3 shell does, before each operation of a commit, harms nothing',
    { timeout: 60_000 },
    async () => {
      const path = await newLedger();
      let left = Number.POSITIVE_INFINITY;
      let reads = 0;
      const files = hookedFiles(({ name }) => {
        if (!CHANGING.has(name)) return;
        left -= 1;
        if (left !== 0) return;
        reads += 1;
        spawnSync('sqlite3', [path, 'SELECT max(number), count(*) FROM entry']);
      });
      const database = await open(path, 'write', { files });
      let last = 0;
      for (let nth = 1; reads === nth - 1; nth++) {
        left = nth;
        last = addEntry(database);
        expect(last).toBe(nth);
      }
      expect(reads).toBeGreaterThan(10);
      expect(ledgerProblems(database)).toEqual([]);
      expect(database.integrityCheck()).toEqual([]);
      database.close();
      const again = await open(path, 'write');
      expect([again.recovered, lastEntry(again)]).toEqual([false, last]);
      expect(again.integrityCheck()).toEqual([]);
      again.close();
    },
  );

  it.skipIf(!hasSqlite3())(
    'as the sqlite3 shell does, between and within our transactions, harms nothing',
    async () => {
      const path = await newLedger();
      const database = await open(path, 'write');
      for (let round = 1; round <= 8; round++) {
        addEntry(database);
        expect(sqlite3(path, 'SELECT max(number) FROM entry')).toBe(String(round));
      }
      // Far too small for what follows: SQLite would have to spill, if it were allowed to.
      database.exec('PRAGMA cache_size = 10');
      const insert = database.prepare('INSERT INTO entry VALUES (9, ?, ?)');
      database.transaction(() => {
        for (let part = 0; part < 10_000; part++) {
          insert.run([part, 'y'.repeat(500)]);
          if (part % 2500 === 0) expect(sqlite3(path, 'SELECT max(number) FROM entry')).toBe('8');
        }
      });
      expect(sqlite3(path, 'SELECT count(*) FROM entry WHERE number = 9')).toBe('10000');
      expect(sqlite3(path, 'PRAGMA integrity_check')).toBe('ok');
      sqlite3(path, "INSERT INTO entry VALUES (10, 0, 'theirs')");
      expect(database.changedByOthers()).toBe(true);
      expect(lastEntry(database)).toBe(10);
      expect(database.integrityCheck()).toEqual([]);
      database.close();
    },
  );
});

describe('a file without a running project', () => {
  it('with a journal that was never synced is as good as at rest', async () => {
    const path = await newLedger();
    await writeUntilKilled(path, { before: 3 });
    expect(fs.readFileSync(`${path}-journal`)[0]).toBe(0);
    const reader = await open(path, 'read');
    expect(lastEntry(reader)).toBe(0);
    expect(faultOf(() => addEntry(reader)).kind).toBe('readOnly');
    reader.close();
    const writer = await open(path, 'write');
    expect(writer.recovered).toBe(false);
    expect(addEntry(writer)).toBe(1);
    writer.close();
    expect(fs.existsSync(`${path}-journal`)).toBe(false);
  });
});

function hasSqlite3(): boolean {
  try {
    execFileSync('sqlite3', ['--version']);
    return true;
  } catch {
    return false;
  }
}

function sqlite3(path: string, sql: string): string {
  return execFileSync('sqlite3', [path, sql], { encoding: 'utf8' }).trim();
}
