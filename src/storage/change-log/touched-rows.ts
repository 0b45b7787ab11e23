import type { SourceId } from '../../core/ids';
import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';

/** What a change set did, as far as views and counts need to know. */
export interface TouchedRows {
  /** Ids of the changed rows by table; null where there are more than a view would go through one by one. */
  readonly tables: Partial<Record<TableName, readonly string[] | null>>;
  /** How many rows each table gained (or lost). */
  readonly gained: Partial<Record<TableName, number>>;
  /** Documents whose codings or quotations changed; null where there may be too many to name. */
  readonly recounted: readonly SourceId[] | null;
}

/** Above this a view is told to look at the whole table. */
const listedIds = 1_000;
/** Rows above which counting all documents anew costs less than looking each row's document up. */
const tracedRows = 5_000;

/** `forwards`: the set was done, now or again; `backwards`: it was undone. */
export function touchedRows(
  database: ReadableDatabase,
  sequence: number,
  direction: 'forwards' | 'backwards',
): TouchedRows {
  const tables: Partial<Record<TableName, readonly string[] | null>> = {};
  const gained: Partial<Record<TableName, number>> = {};
  const counts = database
    .prepare(
      `SELECT table_name, count(*), sum(before IS NULL) - sum(after IS NULL) FROM change
       WHERE sequence = ? GROUP BY table_name`,
    )
    .allArrays<[TableName, number, number]>([sequence]);
  let traced = 0;
  for (const [table, count, more] of counts) {
    if (table === 'coding' || table === 'quotation') traced += count;
    gained[table] = direction === 'forwards' ? more : -more;
    tables[table] = count > listedIds ? null : rowsOf(database, sequence, table);
  }
  const recounted = traced === 0 ? [] : traced > tracedRows ? null : recountedSources(database, sequence);
  return { tables, gained, recounted };
}

function rowsOf(database: ReadableDatabase, sequence: number, table: TableName): string[] {
  return database
    .prepare('SELECT DISTINCT row_id FROM change WHERE sequence = ? AND table_name = ?')
    .values<string>([sequence, table]);
}

function recountedSources(database: ReadableDatabase, sequence: number): SourceId[] {
  return database
    .prepare(
      `WITH image (table_name, row) AS (
         SELECT table_name, before FROM change WHERE sequence = ?1 AND before IS NOT NULL
         UNION ALL SELECT table_name, after FROM change WHERE sequence = ?1 AND after IS NOT NULL)
       SELECT json_extract(row, '$.source_id') FROM image WHERE table_name = 'quotation'
       UNION SELECT source_id FROM quotation WHERE id IN (
         SELECT json_extract(row, '$.quotation_id') FROM image WHERE table_name = 'coding')`,
    )
    .values<SourceId>([sequence]);
}
