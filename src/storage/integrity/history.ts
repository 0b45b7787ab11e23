import { type ChangeSetRow, digestParts, type RowChange } from '../change-log/change-sets';
import { baseDigest } from '../change-log/seal';
import type { Sha256 } from '../sha256';
import type { ReadableDatabase } from '../sqlite/types';

/** The order of the entries, their digests, their states, and the base on which they stand. */
export function* findHistoryProblems(database: ReadableDatabase, sha256: Sha256): Generator<string | null> {
  const changesOf = database.prepare(
    'SELECT table_name, row_id, before, after FROM change WHERE sequence = ? ORDER BY id',
  );
  const sets = database.prepare('SELECT * FROM change_set ORDER BY sequence').allObjects<ChangeSetRow>();
  const states = new Map<number, ChangeSetRow['state']>();
  const empty = new Set<number>();
  let expected = 1;
  for (const set of sets) {
    if (set.sequence !== expected) yield `The history has a gap before entry ${set.sequence}.`;
    expected = set.sequence + 1;
    const changes = changesOf.allObjects<RowChange>([set.sequence]);
    if (sha256(digestParts(set, changes)) !== set.digest) {
      yield `Entry ${set.sequence} of the history is not as it was written.`;
    }
    if (set.kind === 'change' && changes.length === 0) empty.add(set.sequence);
    follow(states, set, empty);
    if (set.sequence % 1000 === 0) yield null;
  }
  for (const { sequence, state } of sets) {
    if (states.get(sequence) !== state) {
      yield `Entry ${sequence} of the history is marked as ${state}, but the entries after it say otherwise.`;
    }
  }
  yield null;
  yield* findBaseProblems(database, sets.at(-1), sha256);
}

/** What undo, redo and new changes make of the entries before them. */
function follow(
  states: Map<number, ChangeSetRow['state']>,
  set: ChangeSetRow,
  empty: ReadonlySet<number>,
): void {
  switch (set.kind) {
    case 'undo':
    case 'redo':
      // Of an entry without changes (they were erased) nothing can be taken back.
      if (set.target_sequence !== null && !empty.has(set.target_sequence))
        states.set(set.target_sequence, set.kind === 'undo' ? 'undone' : 'done');
      break;
    case 'change':
      for (const [sequence, state] of states) if (state === 'undone') states.set(sequence, 'replaced');
  }
  // Something written and taken away again in one go is no step of undo.
  states.set(set.sequence, empty.has(set.sequence) ? 'replaced' : 'done');
}

function* findBaseProblems(
  database: ReadableDatabase,
  last: ChangeSetRow | undefined,
  sha256: Sha256,
): Iterable<string> {
  const projects = database
    .prepare('SELECT revision, base_revision, base_digest FROM project')
    .allObjects<{ revision: number; base_revision: number; base_digest: string }>();
  const [project] = projects;
  if (!project || projects.length > 1) {
    yield `The project has ${projects.length} descriptions of itself instead of one.`;
    return;
  }
  if (project.revision !== (last?.revision ?? project.base_revision)) {
    yield `The project is at revision ${project.revision}, its history at ${last?.revision ?? project.base_revision}.`;
  }
  if (baseDigest(database, sha256) !== project.base_digest) {
    yield 'Something that no entry of the history has changed is not as it was at the beginning.';
  }
}
