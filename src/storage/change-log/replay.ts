import type { TableName } from '../../core/tables';
import { deferForeignKeys } from '../repositories/foreign-keys';
import type { Database } from '../sqlite/types';
import { recordedColumns } from './recording';

export interface RowChange {
  readonly table_name: TableName;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Puts rows back as they were before the changes (`backwards`, last change first) or as they were after
 * (`forwards`). Foreign keys are checked at the commit, since rows return one by one.
 */
export function replay(
  database: Database,
  changes: readonly RowChange[],
  direction: 'backwards' | 'forwards',
): void {
  deferForeignKeys(database);
  const statements = new Map<string, ReturnType<typeof tableStatements>>();
  const ordered = direction === 'backwards' ? [...changes].reverse() : changes;
  for (const change of ordered) {
    let table = statements.get(change.table_name);
    if (!table) {
      table = tableStatements(database, change.table_name);
      statements.set(change.table_name, table);
    }
    const [from, to] =
      direction === 'backwards' ? [change.after, change.before] : [change.before, change.after];
    if (to === null) table.remove.run([change.row_id]);
    else if (from === null) table.insert.run([to]);
    else table.update.run([to, change.row_id]);
  }
}

function tableStatements(database: Database, table: TableName) {
  const columns = recordedColumns(database, table);
  const fromImage = (parameter: string) =>
    columns.map((column) => `json_extract(${parameter}, '$.${column}')`);
  return {
    insert: database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${fromImage('?1').join(', ')}`,
    ),
    update: database.prepare(
      `UPDATE ${table} SET (${columns.join(', ')}) = (SELECT ${fromImage('?1').join(', ')}) WHERE id = ?2`,
    ),
    remove: database.prepare(`DELETE FROM ${table} WHERE id = ?`),
  };
}
