import type { CodeId, QuotationId, SourceId } from '../../core/ids';
import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';
import type { ChangeSetRow } from './change-sets';

/** Each row that an entry touched once, with its image before the entry and after it. */
const touchedRowsOfEntry = `
  ends AS (
    SELECT table_name, row_id, min(id) AS first_id, max(id) AS last_id FROM change
    WHERE sequence = :sequence GROUP BY table_name, row_id
  ),
  touched AS (
    SELECT ends.table_name AS table_name, ends.row_id AS row_id, first.before AS before, last.after AS after
    FROM ends JOIN change AS first ON first.id = first_id JOIN change AS last ON last.id = last_id
    WHERE first.before IS NOT NULL OR last.after IS NOT NULL
  )`;

export interface TableCount {
  readonly table: TableName;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** How many rows of each table an entry made, changed and took away. */
export function countTouched(database: ReadableDatabase, sequence: number): TableCount[] {
  return database
    .prepare(
      `WITH ${touchedRowsOfEntry}
       SELECT table_name AS "table", sum(before IS NULL) AS added,
         sum(before IS NOT NULL AND after IS NOT NULL) AS changed, sum(after IS NULL) AS removed
       FROM touched GROUP BY table_name`,
    )
    .allObjects<TableCount>({ sequence });
}

export interface TouchedPlace {
  readonly id: QuotationId;
  readonly source_id: SourceId;
  readonly start_position: number;
  readonly end_position: number;
  readonly is_there: 0 | 1;
  /** Of how many in all. */
  readonly total: number;
}

const coalesced = (column: string) => `coalesce(
  json_extract(after, '$.${column}'), json_extract(before, '$.${column}'), quotation.${column},
  (SELECT json_extract(coalesce(earlier.before, earlier.after), '$.${column}') FROM change AS earlier
    WHERE earlier.row_id = places.id AND earlier.table_name = 'quotation' ORDER BY earlier.id DESC LIMIT 1))`;

/** The quotations that an entry touched, in themselves or by their codings and memos, in document order. */
export function touchedPlaces(database: ReadableDatabase, sequence: number, limit: number): TouchedPlace[] {
  return database
    .prepare(
      `WITH ${touchedRowsOfEntry},
       places AS (
         SELECT DISTINCT CASE table_name WHEN 'quotation' THEN row_id
           ELSE json_extract(coalesce(after, before), '$.quotation_id') END AS id
         FROM touched WHERE table_name IN ('quotation', 'coding', 'memo')
       ),
       placed AS (
         SELECT places.id AS id, ${coalesced('source_id')} AS source_id,
           ${coalesced('start_position')} AS start_position, ${coalesced('end_position')} AS end_position,
           quotation.id IS NOT NULL AS is_there
         FROM places LEFT JOIN touched ON touched.row_id = places.id AND touched.table_name = 'quotation'
         LEFT JOIN quotation ON quotation.id = places.id
         WHERE places.id IS NOT NULL
       )
       SELECT placed.*, count(*) OVER () AS total FROM placed
       LEFT JOIN document_order ON document_order.source_id = placed.source_id
       WHERE placed.source_id IS NOT NULL
       ORDER BY document_order.sort, start_position, end_position LIMIT :limit`,
    )
    .allObjects({ sequence, limit });
}

/** SHA-256 of the text that a document had after an entry; undefined where it has had no other since. */
export function textAtEntry(database: ReadableDatabase, id: SourceId, sequence: number): string | undefined {
  return database
    .prepare(
      `SELECT json_extract(before, '$.text_sha256') FROM change
       WHERE table_name = 'source' AND row_id = ?1 AND sequence > ?2 AND before IS NOT NULL
         AND json_extract(before, '$.text_sha256') IS NOT json_extract(after, '$.text_sha256')
       ORDER BY id LIMIT 1`,
    )
    .value<string>([id, sequence]);
}

/** A row as it was before and after an entry; at least one of the two images is there. */
export interface TouchedImages {
  readonly table_name: TableName;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows with fields that people write: all but quotations and codings. */
export function touchedThings(database: ReadableDatabase, sequence: number, limit: number): TouchedImages[] {
  return database
    .prepare(
      `WITH ${touchedRowsOfEntry} SELECT * FROM touched WHERE table_name NOT IN ('quotation', 'coding')
       ORDER BY table_name, row_id LIMIT :limit`,
    )
    .allObjects({ sequence, limit });
}

export interface CodeChange extends TouchedImages {
  readonly sequence: number;
}

/** What was done to a code's own row by changes that are in force, oldest first. */
export function changesOfCode(database: ReadableDatabase, id: CodeId): CodeChange[] {
  return database
    .prepare(
      `SELECT change.sequence AS sequence, table_name, row_id, before, after
       FROM change JOIN change_set ON change_set.sequence = change.sequence
       WHERE table_name = 'code' AND row_id = ?
         AND change_set.kind IN ('change', 'event') AND change_set.state = 'done'
       ORDER BY change.id`,
    )
    .allObjects([id]);
}

/** What entries did to memos on a code. */
export function changesOfMemos(
  database: ReadableDatabase,
  id: CodeId,
  sequences: readonly number[],
): CodeChange[] {
  return database
    .prepare(
      `SELECT sequence, table_name, row_id, before, after FROM change
       WHERE sequence IN (SELECT value FROM json_each(?2)) AND table_name = 'memo'
         AND json_extract(coalesce(after, before), '$.code_id') = ?1 ORDER BY id`,
    )
    .allObjects([id, JSON.stringify(sequences)]);
}

/** Merges into a code and writings of its memo, in force, told by their labels; oldest first. */
export function entriesNaming(
  database: ReadableDatabase,
  id: CodeId,
): Pick<ChangeSetRow, 'sequence' | 'command' | 'label_key' | 'label_values'>[] {
  // The index on kind and state would find nearly all entries, one by one.
  return database
    .prepare(
      `SELECT sequence, command, label_key, label_values FROM change_set
       WHERE command IN ('code.merge', 'code.split', 'memo.write') AND +kind = 'change' AND +state = 'done'
         AND json_extract(label_values, '$.codeId') = ? ORDER BY sequence`,
    )
    .allObjects([id]);
}
