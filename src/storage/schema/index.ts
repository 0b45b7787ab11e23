import type { HistoryTools } from '../change-log/seal';
import type { Database } from '../sqlite/types';
import { initialSchema } from './001-initial';
import { historyBase } from './002-history-base';
import { readingAndCoding } from './003-reading-and-coding';
import { sealAnew } from './seal-anew';
import { views } from './views';

/** `PRAGMA application_id` of a project file: the letters EMIC. */
export const applicationId = 0x454d4943;

/** `from`: the version that the file had before the first step. */
type Step = (database: Database, tools: HistoryTools, from: number) => void;

/** Numbered migrations: the n-th makes version n from version n − 1. Never change one that has been released. */
const migrations: readonly Step[] = [
  (database) => database.exec(initialSchema),
  (database, { sha256 }) => historyBase(database, sha256),
  (database, { sha256 }, from) => readingAndCoding(database, sha256, from),
];

/** SHA-256 of the definitions that version `schemaVersion` consists of (`schemaText`). */
export const schemaDigest = '16ae42a0d9995edaaee2d5631302dcb20148c6467b5245d6f97d6ded821c10f6';

/** The schema version that this program writes. */
export const schemaVersion = migrations.length;

export function storedVersion(database: { prepare(sql: string): { value(): unknown } }): number {
  return Number(database.prepare('PRAGMA user_version').value() ?? 0);
}

/** The empty tables of an earlier version, in the caller's transaction: what was saved of such a file goes there. */
export function makeVersion(database: Database, tools: HistoryTools, version: number): void {
  for (const step of migrations.slice(0, version)) step(database, tools, 0);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version};`);
}

/**
 * Brings a file to `schemaVersion` in the caller's transaction; returns the version it had. Each step rewrites the
 * images in the history to its own form, so that what was done before can be undone after.
 */
export function migrate(database: Database, tools: HistoryTools): number {
  const from = storedVersion(database);
  if (from === schemaVersion) return from;
  const old = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'");
  for (const view of old.values<string>()) database.exec(`DROP VIEW "${view}"`);
  for (const step of migrations.slice(from)) step(database, tools, from);
  database.exec(views);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
  if (from > 0) sealAnew(database, tools, { from, to: schemaVersion });
  return from;
}
