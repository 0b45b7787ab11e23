import type { Database } from '../sqlite/types';
import { initialSchema } from './001-initial';
import { views } from './views';

/** `PRAGMA application_id` of a project file: the letters EMIC. */
export const applicationId = 0x454d4943;

/** Numbered migrations: the n-th makes version n from version n − 1. Never change one that has been released. */
const migrations: readonly ((database: Database) => void)[] = [(database) => database.exec(initialSchema)];

/** The schema version that this program writes. */
export const schemaVersion = migrations.length;

export function storedVersion(database: { prepare(sql: string): { value(): unknown } }): number {
  return Number(database.prepare('PRAGMA user_version').value() ?? 0);
}

/** Brings a file to `schemaVersion` in the caller's transaction; returns the version it had. */
export function migrate(database: Database): number {
  const from = storedVersion(database);
  if (from === schemaVersion) return from;
  const old = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'");
  for (const view of old.values<string>()) database.exec(`DROP VIEW "${view}"`);
  for (const step of migrations.slice(from)) step(database);
  database.exec(views);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
  return from;
}
