import type { Database, ReadableDatabase } from '../sqlite/types';

/**
 * Figures that the last session has counted, as text. They hold for one `state` of the project and are worthless for
 * any other; no history, no check and no copy knows them.
 */
export function readKept(database: ReadableDatabase, name: string, state: string): string | undefined {
  return database.prepare('SELECT body FROM kept WHERE name = ? AND state = ?').value<string>([name, state]);
}

/** In a transaction of the caller. */
export function writeKept(database: Database, name: string, to: { state: string; body: string }): void {
  database
    .prepare(
      `INSERT INTO kept (name, state, body) VALUES (?1, ?2, ?3)
       ON CONFLICT (name) DO UPDATE SET state = ?2, body = ?3`,
    )
    .run([name, to.state, to.body]);
}

export function emptyKept(database: Database): void {
  database.exec('DELETE FROM kept');
}
