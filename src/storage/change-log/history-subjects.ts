import type { CodeId, SourceId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';

/** A document or code that an entry touched. */
export interface Touched<Id extends string> {
  readonly sequence: number;
  readonly id: Id;
}

/**
 * The changes of entries, those of its target for an undo or redo: rows of `sequence` (the entry) and of `change`.
 */
const changesOfEntries = `
  SELECT change_set.sequence AS sequence, table_name, row_id, before, after
  FROM change_set JOIN change ON change.sequence =
    CASE WHEN change_set.kind IN ('undo', 'redo') THEN change_set.target_sequence ELSE change_set.sequence END
  WHERE change_set.sequence IN (SELECT value FROM json_each(:sequences))`;

/** Which of these entries touched more than so many rows, an undo or redo by its target. */
export function bulkyEntries(
  database: ReadableDatabase,
  sequences: readonly number[],
  rows: number,
): number[] {
  return database
    .prepare(
      `SELECT change_set.sequence FROM change_set
       WHERE change_set.sequence IN (SELECT value FROM json_each(?1)) AND EXISTS (
         SELECT 1 FROM change WHERE change.sequence =
           CASE WHEN change_set.kind IN ('undo', 'redo') THEN change_set.target_sequence ELSE change_set.sequence END
         LIMIT 1 OFFSET ?2)`,
    )
    .values<number>([JSON.stringify(sequences), rows]);
}

const quotationsSource = (quotation: string) => `coalesce(
  (SELECT source_id FROM quotation WHERE id = ${quotation}),
  (SELECT json_extract(coalesce(earlier.before, earlier.after), '$.source_id') FROM change AS earlier
    WHERE earlier.row_id = ${quotation} AND earlier.table_name = 'quotation' LIMIT 1))`;

const codingsQuotation = (coding: string) => `coalesce(
  (SELECT quotation_id FROM coding WHERE id = ${coding}),
  (SELECT json_extract(coalesce(earlier.before, earlier.after), '$.quotation_id') FROM change AS earlier
    WHERE earlier.row_id = ${coding} AND earlier.table_name = 'coding' LIMIT 1))`;

/** Documents that entries touched, in themselves or by their quotations, codings and memos. */
export function touchedSources(
  database: ReadableDatabase,
  sequences: readonly number[],
): Touched<SourceId>[] {
  return database
    .prepare(
      `WITH changes AS (${changesOfEntries}),
       direct AS (
         SELECT DISTINCT sequence,
           CASE table_name WHEN 'source' THEN row_id
             ELSE json_extract(coalesce(after, before), '$.source_id') END AS source_id,
           CASE WHEN table_name IN ('coding', 'memo') THEN coalesce(
             json_extract(coalesce(after, before), '$.quotation_id'),
             ${codingsQuotation("json_extract(coalesce(after, before), '$.coding_id')")}) END AS quotation_id
         FROM changes WHERE table_name IN ('source', 'segment', 'quotation', 'coding', 'memo')
       )
       SELECT DISTINCT sequence, coalesce(source_id, ${quotationsSource('quotation_id')}) AS id FROM direct
       WHERE source_id IS NOT NULL OR quotation_id IS NOT NULL ORDER BY sequence`,
    )
    .allObjects<Touched<SourceId>>({ sequences: JSON.stringify(sequences) })
    .filter(({ id }) => id !== null);
}

/**
 * Codes that entries touched, in themselves or by their codings: which one a label of an older file means, that does
 * not say so itself.
 */
export function touchedCodes(database: ReadableDatabase, sequences: readonly number[]): Touched<CodeId>[] {
  return database
    .prepare(
      `WITH changes AS (${changesOfEntries})
       SELECT DISTINCT sequence, CASE table_name WHEN 'code' THEN row_id
         ELSE json_extract(coalesce(after, before), '$.code_id') END AS id
       FROM changes WHERE table_name IN ('code', 'coding')`,
    )
    .allObjects({ sequences: JSON.stringify(sequences) });
}

/** A code or document that was deleted (it may be there again), as it was called last. */
export interface DeletedThing {
  readonly table: 'code' | 'source';
  readonly id: string;
  readonly name: string;
  /** Of a code. */
  readonly color: string | null;
}

/** By a pass over all changes: to be asked for only where a name is missing. */
export function deletedThings(database: ReadableDatabase): DeletedThing[] {
  return database
    .prepare(
      `SELECT table_name AS "table", row_id AS id, json_extract(before, '$.name') AS name,
         json_extract(before, '$.color') AS color
       FROM change WHERE table_name IN ('code', 'source') AND after IS NULL AND before IS NOT NULL ORDER BY change.id`,
    )
    .allObjects();
}

export interface NamedSource {
  readonly id: SourceId;
  readonly name: string;
}

/** Documents as they are called now, in the order of the tree; without their counts, which take longer. */
export function namedSources(database: ReadableDatabase): NamedSource[] {
  return database
    .prepare(
      `SELECT source.id AS id, source.name AS name FROM source
       JOIN document_order ON document_order.source_id = source.id ORDER BY document_order.sort`,
    )
    .allObjects();
}
