/**
 * All rows of a damaged project. First along the trees from their roots; then, where trees are broken, from leaf pages
 * that hang on no tree, told by the shape of their rows. Such a page may also be one that held rows deleted long ago:
 * it is left alone when it is on the list of free pages, and where that list is damaged, it is kept apart as
 * doubtful.
 */

import { isSoundValue, layouts, mayBe, type SalvageTable, salvageTables } from './layouts';
import { type FreePages, readFreePages } from './pages/free-pages';
import { type Cell, type LeafPage, leafType, readLeafPage } from './pages/leaf-page';
import type { Pages } from './pages/pages';
import { createPayloadReader, type PayloadReader } from './pages/payload';
import { type RecordHeader, readRecordHeader, readValues, type Value, wholeColumns } from './pages/record';
import { walkTable } from './pages/table-tree';

export interface FoundCell {
  readonly cell: Cell;
  /** Of a page that may be a free one: to be believed only if the history vouches for it. */
  readonly isDoubtful: boolean;
}

export interface TableFinds {
  readonly cells: readonly FoundCell[];
  /** Rows that were seen and could not be read. */
  readonly unreadable: number;
  /** Nothing is missing: the tree led everywhere. */
  readonly isComplete: boolean;
}

export interface Finds {
  readonly tables: Readonly<Record<SalvageTable, TableFinds>>;
  /** Names of tables that are not Emic's. */
  readonly strangers: readonly string[];
  /** How many of Emic's tables the list at the file's beginning names. */
  readonly ownTables: number;
  /** First pages of indexes by their names. */
  readonly indexRoots: ReadonlyMap<string, number>;
  readonly unreadablePages: number;
  readonly doubtfulPages: number;
  readonly reader: PayloadReader;
}

/** Called now and then; may throw to stop. */
export type Pulse = (page: number, pages: number) => Promise<void>;
const pagesAPulse = 2000;

export async function findRows(pages: Pages, pulse: Pulse): Promise<Finds> {
  const free = readFreePages(pages);
  const taken = new Set<number>();
  const reader = createPayloadReader(pages, (page) => taken.has(page));
  const schema = readSchema(pages, taken, reader);
  const tables = {} as Record<SalvageTable, Growing>;
  for (const table of salvageTables) {
    const root = schema.roots.get(table);
    const found: Growing = { cells: [], unreadable: 0, isComplete: false };
    tables[table] = found;
    if (root === undefined) continue;
    const { leaves, breaks } = walkTable(pages, {
      root,
      taken,
      fits: (leaf) => fitsTable(reader, table, leaf),
    });
    found.isComplete = breaks === 0;
    for (const leaf of leaves) takeLeaf(found, { reader, table, leaf, isDoubtful: false });
  }
  const orphans = await adoptOrphans(pages, { free, taken, reader, tables, pulse });
  return {
    tables,
    strangers: schema.strangers,
    ownTables: schema.roots.size,
    indexRoots: schema.indexRoots,
    ...orphans,
    reader,
  };
}

interface Growing {
  cells: FoundCell[];
  unreadable: number;
  isComplete: boolean;
}

function takeLeaf(
  found: Growing,
  {
    reader,
    table,
    leaf,
    isDoubtful,
  }: {
    readonly reader: PayloadReader;
    readonly table: SalvageTable;
    readonly leaf: LeafPage;
    readonly isDoubtful: boolean;
  },
): void {
  found.unreadable += leaf.lost;
  for (const cell of leaf.cells) {
    const header = readRecordHeader(reader.local(cell), cell.length);
    if (header && mayBe(table, header)) found.cells.push({ cell, isDoubtful });
    else found.unreadable += 1;
  }
  if (found.unreadable > 0) found.isComplete = false;
}

