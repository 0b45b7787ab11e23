import type { TableName } from '../../core/tables';
import { deferForeignKeys } from '../repositories/foreign-keys';
import type { Database } from '../sqlite/types';
import { quotationsOfSources, readOffWords, textsOf } from './quotation-words';
import { imageColumns } from './row-images';
import type { RowState } from './row-states';

/**
 * Brings rows into the given states. All of them are taken away first and then put back, so that neither the order
 * nor a name that two of them exchange matters; foreign keys are checked at the commit.
 */
export function putRows(database: Database, states: readonly RowState[]): void {
  deferForeignKeys(database);
  const tables = new Map<TableName, RowState[]>();
  for (const state of states) {
    const rows = tables.get(state.table_name);
    if (rows) rows.push(state);
    else tables.set(state.table_name, [state]);
  }
  const sources = (tables.get('source') ?? []).map(({ row_id }) => row_id);
  const textsBefore = textsOf(database, sources);
  for (const [table, rows] of tables) {
    const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
    if (table !== 'project') for (const { row_id } of rows) remove.run([row_id]);
  }
  for (const [table, rows] of tables) {
    const put = putStatement(database, table);
    for (const { row_id, image } of rows) {
      if (image !== null) put.run(table === 'project' ? [image, row_id] : [image]);
    }
  }
  const quotations = tables.get('quotation')?.filter(({ image }) => image !== null) ?? [];
  // Where a document has another text again, the words around quotations that did not move may be others, too.
  const textsAfter = textsOf(database, sources);
  const reworded = sources.filter((id) => textsBefore.get(id) !== textsAfter.get(id));
  const ids = new Set([
    ...quotations.map(({ row_id }) => row_id),
    ...quotationsOfSources(database, reworded),
  ]);
  if (ids.size > 0) readOffWords(database, [...ids]);
}

function putStatement(database: Database, table: TableName) {
  const columns = imageColumns(database, table);
  const values = columns.map((column) => `json_extract(?1, '$.${column}')`);
  // The project's one row also holds what no image has, so it stays.
  if (table === 'project')
    return database.prepare(
      `UPDATE project SET (${columns.join(', ')}) = (${values.join(', ')}) WHERE id = ?2`,
    );
  // Until all rows are back, the document that a quotation's words are read off may be missing.
  const derived = table === 'quotation' ? ['text', 'text_before', 'text_after'] : [];
  return database.prepare(
    `INSERT INTO ${table} (${[...columns, ...derived].join(', ')})
     VALUES (${[...values, ...derived.map(() => "''")].join(', ')})`,
  );
}
