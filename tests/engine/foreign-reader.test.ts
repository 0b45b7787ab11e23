import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Driver, driverOn, newDriver } from './support/driver';

const documents = 60;

const pythonReader = `
import sqlite3, sys
path, reads, errors = sys.argv[1], 0, 0
print("ready", flush=True)
while True:
    try:
        connection = sqlite3.connect(path, timeout=0)
        connection.execute("SELECT count(*), sum(length(text)) FROM source_text").fetchone()
        connection.execute("SELECT count(*) FROM change_set").fetchone()
        connection.close()
        reads += 1
    except sqlite3.Error:
        errors += 1
    print(reads, errors, flush=True)
`;

/** Reads the table again and again by new processes of the sqlite3 shell. */
const shellReader = `
const { spawnSync } = require('node:child_process');
console.log('ready');
for (let reads = 0, errors = 0; ; ) {
  const { status } = spawnSync('sqlite3', [process.argv[1], 'SELECT count(*), sum(length(text)) FROM source_text']);
  if (status === 0) reads += 1; else errors += 1;
  console.log(reads, errors);
}`;

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** Lets a reader in this process have its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('FR a foreign program that reads in the middle of a bulk import', () => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  /** Imports, codes, merges and undoes while the reader reads; gives how often that was. */
  async function workBeside(reader: { lines(): readonly string[]; stop(): void }): Promise<number> {
    await expect.poll(() => reader.lines().length, { timeout: 15_000 }).toBeGreaterThan(1);
    const folder = join(driver.folder, 'texts');
    mkdirSync(folder);
    for (let number = 0; number < documents; number += 1) {
      writeFileSync(join(folder, `text ${number}.txt`), `Text ${number}. ${'Many words. '.repeat(4000)}`);
    }
    const { sources } = await driver.run('source.import', { paths: [folder] });
    expect(sources).toHaveLength(documents);
    await turns();
    const one = await driver.run('code.create', { name: 'one' });
    const other = await driver.run('code.create', { name: 'other' });
    for (const [number, { id }] of sources.entries()) {
      await driver.run('coding.apply', {
        sourceId: id,
        start: number,
        end: number + 20,
        codeIds: [one.id, other.id],
      });
    }
    await driver.run('code.merge', { fromIds: [other.id], intoId: one.id });
    await driver.run('history.undo', {});
    await driver.run('source.delete', { ids: sources.slice(0, 20).map(({ id }) => id) });
    await turns();
    await driver.run('history.undo', {});
    reader.stop();
    expect((await driver.query('sources.tree', {})).sources).toHaveLength(documents);
    expect(await driver.run('project.check', {})).toMatchObject({
      problems: [],
      checked: { documents, codings: documents * 2 },
    });
    const again = await driver.reopen();
    expect((await again.run('project.check', {})).problems).toEqual([]);
    await again.engine.close();
    const [reads = 0] = (reader.lines().at(-1) ?? '').split(' ').map(Number);
    return reads;
  }

  function readerIn(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    return { lines: () => output.trim().split('\n').filter(Boolean), stop: () => void child.kill('SIGKILL') };
  }

  it.skipIf(!has('python3', '-c', 'import sqlite3'))(
    'FR1 does no harm from Python',
    { timeout: 60_000 },
    async () => {
      const reads = await workBeside(readerIn('python3', ['-c', pythonReader, driver.path]));
      expect(reads).toBeGreaterThan(20);
    },
  );

  it.skipIf(!has('sqlite3', '--version'))(
    'FR2 does no harm from the sqlite3 shell',
    { timeout: 60_000 },
    async () => {
      const reads = await workBeside(readerIn(process.execPath, ['-e', shellReader, driver.path]));
      expect(reads).toBeGreaterThan(10);
    },
  );

  it('FR3 does no harm from Emic itself, whose readers see whole states only', {
    timeout: 60_000,
  }, async () => {
    const reader = driverOn(driver.folder, driver.path);
    await reader.run('project.open', { path: driver.path, readOnly: true });
    const seen: number[] = [];
    let isStopped = false;
    const reading = (async () => {
      while (!isStopped) {
        seen.push((await reader.query('sources.tree', {})).sources.length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await workBeside({
      lines: () => seen.map(String),
      stop: () => {
        isStopped = true;
      },
    });
    await reading;
    await reader.engine.close();
    // All documents at once or none, and 20 fewer while they were deleted.
    expect(seen.filter((number) => ![0, documents, documents - 20].includes(number))).toEqual([]);
    expect(new Set(seen).size).toBe(3);
  });
});
