import { createPositionMap } from '../core/text';
import { type ChangeSetRow, changesOf, digestParts } from './change-log/change-sets';
import type { ReadableDatabase } from './sqlite/types';

/**
 * What SQLite can't see: SQLite has no page checksums, so texts are compared with their SHA-256, quotations with
 * their place in the text, change sets with their digest. One sentence for each thing that is wrong.
 */
export function findProblems(
  database: ReadableDatabase,
  sha256: (parts: Iterable<string>) => string,
): string[] {
  return [
    ...database.integrityCheck('full').map((line) => `SQLite: ${line}`),
    ...findTextProblems(database, sha256),
    ...findTreeProblems(database),
    ...findHistoryProblems(database, sha256),
  ];
}

interface TextRow {
  readonly id: string;
  readonly name: string;
  readonly characters: number;
  readonly sha256: string;
  readonly text: string;
}

function* findTextProblems(
  database: ReadableDatabase,
  sha256: (parts: Iterable<string>) => string,
): Iterable<string> {
  const sources = database
    .prepare(
      `SELECT source.id, name, characters, sha256, text FROM source JOIN source_text ON sha256 = text_sha256
       ORDER BY position`,
    )
    .iterate<TextRow>();
  const quotations = database.prepare(
    'SELECT start_position, end_position, text FROM quotation WHERE source_id = ? ORDER BY start_position',
  );
  for (const source of sources) {
    const positions = createPositionMap(source.text);
    if (sha256([source.text]) !== source.sha256) {
      yield `The text of “${source.name}” is not the one that was imported.`;
    }
    if (positions.length !== source.characters) {
      yield `“${source.name}” has ${positions.length} characters, but ${source.characters} are recorded.`;
    }
    for (const [start, end, text] of quotations.allArrays<[number, number, string]>([source.id])) {
      const words = source.text.slice(positions.toUtf16(start), positions.toUtf16(end));
      if (end > positions.length || words !== text) {
        yield `The quotation at ${start}–${end} of “${source.name}” does not read as its place in the document.`;
      }
    }
  }
}

function* findTreeProblems(database: ReadableDatabase): Iterable<string> {
  for (const [table, what] of [
    ['code', 'code'],
    ['source_folder', 'folder'],
  ] as const) {
    const lost = database
      .prepare(
        `WITH RECURSIVE reached (id) AS (
           SELECT id FROM ${table} WHERE parent_id IS NULL
           UNION SELECT ${table}.id FROM ${table} JOIN reached ON ${table}.parent_id = reached.id)
         SELECT name FROM ${table} WHERE id NOT IN (SELECT id FROM reached)`,
      )
      .values<string>();
    for (const name of lost) yield `The ${what} “${name}” lies beneath itself.`;
  }
}

function* findHistoryProblems(
  database: ReadableDatabase,
  sha256: (parts: Iterable<string>) => string,
): Iterable<string> {
  const sets = database.prepare('SELECT * FROM change_set ORDER BY sequence').allObjects<ChangeSetRow>();
  let expected = 1;
  for (const set of sets) {
    if (set.sequence !== expected) yield `The history has a gap before entry ${set.sequence}.`;
    expected = set.sequence + 1;
    if (sha256(digestParts(set, changesOf(database, set.sequence))) !== set.digest) {
      yield `Entry ${set.sequence} of the history is not as it was written.`;
    }
  }
}
