import type { CodeId, CoderId, SourceId } from '../../core/ids';
import type { ReadableDatabase, SqlValue } from '../sqlite/types';
import type { ChangeSetRow } from './change-sets';

/**
 * Which entries of the history touched what. Answered from the images in `change` by one pass over them (two for a
 * document, whose quotations come first), without an index of its own.
 */
export interface EntryFilter {
  readonly coderId?: CoderId | undefined;
  readonly codeId?: CodeId | undefined;
  readonly sourceId?: SourceId | undefined;
  readonly groups?: readonly EntryGroup[] | undefined;
  /** ISO times: from, inclusive; to, exclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly only?: readonly number[] | undefined;
  /** Only entries with a smaller sequence. */
  readonly before?: number | undefined;
}

export type EntryGroup = 'documents' | 'codes' | 'coding' | 'memos' | 'project' | 'undo' | 'event';

/** The group of an entry, as SQL; what has no command of its own family belongs to the project. */
export const groupSql = `CASE
  WHEN change_set.kind = 'event' THEN 'event'
  WHEN change_set.kind IN ('undo', 'redo') OR change_set.command GLOB 'history.*' THEN 'undo'
  WHEN change_set.command GLOB 'source*' THEN 'documents'
  WHEN change_set.command GLOB 'code.*' THEN 'codes'
  WHEN change_set.command GLOB 'coding.*' OR change_set.command GLOB 'quotation.*' THEN 'coding'
  WHEN change_set.command GLOB 'memo.*' THEN 'memos'
  ELSE 'project' END`;

/** `$.column` of either image of a change is what `is` says. */
const eitherImage = (column: string, is: string) =>
  `(json_extract(before, '$.${column}') ${is} OR json_extract(after, '$.${column}') ${is})`;

const touchedByCode = `
  SELECT sequence FROM change WHERE CASE table_name
    WHEN 'code' THEN row_id = :code
    WHEN 'coding' THEN ${eitherImage('code_id', '= :code')}
    WHEN 'memo' THEN ${eitherImage('code_id', '= :code')} END
  -- What a code is named for without a row of its own changing: the code that another was merged into.
  UNION SELECT sequence FROM change_set WHERE json_extract(label_values, '$.codeId') = :code`;

const quotationsOfSource = `
  SELECT id FROM quotation WHERE source_id = :source
  UNION SELECT row_id FROM change WHERE table_name = 'quotation' AND ${eitherImage('source_id', '= :source')}`;

const touchedBySource = `
  SELECT sequence FROM change WHERE CASE table_name
    WHEN 'source' THEN row_id = :source
    WHEN 'quotation' THEN row_id IN quotations
    WHEN 'coding' THEN ${eitherImage('quotation_id', 'IN quotations')}
    WHEN 'memo' THEN ${eitherImage('source_id', '= :source')} OR ${eitherImage('quotation_id', 'IN quotations')} END`;

/** An undo or redo has touched what the entry did that it took back or brought back. */
const touched = (set: string) =>
  `CASE WHEN change_set.kind IN ('undo', 'redo') THEN change_set.target_sequence ELSE change_set.sequence END IN ${set}`;

interface Condition {
  readonly with?: readonly string[];
  readonly where: string;
  readonly params: Readonly<Record<string, SqlValue>>;
}

function conditions(filter: EntryFilter): readonly Condition[] {
  const { coderId, codeId, sourceId, groups, since, until, only, before } = filter;
  return [
    ...(coderId === undefined ? [] : [{ where: 'change_set.coder_id = :coder', params: { coder: coderId } }]),
    ...(codeId === undefined
      ? []
      : [
          {
            with: [`code_entries (sequence) AS MATERIALIZED (${touchedByCode})`],
            where: touched('code_entries'),
            params: { code: codeId },
          },
        ]),
    ...(sourceId === undefined
      ? []
      : [
          {
            with: [
              `quotations (id) AS MATERIALIZED (${quotationsOfSource})`,
              `source_entries (sequence) AS MATERIALIZED (${touchedBySource})`,
            ],
            where: touched('source_entries'),
            params: { source: sourceId },
          },
        ]),
    ...(groups === undefined
      ? []
      : [
          {
            where: `${groupSql} IN (SELECT value FROM json_each(:groups))`,
            params: { groups: JSON.stringify(groups) },
          },
        ]),
    // An instant may be given with or without milliseconds, so the numbers are compared, not the texts.
    ...(since === undefined
      ? []
      : [{ where: 'julianday(change_set.modified_at) >= julianday(:since)', params: { since } }]),
    ...(until === undefined
      ? []
      : [{ where: 'julianday(change_set.modified_at) < julianday(:until)', params: { until } }]),
    ...(only === undefined
      ? []
      : [
          {
            where: 'change_set.sequence IN (SELECT value FROM json_each(:only))',
            params: { only: JSON.stringify(only) },
          },
        ]),
    ...(before === undefined ? [] : [{ where: 'change_set.sequence < :before', params: { before } }]),
  ];
}

