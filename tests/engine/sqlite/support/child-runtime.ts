import { createHash } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { loadSqlite, type SqliteRuntime, sqlJsIn } from '../../../../src/storage/sqlite';

/** In a child the folder of sql.js is the first argument. */
export function childRuntime(): Promise<SqliteRuntime> {
  return loadSqlite(
    sqlJsIn(process.argv[2] ?? '', {
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
      readFile: (path) => readFileSync(path),
    }),
  );
}

/** At once: what is said before a kill is heard. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}
