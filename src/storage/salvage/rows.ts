/**
 * The rows of the small tables in memory, by id, as they were found. Texts and the history stay in the file: they are
 * read one at a time.
 */
import { type TableName, tableNames } from '../../core/tables';
import { type Finds, readRow } from './find-rows';
import { isId, isSoundValue, layouts, type SalvageTable } from './layouts';
import type { Cell } from './pages/leaf-page';
import type { PayloadReader } from './pages/payload';
import type { Value } from './pages/record';

export type Row = Record<string, Value>;

/** Live rows by table and id. An id may be a damaged one. */
export type Rows = Readonly<Record<TableName, Map<string, Row>>>;

/** `idOf`: what an index says that a row's id is; asked for where the row itself says nothing sensible. */
export function loadRows(
  finds: Finds,
  idOf: (table: TableName, rowNumber: number) => string | undefined,
): Rows {
  const load = (table: TableName) => {
    const rows = new Map<string, Row>();
    for (const { cell, isDoubtful } of finds.tables[table].cells) {
      if (isDoubtful) continue;
      const row = rowOf(finds.reader, table, cell);
      if (row && !isId(row.id)) row.id = idOf(table, cell.rowId) ?? row.id ?? null;
      if (!row || typeof row.id !== 'string') continue;
      const known = rows.get(row.id);
      // Found along the tree before pages without one; of two in a tree the sounder one.
      if (!known || (!isSoundRow(table, known) && isSoundRow(table, row))) rows.set(row.id, row);
    }
    return rows;
  };
  return Object.fromEntries(tableNames.map((table) => [table, load(table)])) as unknown as Rows;
}

/** A row by the names of its columns; those of a later version hold what they begin with. */
export function rowOf(reader: PayloadReader, table: SalvageTable, cell: Cell): Row | undefined {
  const values = readRow(reader.whole(cell).bytes, cell);
  if (!values) return undefined;
  return Object.fromEntries(
    layouts[table].columns.map(({ name, kind }, index) => [
      name,
      kind === 'rowNumber'
        ? cell.rowId
        : index < values.length
          ? (values[index] ?? null)
          : (added[name] ?? null),
    ]),
  );
}

/** What stands in columns that a row lacks because it was written before there were any. */
const added: Readonly<Record<string, Value>> = {
  structure: 'automatic',
  status: 'inUse',
  is_free: 0,
  title: '',
};

export function isSoundRow(table: TableName, row: Row): boolean {
  return (
    isId(row.id) && layouts[table].columns.every((column) => isSoundValue(column, row[column.name] ?? null))
  );
}

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}

export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : Number.NaN;
}
