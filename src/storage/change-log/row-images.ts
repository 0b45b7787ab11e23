import type { TableName } from '../../core/tables';
import type { ReadableDatabase } from '../sqlite/types';

/**
 * A row's image: the JSON object of its columns by which the history remembers it, and by which two states of a
 * project are compared. A column is absent that the command path keeps by itself, or that follows from other rows:
 * without the words of quotations the history holds none of a participant's, but in its labels.
 */
const withoutImage: Partial<Record<TableName, readonly string[]>> = {
  project: ['revision', 'base_revision', 'base_change_set', 'base_digest'],
  quotation: ['text', 'text_before', 'text_after'],
};

/** The columns of a table's images, in the table's order. */
export function imageColumns(database: ReadableDatabase, table: TableName): string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').values<string>([table]);
  return columns.filter((column) => !withoutImage[table]?.includes(column));
}

/** SQL that makes the image of `row` (a table's name, or `old`, `new` in a trigger). */
export function imageSql(columns: readonly string[], row: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}
