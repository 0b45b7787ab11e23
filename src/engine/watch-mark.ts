import { changeSetAt, lastChangeSet } from '../storage/change-log/change-sets';
import { readProject } from '../storage/repositories/project';
import type { ReadableDatabase } from '../storage/sqlite/types';

/** The last state that this session knows to be its own: what a file must hold to have lost nothing of it. */
export interface Mark {
  readonly projectId: string;
  readonly revision: number;
  /** Of the last change set; 0 and null while there is none. */
  readonly sequence: number;
  readonly changeSet: string | null;
}

export function markOf(database: ReadableDatabase): Mark {
  return database.read(() => {
    const { id: projectId, revision } = readProject(database);
    const last = lastChangeSet(database);
    return { projectId, revision, sequence: last?.sequence ?? 0, changeSet: last?.id ?? null };
  });
}

/** `ahead`: it holds all of the mark, and more. `lacks`: something of the mark is not in it. */
export function relationTo(database: ReadableDatabase, mark: Mark): 'same' | 'ahead' | 'lacks' {
  const now = markOf(database);
  if (now.projectId !== mark.projectId || now.revision < mark.revision) return 'lacks';
  if (!holds(database, mark.sequence, mark.changeSet)) return 'lacks';
  return now.revision === mark.revision && now.changeSet === mark.changeSet ? 'same' : 'ahead';
}

function holds(database: ReadableDatabase, sequence: number, changeSet: string | null): boolean {
  return changeSet === null || changeSetAt(database, sequence)?.id === changeSet;
}

/** How many entries of the history each of two files has that the other lacks; null where they are two projects. */
export function entriesApart(
  ours: ReadableDatabase,
  theirs: ReadableDatabase,
): { readonly ours: number; readonly theirs: number } | null {
  const [mine, other] = [markOf(ours), markOf(theirs)];
  if (mine.projectId !== other.projectId) return null;
  // Up to where they parted all entries are equal, after it none: halve the rest until the place is found.
  let equal = 0;
  let beyond = Math.min(mine.sequence, other.sequence) + 1;
  while (beyond - equal > 1) {
    const middle = Math.floor((equal + beyond) / 2);
    const entry = changeSetAt(ours, middle);
    if (entry === undefined || changeSetAt(theirs, middle)?.id === entry.id) equal = middle;
    else beyond = middle;
  }
  return { ours: mine.sequence - equal, theirs: other.sequence - equal };
}