function select(columns: string, filter: EntryFilter, tail: string) {
  const all = conditions(filter);
  const tables = all.flatMap((condition) => condition.with ?? []);
  const wheres = all.map(({ where }) => where);
  return {
    sql: `${tables.length > 0 ? `WITH ${tables.join(',\n')}\n` : ''}SELECT ${columns} FROM change_set
      ${wheres.length > 0 ? `WHERE ${wheres.join(' AND ')}` : ''} ${tail}`,
    params: Object.assign({}, ...all.map(({ params }) => params)) as Record<string, SqlValue>,
  };
}

/** Sequence and time of each matching entry, oldest first. */
export function matchingEntries(
  database: ReadableDatabase,
  filter: EntryFilter,
): (readonly [sequence: number, at: string])[] {
  const { sql, params } = select('change_set.sequence, change_set.modified_at', filter, 'ORDER BY sequence');
  return database.prepare(sql).allArrays<[number, string]>(params);
}

/** What the search reads of an entry. */
export type EntryWords = Pick<
  ChangeSetRow,
  'sequence' | 'modified_at' | 'kind' | 'label_key' | 'label_values' | 'why'
>;

/** The words of each matching entry, oldest first. */
export function matchingWords(database: ReadableDatabase, filter: EntryFilter): EntryWords[] {
  const columns = ['sequence', 'modified_at', 'kind', 'label_key', 'label_values', 'why'];
  const { sql, params } = select(
    columns.map((column) => `change_set.${column}`).join(', '),
    filter,
    'ORDER BY sequence',
  );
  return database.prepare(sql).allObjects(params);
}

export interface ListedEntry extends ChangeSetRow {
  readonly coder_name: string | null;
  readonly coder_color: string | null;
  readonly entry_group: EntryGroup;
}

/** Newest first. */
export function listEntries(database: ReadableDatabase, sequences: readonly number[]): ListedEntry[] {
  return database
    .prepare(
      `SELECT change_set.*, coder.name AS coder_name, coder.color AS coder_color, ${groupSql} AS entry_group
       FROM change_set LEFT JOIN coder ON coder.id = change_set.coder_id
       WHERE change_set.sequence IN (SELECT value FROM json_each(?)) ORDER BY change_set.sequence DESC`,
    )
    .allObjects([JSON.stringify(sequences)]);
}

/** The later entry, in force, that took an entry back alone, by that entry's sequence. */
export function revertedEntries(database: ReadableDatabase): ReadonlyMap<number, number> {
  // The index on kind and state would find nearly all entries, one by one.
  return new Map(
    database
      .prepare(
        `SELECT target_sequence, sequence FROM change_set
         WHERE command = 'history.revert' AND +kind = 'change' AND +state = 'done' ORDER BY sequence`,
      )
      .allArrays<[number, number]>(),
  );
}

/** The newest `limit` entries, newest first; only sequences. */
export function newestMatching(database: ReadableDatabase, filter: EntryFilter, limit: number): number[] {
  const { sql, params } = select('change_set.sequence', filter, 'ORDER BY sequence DESC LIMIT :limit');
  return database.prepare(sql).values<number>({ ...params, limit });
}

/** How many entries after this one are changes in force. */
export function countLaterChanges(database: ReadableDatabase, sequence: number): number {
  return (
    database
      .prepare("SELECT count(*) FROM change_set WHERE sequence > ? AND kind = 'change' AND state = 'done'")
      .value<number>([sequence]) ?? 0
  );
}
