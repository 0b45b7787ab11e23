/**
 * The new project file: what was found, mended until it can stand, with its history where that is whole.
 */
import { type TableName, tableNames } from '../../core/tables';
import { codePointLength } from '../../core/text';
import { insertChangeSet, lastChangeSet } from '../change-log/change-sets';
import { keyOf } from '../change-log/row-states';
import { digestOfSet, type HistoryTools, layBase } from '../change-log/seal';
import { makeVersion, migrate, schemaVersion } from '../schema';
import type { Database } from '../sqlite/types';
import { applyHistory } from './apply-history';
import type { Finds } from './find-rows';
import { type History, stageHistory } from './history';
import { addRowsOfIndexes, idsOfIndexes } from './index-rows';
import { isSoundValue, layouts } from './layouts';
import { mendIds } from './mend-ids';
import { mendCodings, mendMemos, mendSegments, mendSets, uniteQuotations } from './mend-links';
import { mendProject } from './mend-project';
import { mendQuotations } from './mend-quotations';
import { mendCoders, mendCodes, mendTree, mendValues } from './mend-rows';
import { mendSources } from './mend-sources';
import type { Pages } from './pages/pages';
import type { Notes, SavedCounts } from './report';
import { loadRows, numberOf, type Row, type Rows, rowOf, textOf } from './rows';
import { groupByText, openShelf, openText, type TextShelf, tellOf, wholeText } from './texts';

export interface BuildOptions {
  readonly pages: Pages;
  readonly finds: Finds;
  /** Of the damaged file; the new one is brought to the present version. */
  readonly version: number;
  readonly tools: HistoryTools;
  readonly notes: Notes;
  /** What the project is called where its name is lost. */
  readonly name: string;
  readonly createdWith: string;
  readonly pulse: () => Promise<void>;
}

export interface Built {
  readonly saved: SavedCounts;
  readonly history: History;
  /** The history can come along as far as its own parts can tell. */
  readonly isHistoryWhole: boolean;
  /** Damaged tables of which an index proves that nothing is missing. */
  readonly proven: ReadonlySet<TableName>;
}

/** Fills an empty file. The caller has switched foreign keys off: rows come in any order, and are checked at the end. */
export async function buildProject(database: Database, options: BuildOptions): Promise<Built> {
  const { finds, version, tools, notes } = options;
  makeTables(database, options);
  await options.pulse();
  const rows = loadRows(finds, idsOfIndexes(options));
  const [project] = rows.project.values();
  const revision = numberOf(project, 'revision');
  const baseRevision = version === 1 ? 0 : numberOf(project, 'base_revision');
  const history = database.transaction(() =>
    stageHistory(database, { finds, version, sha256: tools.sha256, revision, baseRevision, notes }),
  );
  await options.pulse();
  const shelf = openShelf(finds, tools.sha256);
  const proven = mendRows(rows, { options, history, shelf });
  await options.pulse();
  const isHistoryWhole =
    history.isWhole &&
    [...history.textsNamed].every((sha256) => shelf.whole.get(sha256)?.isDoubtful === false);
  database.transaction(() => {
    storeTexts(database, rows, { options, shelf });
    if (isHistoryWhole) storeOtherTexts(database, history, shelf);
    uniteQuotations(rows);
    mendCodings(rows, notes);
    mendMemos(rows, tools.newId, notes);
    mendSets(rows);
    mendSegments(rows, notes);
    for (const table of tableNames) storeRows(database, rows, { table, version });
    if (version === schemaVersion) storeDrafts(database, rows, finds);
  });
  return { saved: countSaved(rows, history), history, isHistoryWhole, proven };
}

function makeTables(database: Database, { version, tools }: BuildOptions): void {
  database.transaction(() => {
    if (version === schemaVersion) migrate(database, tools);
    else makeVersion(database, tools, version);
  });
}

interface Mending {
  readonly options: BuildOptions;
  readonly history: History;
  readonly shelf: TextShelf;
}

/** Gives the tables of which nothing is missing, though they were damaged. */
function mendRows(rows: Rows, { options, history, shelf }: Mending): Set<TableName> {
  const { notes, tools } = options;
  const making = { now: tools.clock(), newId: () => tools.newId<string>() };
  applyHistory(rows, history, notes);
  const proven = addRowsOfIndexes(rows, { pages: options.pages, finds: options.finds }, notes);
  const isKnown = (table: TableName, id: string) => history.states.get(keyOf(table, id))?.image != null;
  mendProject(rows, { ...making, history, notes, name: options.name, createdWith: options.createdWith });
  mendIds(rows, { newId: making.newId, isKnown }, notes);
  mendValues(rows, making.now, notes);
  mendTree(rows, 'source_folder', notes);
  mendSources(rows, { ...making, shelf, history, notes });
  mendCoders(rows, making, notes);
  mendCodes(rows, making, notes);
  return proven;
}

