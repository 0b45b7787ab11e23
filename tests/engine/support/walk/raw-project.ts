import { type TableName, tableNames } from '../../../../src/core/tables';
import type { ReadableDatabase, SqlRow } from '../../../../src/storage/sqlite';

/** The rows as they lie in the file, read past the engine by a connection that can only read. */
export interface RawProject {
  readonly rows: Readonly<Record<TableName, readonly SqlRow[]>>;
  readonly texts: ReadonlyMap<string, string>;
  readonly changeSets: readonly SqlRow[];
  /** All that an undo has to bring back, as one text. Coders' rows are made outside change sets. */
  readonly dump: string;
}

export function readRaw(database: ReadableDatabase): RawProject {
  const all = (sql: string) => database.prepare(sql).allObjects();
  const rows = Object.fromEntries<SqlRow[]>(
    tableNames.map((table) => [table, all(`SELECT * FROM ${table} ORDER BY id`)] as const),
  ) as Record<TableName, SqlRow[]>;
  const texts = all('SELECT source.id, text FROM source JOIN source_text ON sha256 = text_sha256');
  return {
    rows,
    texts: new Map(texts.map(({ id, text }) => [String(id), String(text)])),
    changeSets: all(
      'SELECT sequence, revision, kind, state, target_sequence FROM change_set ORDER BY sequence',
    ),
    dump: tableNames
      .filter((table) => table !== 'coder')
      .map(
        (table) =>
          `${table}\n${rows[table].map((row) => JSON.stringify({ ...row, revision: 0 })).join('\n')}`,
      )
      .join('\n'),
  };
}
