import type { TableName } from '../../core/tables';
import { deferForeignKeys } from '../repositories/foreign-keys';
import { portions, withMuchRoom } from '../sqlite/many-rows';
import { atOnce, oneSlice } from '../sqlite/slices';
import type { Database } from '../sqlite/types';
import { quotationsOfSources, readOffWords, textsOf } from './quotation-words';
import { imageColumns } from './row-images';
import type { RowState } from './row-states';

/**
 * Brings rows into the given states. All of them are taken away first and then put back, so that neither the order
 * nor a name that two of them exchange matters; foreign keys are checked at the commit.
 */
export function putRows(database: Database, states: readonly RowState[]): void {
  if (states.length < manyRows) put(database, states);
  else atOnce(withMuchRoom(database, () => oneSlice(() => put(database, states))));
}

const manyRows = 10_000;

function put(database: Database, states: readonly RowState[]): void {
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
    if (table === 'project') continue;
    const remove = database.prepare(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`);
    for (const some of portions(rows)) remove.run([JSON.stringify(some.map(({ row_id }) => row_id))]);
  }
  for (const [table, rows] of tables) {
    const statement = putStatement(database, table);
    const images = rows.flatMap(({ row_id, image }) => (image === null ? [] : [{ row_id, image }]));
    if (table === 'project') for (const { row_id, image } of images) statement.run([image, row_id]);
    else
      for (const some of portions(images)) statement.run([`[${some.map(({ image }) => image).join(',')}]`]);
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
  const valuesOf = (image: string) => columns.map((column) => `json_extract(${image}, '$.${column}')`);
  // The project's one row also holds what no image has, so it stays.
  if (table === 'project')
    return database.prepare(
      `UPDATE project SET (${columns.join(', ')}) = (${valuesOf('?1').join(', ')}) WHERE id = ?2`,
    );
  // Until all rows are back, the document that a quotation's words are read off may be missing.
  const derived = table === 'quotation' ? ['text', 'text_before', 'text_after'] : [];
  return database.prepare(
    `INSERT INTO ${table} (${[...columns, ...derived].join(', ')})
     SELECT ${[...valuesOf('value'), ...derived.map(() => "''")].join(', ')} FROM json_each(?1)`,
  );
}
