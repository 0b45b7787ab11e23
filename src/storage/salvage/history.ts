/**
 * The history of the damaged file, put into the new one and judged there. A set of changes whose digest is right can
 * be believed to the letter, more than the rows themselves, which nothing protects. So from the last entry backwards,
 * as far as all entries are sound, the history says what each row is: also a row whose page is destroyed.
 */

import type { TableName } from '../../core/tables';
import {
  type ChangeSetRow,
  changesOf,
  digestParts,
  insertChangeSet,
  type RowChange,
} from '../change-log/change-sets';
import { keyOf, statesAfter, statesBefore } from '../change-log/row-states';
import type { Sha256 } from '../sha256';
import type { Database } from '../sqlite/types';
import type { Finds, FoundCell } from './find-rows';
import { type Entry, healEntry } from './heal-entry';
import { layouts, type SalvageTable } from './layouts';
import type { PayloadReader } from './pages/payload';
import type { Notes } from './report';
import { type Row, rowOf } from './rows';

export interface History {
  readonly entries: number;
  /** Every entry from the first to the last is there and sound. */
  readonly isWhole: boolean;
  /** The newest revision that an entry made; 0 where there is none. */
  readonly revision: number;
  /** Rows as the sound end of the history leaves them: the image, or null for one that was deleted. */
  readonly states: ReadonlyMap<string, RowStateRef>;
  image(state: RowStateRef): Row | null;
  /** SHA-256 of texts that any entry names, sound or not. */
  readonly textsNamed: ReadonlySet<string>;
}

export interface RowStateRef {
  readonly table: TableName;
  readonly id: string;
  readonly image: string | null;
}

export interface HistoryOptions {
  readonly finds: Finds;
  readonly version: number;
  readonly sha256: Sha256;
  /** The project's revision, and that before its first entry; NaN where they are not known. */
  readonly revision: number;
  readonly baseRevision: number;
  readonly notes: Notes;
}

/** To be called in a transaction of the new file, whose history is empty. */
export function stageHistory(database: Database, options: HistoryOptions): History {
  const { finds, version, sha256, notes } = options;
  copyRows(database, finds, 'change_set');
  copyRows(database, finds, 'change');
  const sets = database.prepare('SELECT * FROM change_set ORDER BY sequence').allObjects<ChangeSetRow>();
  const unsound = new Set<number>();
  const textsNamed = new Set<string>();
  const partsOf = ({ set, changes }: Entry) =>
    version === 1 ? firstDigestParts(set, changes) : digestParts(set, changes);
  for (const [index, set] of sets.entries()) {
    const changes = changesOf(database, set.sequence);
    noteTexts(changes, textsNamed);
    const isSound = sha256(partsOf({ set, changes })) === set.digest;
    const healed =
      isSound || unsound.size >= mostSearches ? undefined : healEntry({ set, changes }, { partsOf, sha256 });
    if (healed) {
      sets[index] = healed.set;
      rewriteEntry(database, healed);
      notes.mend('An entry of the history was damaged and could be put right to the letter.');
    }
    if ((!isSound && !healed) || !targetIsThere(healed?.set ?? set, sets)) unsound.add(set.sequence);
  }
  const last = sets.at(-1);
  const isEndKnown =
    finds.tables.change_set.isComplete || (last ? last.revision : options.baseRevision) === options.revision;
  const isGapless = sets.every(({ sequence }, index) => sequence === index + 1);
  const isWhole = isEndKnown && isGapless && unsound.size === 0 && !hasStrayChanges(database);
  return {
    entries: sets.length,
    isWhole,
    revision: sets.reduce((newest, { revision }) => Math.max(newest, revision), 0),
    states: isEndKnown ? statesOfSoundEnd(database, sets, unsound) : new Map(),
    image: ({ image }) => (image === null ? null : (JSON.parse(image) as Row)),
    textsNamed,
  };
}