function storeTexts(
  database: Database,
  rows: Rows,
  { options, shelf }: { readonly options: BuildOptions; readonly shelf: TextShelf },
): void {
  const { tools, notes } = options;
  const quotations = quotationsBySource(rows);
  for (const group of groupByText(shelf, rows)) {
    const opened = openText(shelf, rows, { group, sha256: tools.sha256 });
    tellOf(group, opened, notes);
    storeText(database, opened);
    const characters = codePointLength(opened.text);
    const isWhole = opened.state === 'whole' || opened.state === 'healed';
    for (const source of group.sources) {
      source.text_sha256 = opened.sha256;
      source.characters = characters;
      const own = quotations.get(textOf(source, 'id')) ?? [];
      const document = { name: textOf(source, 'name'), text: opened.text, isWhole };
      for (const id of mendQuotations(own, document, notes)) rows.quotation.delete(id);
    }
  }
  for (const [id, quotation] of rows.quotation) {
    if (rows.source.has(textOf(quotation, 'source_id'))) continue;
    rows.quotation.delete(id);
    notes.lose('Quotations whose document is not known any more could not be kept.');
  }
}

function quotationsBySource(rows: Rows): Map<string, Row[]> {
  const bySource = new Map<string, Row[]>();
  for (const quotation of rows.quotation.values()) {
    const id = textOf(quotation, 'source_id');
    const list = bySource.get(id);
    if (list) list.push(quotation);
    else bySource.set(id, [quotation]);
  }
  return bySource;
}

/** Those of deleted documents: the history can bring them back. */
function storeOtherTexts(database: Database, { textsNamed }: History, shelf: TextShelf): void {
  for (const sha256 of textsNamed) {
    const text = wholeText(shelf, sha256);
    if (text !== undefined) storeText(database, { sha256, text });
  }
}

function storeText(
  database: Database,
  { sha256, text }: { readonly sha256: string; readonly text: string },
): void {
  database.prepare('INSERT OR IGNORE INTO source_text (sha256, text) VALUES (?, ?)').run([sha256, text]);
}

function storeRows(
  database: Database,
  rows: Rows,
  { table, version }: { readonly table: TableName; readonly version: number },
): void {
  const { columns, widths } = layouts[table];
  const names = columns.slice(0, widths[version - 1]).map(({ name }) => name);
  if (names.length === 0) return;
  const insert = database.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const row of rows[table].values()) insert.run(names.map((name) => row[name] ?? null));
}

/** Edits in progress come along where their row is whole: nothing else tells of them. */
function storeDrafts(database: Database, rows: Rows, { tables, reader }: Finds): void {
  const { columns } = layouts.draft;
  const names = columns.map(({ name }) => name);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO draft (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const { cell, isDoubtful } of tables.draft.cells) {
    const row = isDoubtful ? undefined : rowOf(reader, 'draft', cell);
    const isWhole = row && columns.every((column) => isSoundValue(column, row[column.name] ?? null));
    if (isWhole && rows.source.has(textOf(row, 'source_id')))
      insert.run(names.map((name) => row[name] ?? null));
  }
}

function countSaved(rows: Rows, history: History): SavedCounts {
  return {
    documents: rows.source.size,
    folders: rows.source_folder.size,
    codes: rows.code.size,
    quotations: rows.quotation.size,
    codings: rows.coding.size,
    memos: rows.memo.size,
    coders: rows.coder.size,
    changes: history.entries,
  };
}

/** The history as it was goes; the one of the new file stands on what was saved. */
export function beginHistoryAnew(database: Database, { sha256 }: HistoryTools): void {
  database.exec('DELETE FROM change; DELETE FROM change_set;');
  database.exec('UPDATE project SET base_revision = revision, base_change_set = NULL');
  database.exec('DELETE FROM source_text WHERE sha256 NOT IN (SELECT text_sha256 FROM source)');
  layBase(database, sha256);
}

/** Says in the new file's history what it was made of. */
export function noteRepair(database: Database, tools: HistoryTools): void {
  const now = tools.clock();
  const last = lastChangeSet(database);
  const revision = database.prepare('SELECT revision FROM project').value<number>() ?? 0;
  const event = {
    sequence: (last?.sequence ?? 0) + 1,
    id: tools.newId<never>(),
    revision,
    kind: 'event' as const,
    state: 'done' as const,
    command: 'event.repair',
    label_key: 'event.repair',
    label_values: '{}',
    target_sequence: null,
    merge_key: null,
    why: null,
    schema_version: schemaVersion,
    coder_id: null,
    created_at: now,
    modified_at: now,
  };
  insertChangeSet(database, { ...event, digest: digestOfSet(database, event, tools.sha256) });
}
