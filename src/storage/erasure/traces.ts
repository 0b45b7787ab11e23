import type { SourceId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';

/** Every row that a document ever had, now or in the history. */
export interface Traces {
  readonly quotations: readonly string[];
  readonly codings: readonly string[];
  readonly memos: readonly string[];
  /** Turns, headings and timestamps. */
  readonly segments: readonly string[];
  /** SHA-256 of the texts that the documents ever had. */
  readonly texts: readonly string[];
}

const list = (ids: readonly string[]) => JSON.stringify(ids);

export function tracesOfSources(database: ReadableDatabase, ids: readonly SourceId[]): Traces {
  const quotations = everWhere(database, 'quotation', { source_id: ids });
  const codings = everWhere(database, 'coding', { quotation_id: quotations });
  return {
    quotations,
    codings,
    memos: everWhere(database, 'memo', { quotation_id: quotations, source_id: ids, coding_id: codings }),
    segments: everWhere(database, 'segment', { source_id: ids }),
    texts: everHad(database, 'source', 'text_sha256', ids),
  };
}

/** What a passage ever had: rows of quotations that at any time shared a character with `[start, end)`. */
export function tracesOfPassage(
  database: ReadableDatabase,
  passage: { readonly sourceId: SourceId; readonly start: number; readonly end: number },
): Omit<Traces, 'texts'> {
  const quotations = everOverlapping(database, 'quotation', passage);
  const codings = everWhere(database, 'coding', { quotation_id: quotations });
  return {
    quotations,
    codings,
    memos: everWhere(database, 'memo', { quotation_id: quotations, coding_id: codings }),
    segments: everOverlapping(database, 'segment', passage),
  };
}

function everOverlapping(
  database: ReadableDatabase,
  table: 'quotation' | 'segment',
  passage: { readonly sourceId: SourceId; readonly start: number; readonly end: number },
): string[] {
  const overlaps = (row: string) => `json_extract(${row}, '$.source_id') = ?1
    AND json_extract(${row}, '$.start_position') < ?3 AND json_extract(${row}, '$.end_position') > ?2`;
  return database
    .prepare(
      `SELECT id FROM ${table} WHERE source_id = ?1 AND start_position < ?3 AND end_position > ?2
       UNION SELECT row_id FROM change WHERE table_name = '${table}' AND (${overlaps('before')} OR ${overlaps('after')})`,
    )
    .values<string>([passage.sourceId, passage.start, passage.end]);
}

/** Ids of the rows of `table` that have, or ever had, one of the values in one of the columns. */
function everWhere(
  database: ReadableDatabase,
  table: 'quotation' | 'coding' | 'memo' | 'segment',
  columns: Readonly<Record<string, readonly string[]>>,
): string[] {
  const found = new Set<string>();
  for (const [column, values] of Object.entries(columns)) {
    const ids = database
      .prepare(
        `SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?1))
         UNION SELECT row_id FROM change WHERE table_name = '${table}'
           AND (json_extract(before, '$.${column}') IN (SELECT value FROM json_each(?1))
             OR json_extract(after, '$.${column}') IN (SELECT value FROM json_each(?1)))`,
      )
      .values<string>([list(values)]);
    for (const id of ids) found.add(id);
  }
  return [...found];
}

/** Values that a column of the rows has, or ever had. */
export function everHad(
  database: ReadableDatabase,
  table: 'source',
  column: 'text_sha256' | 'name' | 'file_name',
  ids: readonly string[],
): string[] {
  const value = (side: string) => `json_extract(${side}, '$.${column}')`;
  return database
    .prepare(
      `SELECT ${column} FROM ${table} WHERE id IN (SELECT value FROM json_each(?1))
       UNION SELECT ${value('before')} FROM change
         WHERE before IS NOT NULL AND row_id IN (SELECT value FROM json_each(?1))
       UNION SELECT ${value('after')} FROM change
         WHERE after IS NOT NULL AND row_id IN (SELECT value FROM json_each(?1))`,
    )
    .values<string>([list(ids)]);
}

/** How many entries of the history touch one of the rows. */
export function countErasure(database: ReadableDatabase, rows: readonly string[]): number {
  return (
    database
      .prepare('SELECT count(DISTINCT sequence) FROM change WHERE row_id IN (SELECT value FROM json_each(?))')
      .value<number>([list(rows)]) ?? 0
  );
}

/** A document that the history could still bring back. */
export interface KeptSource {
  readonly id: SourceId;
  readonly name: string;
  /** False where it was deleted and only the history has it. */
  readonly isThere: boolean;
}

/** Documents in the project and those that its history keeps; the deleted ones after the others, by name. */
export function keptSources(database: ReadableDatabase): KeptSource[] {
  return database
    .prepare(
      `SELECT id, name, 1 AS isThere FROM source
       UNION ALL
       SELECT row_id, json_extract(coalesce(after, before), '$.name'), 0 FROM (
         SELECT row_id, after, before, max(id) FROM change WHERE table_name = 'source'
           AND row_id NOT IN (SELECT id FROM source) GROUP BY row_id)
       ORDER BY isThere DESC, name`,
    )
    .allObjects<Omit<KeptSource, 'isThere'> & { readonly isThere: number }>()
    .map((row) => ({ ...row, isThere: row.isThere === 1 }));
}
