import {
  type EntryDocuments,
  type HistoryCode,
  type HistoryDocument,
  type HistoryEntry,
  shownDocuments,
} from '../../contract/history';
import type { Label } from '../../contract/labels';
import { entryInEnglish } from '../../contract/past-labels';
import type { CodeId } from '../../core/ids';
import { folded } from '../../core/text';
import {
  type EntryFilter,
  type ListedEntry,
  listEntries,
  matchingEntries,
  matchingWords,
  newestMatching,
  revertedEntries,
} from '../../storage/change-log/history-query';
import { bulkyEntries, touchedCodes, touchedSources } from '../../storage/change-log/history-subjects';
import { listCodes } from '../../storage/repositories/codes';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import { labelOf } from '../history/entries';
import { nameFinder } from './history-subjects';

export interface EntrySearch extends EntryFilter {
  readonly text?: string | undefined;
}

/** Sequence and time of the matching entries, oldest first. */
export function findEntries(
  database: ReadableDatabase,
  search: EntrySearch,
): readonly (readonly [sequence: number, at: string])[] {
  const words = folded(search.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0) return matchingEntries(database, search);
  return matchingWords(database, search).flatMap((row) => {
    const said = folded(`${entryInEnglish({ kind: row.kind, label: labelOf(row) })} ${row.why ?? ''}`);
    return words.every((word) => said.includes(word)) ? [[row.sequence, row.modified_at] as const] : [];
  });
}

/** The newest `limit` matching entries, newest first. */
export function newestEntries(
  database: ReadableDatabase,
  search: EntrySearch,
  limit: number,
): readonly number[] {
  if (folded(search.text ?? '') === '') return newestMatching(database, search, limit);
  return findEntries(database, search)
    .slice(-limit)
    .map(([sequence]) => sequence)
    .reverse();
}

/** Rows of an entry above which its documents are not looked for with a page of others. */
const manyRows = 200;

export function documentsOfEntry(database: ReadableDatabase, sequence: number): EntryDocuments {
  return documentFinder(database, [sequence])(sequence);
}

/** Entries in full, newest first. `reverted` saves a pass over the history to whoever reads many pages. */
export function readEntries(
  database: ReadableDatabase,
  sequences: readonly number[],
  reverted: ReadonlyMap<number, number> = revertedEntries(database),
): HistoryEntry[] {
  const rows = listEntries(database, sequences);
  const codesOf = codeFinder(database, rows);
  const bulky = new Set(bulkyEntries(database, sequences, manyRows));
  const documentsOf = documentFinder(
    database,
    sequences.filter((sequence) => !bulky.has(sequence)),
  );
  return rows.map((row): HistoryEntry => {
    const label = labelOf(row);
    return {
      id: row.id,
      sequence: row.sequence,
      revision: row.revision,
      kind: row.kind,
      group: row.entry_group,
      action: row.command,
      label,
      coderId: row.coder_id,
      coderName: row.coder_name ?? '',
      coderColor: row.coder_color,
      at: row.modified_at,
      state: row.state,
      why: row.why ?? '',
      target: row.target_sequence,
      takenBackBy: reverted.get(row.sequence) ?? null,
      codes: codesOf(row.sequence, label),
      documents: bulky.has(row.sequence) ? null : documentsOf(row.sequence),
    };
  });
}

/** Which of a label's values names a code, and where its id stands. */
const codeFields = [
  { field: 'code', id: 'codeId' },
  { field: 'from', id: 'fromId' },
  { field: 'into', id: 'intoId' },
  { field: 'on', id: 'codeId' },
] as const;

function codeFinder(database: ReadableDatabase, rows: readonly ListedEntry[]) {
  const colors = new Map<string, string>(listCodes(database).map(({ id, color }) => [id, color]));
  // An older file's labels name a code without its id: it is the one that the entry touched, where it touched but one.
  const older = rows
    .filter((row) => {
      const { values } = labelOf(row);
      return values.code !== undefined && values.codeId === undefined;
    })
    .map(({ sequence }) => sequence);
  const touched = new Map<number, CodeId[]>();
  for (const { sequence, id } of older.length > 0 ? touchedCodes(database, older) : []) {
    touched.set(sequence, [...(touched.get(sequence) ?? []), id]);
  }
  return (sequence: number, { values }: Label): HistoryCode[] =>
    codeFields.flatMap(({ field, id: idField }): HistoryCode[] => {
      if (values[field] === undefined) return [];
      const only = field === 'code' && touched.get(sequence)?.length === 1 ? touched.get(sequence)?.[0] : '';
      const id = String(values[idField] ?? only);
      const color = colors.get(id);
      return color === undefined ? [] : [{ field, id: id as CodeId, color }];
    });
}

function documentFinder(database: ReadableDatabase, sequences: readonly number[]) {
  const nameOf = nameFinder(database);
  const found = new Map<number, HistoryDocument[]>();
  for (const { sequence, id } of touchedSources(database, sequences)) {
    const name = nameOf(id);
    const list = found.get(sequence);
    if (list) list.push({ id, name });
    else found.set(sequence, [{ id, name }]);
  }
  return (sequence: number): EntryDocuments => {
    const all = found.get(sequence) ?? [];
    return { shown: all.slice(0, shownDocuments), count: all.length };
  };
}
