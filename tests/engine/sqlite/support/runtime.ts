import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import {
  type Database,
  loadSqlite,
  type OpenOptions,
  openDatabase,
  type SqliteRuntime,
  type SqlJsSources,
  sqlJsIn,
} from '../../../../src/storage/sqlite';

/** Where sql.js keeps its wasm files. */
export function sqlJsFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.js'));
}

export function sqlJsSources(): SqlJsSources {
  return sqlJsIn(sqlJsFolder(), {
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    readFile: (path) => fs.readFileSync(path),
  });
}

export function runtime(): Promise<SqliteRuntime> {
  return loadSqlite(sqlJsSources());
}

/** Opens with the real files unless told otherwise. */
export async function open(
  path: string,
  mode: OpenOptions['mode'],
  options: Partial<OpenOptions> = {},
): Promise<Database> {
  return openDatabase({ path, mode, runtime: await runtime(), files: fs, ...options });
}

const folders: string[] = [];

/** A new empty folder, removed after the file's tests. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'emic-sqlite-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** What a thrown error tells, or a failing test when nothing was thrown. */
export function faultOf(work: () => unknown): { kind?: string; outcome?: string; message: string } {
  try {
    work();
  } catch (error) {
    return error as { kind?: string; outcome?: string; message: string };
  }
  throw new Error('nothing was thrown');
}
