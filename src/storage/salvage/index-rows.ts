/**
 * Rows whose page is destroyed, put together again from the indexes: where a quotation stands and which code it has
 * is all in them. Only trees that are whole from the root are read, so nothing deleted comes back.
 */
import type { TableName } from '../../core/tables';
import type { Finds } from './find-rows';
import { isId, isSoundValue, layouts } from './layouts';
import { readIndex } from './pages/index-tree';
import type { Pages } from './pages/pages';
import type { Value } from './pages/record';
import { counted, type Notes } from './report';
import { type Row, type Rows, rowOf } from './rows';

interface IndexedTable {
  readonly table: TableName;
  readonly index: string;
  readonly columns: readonly string[];
  /** What the neighbour before it in time tells. */
  readonly guessed: readonly string[];
  readonly told: readonly [one: string, many: string, lost: string];
}

const indexed: readonly IndexedTable[] = [
  {
    table: 'coder',
    index: 'sqlite_autoindex_coder_2',
    columns: ['name'],
    guessed: ['created_at'],
    told: ['coder', 'coders', 'their colours are lost'],
  },
  {
    table: 'code',
    index: 'code_name_under_parent',
    columns: ['parent_id', 'name'],
    guessed: ['coder_id', 'created_at', 'modified_at'],
    told: ['code', 'codes', 'their definitions and colours are lost'],
  },
  {
    table: 'source',
    index: 'source_text_sha256',
    columns: ['text_sha256'],
    guessed: ['coder_id', 'created_at', 'modified_at'],
    told: ['document', 'documents', 'their names are lost'],
  },
  {
    table: 'quotation',
    index: 'sqlite_autoindex_quotation_2',
    columns: ['source_id', 'start_position', 'end_position'],
    guessed: ['coder_id', 'created_at', 'modified_at'],
    told: ['quotation', 'quotations', 'who marked them, and when, is guessed'],
  },
  {
    table: 'coding',
    index: 'sqlite_autoindex_coding_2',
    columns: ['quotation_id', 'code_id', 'coder_id'],
    guessed: ['created_at'],
    told: ['coding', 'codings', 'their dates are guessed'],
  },
];

/** Gives the tables of which an index proves that no row is missing any more. */
export function addRowsOfIndexes(rows: Rows, file: DamagedFile, notes: Notes): Set<TableName> {
  const proven = new Set<TableName>();
  for (const spec of indexed) {
    const { table, told } = spec;
    if (file.finds.tables[table].isComplete) continue;
    const made = rowsMissing(rows, spec, file);
    for (const row of made) rows[table].set(row.id as string, row);
    if (hasAll(rows, table, file)) proven.add(table);
    if (made.length === 0) continue;
    const [one, many, lost] = told;
    notes.mend(
      `${capital(counted(made.length, one, many))} had to be put together again from the file’s indexes; ${lost}.`,
    );
  }
  return proven;
}

export interface DamagedFile {
  readonly pages: Pages;
  readonly finds: Finds;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function hasAll(rows: Rows, table: TableName, { pages, finds }: DamagedFile): boolean {
  const root = finds.indexRoots.get(`sqlite_autoindex_${table}_1`);
  if (root === undefined) return false;
  const { entries, isWhole } = readIndex(pages, root);
  return (
    isWhole && entries.length > 0 && entries.every(([id]) => typeof id === 'string' && rows[table].has(id))
  );
}

function rowsMissing(
  rows: Rows,
  { table, index, columns, guessed }: IndexedTable,
  { pages, finds }: DamagedFile,
): Row[] {
  const keys = byRowNumber(pages, finds.indexRoots.get(index), columns.length);
  const ids = byRowNumber(pages, finds.indexRoots.get(`sqlite_autoindex_${table}_1`), 1);
  if (keys.size === 0 || ids.size === 0) return [];
  const found = new Map<number, Row>();
  for (const { cell, isDoubtful } of finds.tables[table].cells) {
    const row = isDoubtful ? undefined : rowOf(finds.reader, table, cell);
    if (row) found.set(cell.rowId, row);
  }
  const made: Row[] = [];
  let before: Row | undefined;
  for (const number of [...ids.keys()].sort((a, b) => a - b)) {
    const neighbour = found.get(number);
    if (neighbour) before = neighbour;
    const key = keys.get(number);
    const [id] = ids.get(number) ?? [];
    if (neighbour || !key || typeof id !== 'string' || rows[table].has(id)) continue;
    const row: Row = Object.fromEntries(layouts[table].columns.map(({ name }) => [name, null]));
    row.id = id;
    for (const [place, column] of columns.entries()) row[column] = key[place] ?? null;
    for (const column of guessed) row[column] = before?.[column] ?? null;
    // An index on code names has no text where there is no parent.
    if (row.parent_id === '') row.parent_id = null;
    for (const { name, kind, isOptional } of layouts[table].columns) {
      if (kind === 'text' && !isOptional && row[name] === null) row[name] = '';
    }
    if (isUsable(table, row, ['id', ...columns])) made.push(row);
  }
  return made;
}

function isUsable(table: TableName, row: Row, columns: readonly string[]): boolean {
  return layouts[table].columns.every(
    (column) => !columns.includes(column.name) || isSoundValue(column, row[column.name] ?? null),
  );
}

function byRowNumber(pages: Pages, root: number | undefined, columns: number): Map<number, readonly Value[]> {
  const entries = new Map<number, readonly Value[]>();
  if (root === undefined) return entries;
  for (const entry of readIndex(pages, root).entries) {
    const number = entry[columns];
    if (entry.length === columns + 1 && typeof number === 'number')
      entries.set(number, entry.slice(0, columns));
  }
  return entries;
}

/** Ids by the rows' numbers, from the index on ids; read when first asked for. */
export function idsOfIndexes({
  pages,
  finds,
}: DamagedFile): (table: TableName, row: number) => string | undefined {
  const tables = new Map<TableName, Map<number, readonly Value[]>>();
  return (table, row) => {
    let ids = tables.get(table);
    if (!ids) {
      ids = byRowNumber(pages, finds.indexRoots.get(`sqlite_autoindex_${table}_1`), 1);
      tables.set(table, ids);
    }
    const [id] = ids.get(row) ?? [];
    return isId(id) ? id : undefined;
  };
}
