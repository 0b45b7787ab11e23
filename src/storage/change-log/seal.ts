import { type TableName, tableNames } from '../../core/tables';
import type { Sha256 } from '../sha256';
import type { Database, ReadableDatabase } from '../sqlite/types';
import { type ChangeSetRow, changesOf, digestParts } from './change-sets';
import { imageColumns, imageSql } from './row-images';

/** What the history needs of the machine. */
export interface HistoryTools {
  readonly sha256: Sha256;
  readonly clock: () => string;
  readonly newId: <T extends string>() => T;
}

/** The digest of a change set with the changes that are stored under its number. */
export function digestOfSet(
  database: ReadableDatabase,
  set: Omit<ChangeSetRow, 'state' | 'digest'>,
  sha256: Sha256,
): string {
  return sha256(digestParts(set, changesOf(database, set.sequence)));
}

/**
 * The digest of the state on which the history stands: every row as it was before the first entry that touched it.
 * With `base_digest` and the entries' own digests, every row of the project is accounted for.
 */
export function baseDigest(
  database: ReadableDatabase,
  sha256: Sha256,
  tables: readonly TableName[] = tableNames,
): string {
  return sha256(baseParts(database, tables));
}

function* baseParts(database: ReadableDatabase, tables: readonly TableName[]): Iterable<string> {
  const base = database.prepare('SELECT base_revision, base_change_set FROM project').allArrays()[0];
  yield JSON.stringify(base ?? null);
  for (const table of tables) {
    yield `\n${table}`;
    for (const { image } of rowsOfBase(database, table)) yield `\n${image}`;
  }
}

function rowsOfBase(
  database: ReadableDatabase,
  table: TableName,
): IterableIterator<{ readonly image: string }> {
  const image = imageSql(imageColumns(database, table), table);
  return database
    .prepare(
      `SELECT image FROM (
         SELECT id, ${image} AS image FROM ${table}
         WHERE NOT EXISTS (SELECT 1 FROM change WHERE row_id = ${table}.id AND table_name = '${table}')
         UNION ALL
         SELECT row_id, before FROM (
           SELECT row_id, before, min(id) FROM change WHERE table_name = '${table}' GROUP BY row_id)
         WHERE before IS NOT NULL)
       ORDER BY id`,
    )
    .iterate();
}

/** Makes the present state the base of a history that begins now. */
export function layBase(database: Database, sha256: Sha256): void {
  database.prepare('UPDATE project SET base_digest = ?').run([baseDigest(database, sha256)]);
}
