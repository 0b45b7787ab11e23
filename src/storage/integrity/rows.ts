import { type TableName, tableNames } from '../../core/tables';
import { imageColumns, imageSql } from '../change-log/row-images';
import type { ReadableDatabase } from '../sqlite/types';

const nouns: Readonly<Record<TableName, string>> = {
  project: 'The description of the project',
  coder: 'A coder',
  source_folder: 'A folder of documents',
  source: 'A document',
  segment: 'A turn, heading or timestamp',
  code: 'A code',
  code_set: 'A set of codes',
  code_set_code: 'A code’s place in a set',
  quotation: 'A quotation',
  coding: 'A coding',
  memo_type: 'A type of memo',
  memo: 'A memo',
};

/** Every row against what the last entry wrote of it, and the entries in force against each other. */
export function* findRowProblems(database: ReadableDatabase): Generator<string | null> {
  for (const table of tableNames) {
    for (const id of rowsUnlikeHistory(database, table)) {
      yield `${nouns[table]} is not as the history last wrote it (${id}).`;
    }
    yield null;
    // A coder's name may be changed by an event between a renaming and its undo, to make room for another's.
    if (table === 'coder') continue;
    for (const id of rowsOfTornHistory(database, table)) {
      yield `${nouns[table]} has entries in the history that do not follow from each other (${id}).`;
    }
    yield null;
  }
}

function rowsUnlikeHistory(database: ReadableDatabase, table: TableName): string[] {
  const image = imageSql(imageColumns(database, table), table);
  return database
    .prepare(
      `WITH written (row_id, image, at) AS (
         SELECT row_id, after, sequence * 1000000000000 + change.id FROM change JOIN change_set USING (sequence)
         WHERE table_name = ?1 AND kind IN ('change', 'event')
         UNION ALL
         SELECT row_id, CASE kind WHEN 'undo' THEN before ELSE after END,
           change_set.sequence * 1000000000000 + CASE kind WHEN 'undo' THEN -change.id ELSE change.id END
         FROM change_set JOIN change ON change.sequence = target_sequence
         WHERE table_name = ?1 AND kind IN ('undo', 'redo')),
       last AS (SELECT row_id, image, max(at) FROM written GROUP BY row_id)
       SELECT row_id FROM last LEFT JOIN ${table} ON ${table}.id = row_id
       WHERE last.image IS NOT CASE WHEN ${table}.id IS NULL THEN NULL ELSE ${image} END`,
    )
    .values<string>([table]);
}

function rowsOfTornHistory(database: ReadableDatabase, table: TableName): string[] {
  return database
    .prepare(
      `SELECT DISTINCT row_id FROM (
         SELECT row_id, before, lag(after) OVER w AS earlier, row_number() OVER w AS number
         FROM change JOIN change_set USING (sequence) WHERE table_name = ?1 AND state = 'done'
         WINDOW w AS (PARTITION BY row_id ORDER BY change.id))
       WHERE number > 1 AND before IS NOT earlier`,
    )
    .values<string>([table]);
}
