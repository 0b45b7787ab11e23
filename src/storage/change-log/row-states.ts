import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';
import type { ChangeSetRow, RowChange } from './change-sets';
import { imageColumns, imageSql } from './row-images';

/** A row as it was at some time: its image, or null where it was not there. */
export interface RowState {
  readonly table_name: TableName;
  readonly row_id: string;
  readonly image: string | null;
}

/** The rows of one change set as they were before it. */
export function statesBefore(changes: readonly RowChange[]): RowState[] {
  const first = new Map<string, RowState>();
  for (const { table_name, row_id, before } of changes) {
    const key = keyOf(table_name, row_id);
    if (!first.has(key)) first.set(key, { table_name, row_id, image: before });
  }
  return [...first.values()];
}

/** The rows of one change set as they were after it. */
export function statesAfter(changes: readonly RowChange[]): RowState[] {
  const last = new Map<string, RowState>();
  for (const { table_name, row_id, after } of changes) {
    last.set(keyOf(table_name, row_id), { table_name, row_id, image: after });
  }
  return [...last.values()];
}

/** The rows that anything after entry `sequence` touched, as they were right after that entry. */
export function statesAt(database: ReadableDatabase, sequence: number): RowState[] {
  const states = new Map<string, RowState>();
  const later = database
    .prepare(
      `SELECT kind, coalesce(CASE WHEN kind IN ('undo', 'redo') THEN target_sequence END, sequence) AS changed
       FROM change_set WHERE sequence > ? ORDER BY sequence`,
    )
    .allObjects<{ kind: ChangeSetRow['kind']; changed: number }>([sequence]);
  const changesOf = database.prepare(
    'SELECT table_name, row_id, before, after FROM change WHERE sequence = ? ORDER BY id',
  );
  for (const { kind, changed } of later) {
    const changes = changesOf.allObjects<RowChange>([changed]);
    for (const state of kind === 'undo' ? statesAfter(changes) : statesBefore(changes)) {
      const key = keyOf(state.table_name, state.row_id);
      if (!states.has(key)) states.set(key, state);
    }
  }
  return [...states.values()];
}

/** The rows as they are now. */
export function statesNow(database: ReadableDatabase, rows: readonly Omit<RowState, 'image'>[]): RowState[] {
  const statements = new Map<TableName, ReturnType<typeof database.prepare>>();
  return rows.map(({ table_name, row_id }) => {
    let statement = statements.get(table_name);
    if (!statement) {
      const image = imageSql(imageColumns(database, table_name), table_name);
      statement = database.prepare(`SELECT ${image} FROM ${table_name} WHERE id = ?`);
      statements.set(table_name, statement);
    }
    return { table_name, row_id, image: statement.value<string>([row_id]) ?? null };
  });
}

export function keyOf(table: TableName, row: string): string {
  return `${table} ${row}`;
}