/** Most rows have the columns of the table. */
function fitsTable(reader: PayloadReader, table: SalvageTable, { cells }: LeafPage): boolean {
  const fitting = cells.filter((cell) => {
    const header = readRecordHeader(reader.local(cell), cell.length);
    return header !== undefined && mayBe(table, header);
  });
  return fitting.length * 2 >= cells.length;
}

interface Adoption {
  readonly free: FreePages;
  readonly taken: Set<number>;
  readonly reader: PayloadReader;
  readonly tables: Record<SalvageTable, Growing>;
  readonly pulse: Pulse;
}

async function adoptOrphans(
  pages: Pages,
  { free, taken, reader, tables, pulse }: Adoption,
): Promise<Pick<Finds, 'unreadablePages' | 'doubtfulPages'>> {
  let unreadablePages = 0;
  let doubtfulPages = 0;
  // A list that names pages in use has lost others.
  const isDoubtful = !free.isComplete || [...free.pages].some((page) => taken.has(page));
  for (let page = 1; page <= pages.count; page += 1) {
    if (page % pagesAPulse === 0) await pulse(page, pages.count);
    const bytes = pages.page(page);
    if (!bytes) unreadablePages += 1;
    if (page === 1 || taken.has(page) || free.pages.has(page) || bytes?.[0] !== leafType) continue;
    const leaf = readLeafPage(pages, page);
    const table = leaf && leaf.cells.length > 0 ? tableOf(reader, leaf) : undefined;
    if (!leaf || !table) continue;
    taken.add(page);
    if (isDoubtful) doubtfulPages += 1;
    // A page that hangs on no tree is itself the sign that a tree is broken.
    const found = tables[table];
    found.isComplete = false;
    takeLeaf(found, { reader, table, leaf, isDoubtful });
  }
  return { unreadablePages, doubtfulPages };
}

/** The table whose rows most of these are, by every value and not only by its kind. */
function tableOf(reader: PayloadReader, { cells }: LeafPage): SalvageTable | undefined {
  const votes = new Map<SalvageTable, number>();
  for (const cell of cells) {
    const local = reader.local(cell);
    const header = readRecordHeader(local, cell.length);
    const table =
      header && salvageTables.find((name) => mayBe(name, header) && looksLike(name, local, header));
    if (table) votes.set(table, (votes.get(table) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 >= cells.length ? best[0] : undefined;
}

/** As far as it lies on the page itself: texts may go on elsewhere. */
function looksLike(table: SalvageTable, local: Uint8Array, header: RecordHeader): boolean {
  const values = readValues(local, header);
  return layouts[table].columns
    .slice(0, wholeColumns(header, local.length))
    .every((column, index) => isSoundValue(column, values[index] ?? null));
}

/** The values of a row, as far as its bytes go; undefined where they are no row. */
export function readRow(bytes: Uint8Array, { length }: Cell): Value[] | undefined {
  const header = readRecordHeader(bytes, length);
  return header && readValues(bytes, header);
}

interface Schema {
  readonly roots: ReadonlyMap<SalvageTable, number>;
  readonly strangers: readonly string[];
  readonly indexRoots: ReadonlyMap<string, number>;
}

/** `sqlite_schema`: type, name, table, root page, SQL. It may have grown beyond the first page. */
function readSchema(pages: Pages, taken: Set<number>, reader: PayloadReader): Schema {
  const { leaves } = walkTable(pages, { root: 1, taken, fits: () => true });
  const roots = new Map<SalvageTable, number>();
  const strangers: string[] = [];
  const indexRoots = new Map<string, number>();
  for (const cell of leaves.flatMap(({ cells }) => cells)) {
    const [type, name, , root] = readRow(reader.local(cell), cell) ?? [];
    if (type === 'index' && typeof name === 'string' && typeof root === 'number') indexRoots.set(name, root);
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') continue;
    if ((salvageTables as readonly string[]).includes(name)) roots.set(name as SalvageTable, root);
    else if (!name.startsWith('sqlite_') && name !== 'kept') strangers.push(name);
  }
  return { roots, strangers, indexRoots };
}
