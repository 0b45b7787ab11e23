import type { CodeId, SourceId } from '../../core/ids';
import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';

/** What a change set did, as far as views and counts need to know. */
export interface TouchedRows {
  /** Ids of the changed rows by table; null where there are more than a view would go through one by one. */
  readonly tables: Partial<Record<TableName, readonly string[] | null>>;
  /** How many rows each table gained (or lost). */
  readonly gained: Partial<Record<TableName, number>>;
  /** Codes and documents whose codings or quotations changed; null where there are too many to name. */
  readonly recounted: {
    readonly codes: readonly CodeId[] | null;
    readonly sources: readonly SourceId[] | null;
  };
}

/** Above this a view is told to look at the whole table. */
const listedIds = 1_000;

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
  for (const [table, count, more] of counts) {
    gained[table] = direction === 'forwards' ? more : -more;
    tables[table] = count > listedIds ? null : rowsOf(database, sequence, table);
  }
  const isMany = tables.coding === null || tables.quotation === null;
  const codes = isMany ? null : recodedCodes(database, sequence);
  const sources = isMany ? null : recodedSources(database, sequence);
  return { tables, gained, recounted: { codes, sources } };
}

function rowsOf(database: ReadableDatabase, sequence: number, table: TableName): string[] {
  return database
    .prepare('SELECT DISTINCT row_id FROM change WHERE sequence = ? AND table_name = ?')
    .values<string>([sequence, table]);
}

function recodedCodes(database: ReadableDatabase, sequence: number): CodeId[] {
  return database
    .prepare(
      `SELECT json_extract(before, '$.code_id') AS code_id FROM change
       WHERE sequence = ?1 AND table_name = 'coding' AND before IS NOT NULL
       UNION SELECT json_extract(after, '$.code_id') FROM change
       WHERE sequence = ?1 AND table_name = 'coding' AND after IS NOT NULL`,
    )
    .values<CodeId>([sequence]);
}

function recodedSources(database: ReadableDatabase, sequence: number): SourceId[] {
  return database
    .prepare(
      `SELECT json_extract(before, '$.source_id') FROM change
       WHERE sequence = ?1 AND table_name = 'quotation' AND before IS NOT NULL
       UNION SELECT json_extract(after, '$.source_id') FROM change
       WHERE sequence = ?1 AND table_name = 'quotation' AND after IS NOT NULL
       UNION SELECT source_id FROM quotation WHERE id IN (
         SELECT json_extract(coalesce(after, before), '$.quotation_id') FROM change
         WHERE sequence = ?1 AND table_name = 'coding')`,
    )
    .values<SourceId>([sequence]);
}
