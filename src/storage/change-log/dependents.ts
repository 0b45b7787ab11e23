import { type TableName, tableNames } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';
import { keyOf, type RowState } from './row-states';

interface Reference {
  readonly table: TableName;
  readonly column: string;
  readonly to: TableName;
}

/** The foreign keys between tables of which the history knows. */
function references(database: ReadableDatabase): Reference[] {
  const recorded = new Set<string>(tableNames);
  return tableNames.flatMap((table) =>
    database
      .prepare('SELECT "from", "table" FROM pragma_foreign_key_list(?)')
      .allArrays<[string, TableName]>([table])
      .flatMap(([column, to]) => (recorded.has(to) ? [{ table, column, to }] : [])),
  );
}

/**
 * Rows outside `states` that stand in the way of putting these: those that point to a row that would go, and those
 * that would have to be there but are gone.
 */
export function rowsInTheWay(database: ReadableDatabase, states: readonly RowState[]): Set<string> {
  const own = new Set(states.map(({ table_name, row_id }) => keyOf(table_name, row_id)));
  const found = new Set<string>();
  for (const { table, column, to } of references(database)) {
    const pointing = database.prepare(`SELECT id FROM ${table} WHERE ${column} = ?`);
    const there = database.prepare(`SELECT 1 FROM ${to} WHERE id = ?`);
    for (const { table_name, row_id, image } of states) {
      if (table_name === to && image === null) {
        for (const id of pointing.values<string>([row_id])) if (!own.has(keyOf(table, id))) found.add(id);
      }
      if (table_name === table && image !== null) {
        const target = (JSON.parse(image) as Record<string, unknown>)[column];
        if (typeof target === 'string' && !own.has(keyOf(to, target)) && there.value([target]) === undefined)
          found.add(target);
      }
    }
  }
  for (const id of rowsInTheSamePlace(database, states)) found.add(id);
  return found;
}

/** What may be there only once: columns that no two rows of a table share. */
const onceOnly: readonly {
  readonly table: TableName;
  readonly columns: readonly string[];
  /** Rows that this does not hold for are left out. */
  readonly where?: string;
}[] = [
  { table: 'coder', columns: ['name'] },
  { table: 'source', columns: ['name'] },
  { table: 'code', columns: ['parent_id', 'name'] },
  { table: 'quotation', columns: ['source_id', 'start_position', 'end_position'] },
  { table: 'coding', columns: ['quotation_id', 'code_id', 'coder_id'] },
  { table: 'code_set', columns: ['name'] },
  { table: 'code_set_code', columns: ['code_set_id', 'code_id'] },
  { table: 'memo_type', columns: ['name'] },
  {
    table: 'memo',
    columns: ['source_id', 'code_id', 'quotation_id', 'coding_id', 'is_free'],
    where: 'is_free = 0',
  },
];

function* rowsInTheSamePlace(database: ReadableDatabase, states: readonly RowState[]): Iterable<string> {
  const own = new Set(states.map(({ row_id }) => row_id));
  for (const { table, columns, where = '1' } of onceOnly) {
    const same = database.prepare(
      `SELECT id FROM ${table} WHERE ${where} AND ${columns
        .map((column) => `${column} IS json_extract(?1, '$.${column}')`)
        .join(' AND ')}`,
    );
    for (const { table_name, image } of states) {
      if (table_name !== table || image === null) continue;
      for (const id of same.values<string>([image])) if (!own.has(id)) yield id;
    }
  }
}

/** The newest entry after `sequence` that is in force and touched one of the rows, for each such entry; oldest first. */
export function entriesTouching(
  database: ReadableDatabase,
  sequence: number,
  rows: Iterable<string>,
): number[] {
  return database
    .prepare(
      `SELECT DISTINCT change_set.sequence FROM change JOIN change_set ON change_set.sequence = change.sequence
       WHERE change_set.sequence > ?1 AND state = 'done' AND kind IN ('change', 'event')
         AND row_id IN (SELECT value FROM json_each(?2))
       ORDER BY change_set.sequence`,
    )
    .values<number>([sequence, JSON.stringify([...rows])]);
}

/** What stands at places of a document's text. */
const placed: readonly TableName[] = ['quotation', 'segment'];

/**
 * Rows that keep states of the entry `sequence` from being put because of a document's text: what was placed in it, or
 * moved, after the entry that changed it; and the document itself where its text was changed after the entry that
 * placed something in it.
 */
export function textsInTheWay(
  database: ReadableDatabase,
  sequence: number,
  states: readonly RowState[],
): Set<string> {
  const found = new Set<string>();
  const textNow = database.prepare('SELECT text_sha256 FROM source WHERE id = ?');
  const changedSince = database.prepare(
    `SELECT 1 FROM change WHERE row_id = ?1 AND sequence > ?2 AND table_name = 'source' AND before IS NOT NULL
       AND after IS NOT NULL AND json_extract(before, '$.text_sha256') <> json_extract(after, '$.text_sha256')`,
  );
  for (const { table_name, row_id, image } of states) {
    if (image === null) continue;
    const row = JSON.parse(image) as Record<string, unknown>;
    if (table_name === 'source') {
      const now = textNow.value<string>([row_id]);
      if (now === undefined || now === row.text_sha256) continue;
      for (const table of placed) {
        const later = database.prepare(
          `SELECT id FROM ${table} WHERE source_id = ?1
             AND EXISTS (SELECT 1 FROM change WHERE row_id = ${table}.id AND sequence > ?2)`,
        );
        for (const id of later.values<string>([row_id, sequence])) found.add(id);
      }
    }
    if (placed.includes(table_name)) {
      const source = String(row.source_id);
      if (changedSince.value([source, sequence]) !== undefined) found.add(source);
    }
  }
  return found;
}
