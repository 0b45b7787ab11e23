import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadSqlite, type SqliteRuntime, sqlJsIn } from '../storage/sqlite/sql-js-runtime';

/** SQLite from the folder that holds its WebAssembly; loaded once per process. */
export function loadSqliteRuntime(folder: string): Promise<SqliteRuntime> {
  return loadSqlite(
    sqlJsIn(folder, {
      readFile: (path) => readFileSync(path),
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    }),
  );
}