/** A search takes a while: where much is damaged, it is not worth it. */
const mostSearches = 3;

function rewriteEntry(database: Database, { set, changes }: Entry): void {
  database.prepare('DELETE FROM change_set WHERE sequence = ?').run([set.sequence]);
  insertChangeSet(database, set);
  // The numbers of changes order them among those of other entries.
  const numbers = database
    .prepare('SELECT id FROM change WHERE sequence = ? ORDER BY id')
    .values<number>([set.sequence]);
  const write = database.prepare(
    'UPDATE change SET table_name = ?, row_id = ?, before = ?, after = ? WHERE id = ?',
  );
  for (const [index, { table_name, row_id, before, after }] of changes.entries()) {
    write.run([table_name, row_id, before, after, numbers[index] ?? null]);
  }
}

function copyRows(database: Database, { tables, reader }: Finds, table: SalvageTable): void {
  const columns = layouts[table].columns.map(({ name }) => name);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of soundRows(reader, table, tables[table].cells)) {
    insert.run(columns.map((column) => row[column] ?? null));
  }
}

function* soundRows(reader: PayloadReader, table: SalvageTable, cells: readonly FoundCell[]): Generator<Row> {
  const { columns } = layouts[table];
  for (const { cell, isDoubtful } of cells) {
    const row = isDoubtful ? undefined : rowOf(reader, table, cell);
    const isComplete = row && columns.every(({ name, isOptional }) => isOptional || row[name] !== null);
    // Half a surrogate pair or a NUL can't come out of SQLite as it went in; the digest would be wrong anyway.
    if (row && isComplete) yield row;
  }
}

function targetIsThere(set: ChangeSetRow, sets: readonly ChangeSetRow[]): boolean {
  const { kind, target_sequence: target } = set;
  if (kind !== 'undo' && kind !== 'redo') return true;
  return target !== null && target < set.sequence && sets[target - 1]?.sequence === target;
}

/** Changes whose entry is lost. */
function hasStrayChanges(database: Database): boolean {
  return (
    database
      .prepare('SELECT 1 FROM change WHERE sequence NOT IN (SELECT sequence FROM change_set) LIMIT 1')
      .value() === 1
  );
}

/** What the digest of an entry was made of in the first form of the file. */
function* firstDigestParts(set: ChangeSetRow, changes: readonly RowChange[]): Iterable<string> {
  const { id, kind, command, label_key, label_values, coder_id, created_at } = set;
  yield JSON.stringify([id, kind, command, label_key, label_values, coder_id, created_at]);
  for (const { table_name, row_id, before, after } of changes) {
    yield JSON.stringify([table_name, row_id, before, after]);
  }
}

function statesOfSoundEnd(
  database: Database,
  sets: readonly ChangeSetRow[],
  unsound: ReadonlySet<number>,
): Map<string, RowStateRef> {
  const states = new Map<string, RowStateRef>();
  let expected = sets.at(-1)?.sequence ?? 0;
  for (const set of [...sets].reverse()) {
    const target = set.kind === 'undo' || set.kind === 'redo' ? set.target_sequence : null;
    if (set.sequence !== expected || unsound.has(set.sequence) || unsound.has(target ?? 0)) break;
    expected -= 1;
    const changes = changesOf(database, target ?? set.sequence);
    for (const { table_name, row_id, image } of set.kind === 'undo'
      ? statesBefore(changes)
      : statesAfter(changes)) {
      const key = keyOf(table_name, row_id);
      if (!states.has(key)) states.set(key, { table: table_name, id: row_id, image });
    }
  }
  return states;
}

const textName = /"text_sha256":"([0-9a-f]{64})"/g;

function noteTexts(changes: readonly RowChange[], into: Set<string>): void {
  for (const { table_name, before, after } of changes) {
    if (table_name !== 'source') continue;
    for (const [, name] of `${before ?? ''}${after ?? ''}`.matchAll(textName)) if (name) into.add(name);
  }
}
