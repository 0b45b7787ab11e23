/**
 * Everything a project file holds, as one digest: two files of one digest are the same project. The figures in `kept`
 * follow from the rest, and closing writes them.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type ReadableDatabase } from '../../src/storage/sqlite';
import { loadRuntime } from './runtime';

/** Every row of every table, the history among them, the schema, and the two numbers in the header. */
export function digestOf(database: ReadableDatabase): string {
  const hash = createHash('sha256');
  database.read(() => {
    for (const part of partsOf(database)) hash.update(part);
  });
  return hash.digest('hex').slice(0, 16);
}

function* partsOf(database: ReadableDatabase): Iterable<string> {
  for (const pragma of ['user_version', 'application_id']) {
    yield `${pragma} ${database.prepare(`PRAGMA ${pragma}`).value()}\n`;
  }
  const schema = database
    .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .allArrays();
  yield JSON.stringify(schema);
  for (const [type, name] of schema) {
    if (type !== 'table' || name === 'kept') continue;
    const rows = database.prepare(`SELECT * FROM "${name}" ORDER BY 1`).allArrays();
    yield `\n${name}\n${rows.map((row) => JSON.stringify(row)).join('\n')}`;
  }
}

/** The rows that a researcher sees, without the history: what undo has to bring back. */
export function contentOf(database: ReadableDatabase): string {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").values<string>();
  const history = new Set(['change_set', 'change', 'source_text', 'coder', 'kept']);
  return names
    .filter((name) => !history.has(name))
    .sort()
    .map((name) => {
      const rows = database.prepare(`SELECT * FROM "${name}" ORDER BY 1`).allObjects();
      return `${name}\n${rows.map((row) => JSON.stringify({ ...row, revision: 0 })).join('\n')}`;
    })
    .join('\n');
}

export async function openReader(path: string): Promise<ReadableDatabase> {
  return openDatabase({ path, mode: 'read', runtime: await loadRuntime(), files: fs });
}

/**
 * The state that an accident left, found by SQLite alone on a copy: the engine has not touched it. `isHot`: there was
 * a transaction to be rolled back.
 */
export async function stateLeft(path: string, scratch: string): Promise<{ digest: string; isHot: boolean }> {
  const copy = join(scratch, 'left.emic');
  for (const ending of ['', '-journal']) {
    fs.rmSync(`${copy}${ending}`, { force: true });
    if (fs.existsSync(`${path}${ending}`)) fs.copyFileSync(`${path}${ending}`, `${copy}${ending}`);
  }
  const database = openDatabase({ path: copy, mode: 'write', runtime: await loadRuntime(), files: fs });
  try {
    return { digest: digestOf(database), isHot: database.recovered };
  } finally {
    database.close();
  }
}
