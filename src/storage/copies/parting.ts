import type { ChangeSetRow } from '../change-log/change-sets';
import type { ReadableDatabase } from '../sqlite/types';

/** Where two copies of one project parted. */
export interface Parting {
  /** The last entry that both have, by its number on each side; 0: the base of the side's history. */
  readonly here: number;
  readonly there: number;
  /** When that entry was made last; null where it is the beginning of both. */
  readonly at: string | null;
  /**
   * Typing may have gone on in that entry after the parting. `here`: it did so here, and the other side tells how it
   * was; `unknown`: perhaps on both, so that only what was before it is sure.
   */
  readonly goneOn: 'here' | 'there' | 'unknown' | null;
}

type Entry = Pick<ChangeSetRow, 'sequence' | 'id' | 'revision' | 'merge_key' | 'modified_at'>;

interface Base {
  readonly base_revision: number;
  readonly base_change_set: string | null;
  readonly base_digest: string;
}

const columns = 'sequence, id, revision, merge_key, modified_at';

/** Null where no common state of the two can be told: a copy without history was made of a third. */
export function findParting(here: ReadableDatabase, there: ReadableDatabase): Parting | null {
  return atCommonEntry(here, there) ?? atBaseOfOne(here, there) ?? atCommonBase(here, there);
}

function atCommonEntry(here: ReadableDatabase, there: ReadableDatabase): Parting | null {
  const newestFirst = here.prepare(`SELECT ${columns} FROM change_set ORDER BY sequence DESC`);
  for (const ours of newestFirst.iterate<Entry>()) {
    const theirs = entryById(there, ours.id);
    if (!theirs) continue;
    const isAlike = ours.revision === theirs.revision && ours.modified_at === theirs.modified_at;
    const goneOn = isAlike
      ? null
      : isClosed(ours) === isClosed(theirs)
        ? 'unknown'
        : isClosed(theirs)
          ? 'here'
          : 'there';
    return { here: ours.sequence, there: theirs.sequence, at: earlier(ours, theirs), goneOn };
  }
  return null;
}

/** One of the two is a copy without history, made of the other. */
function atBaseOfOne(here: ReadableDatabase, there: ReadableDatabase): Parting | null {
  const [ours, theirs] = [baseOf(here), baseOf(there)];
  const inOurs = theirs.base_change_set === null ? undefined : entryById(here, theirs.base_change_set);
  if (inOurs) {
    const goneOn = inOurs.revision === theirs.base_revision ? null : 'here';
    return { here: inOurs.sequence, there: 0, at: inOurs.modified_at, goneOn };
  }
  const inTheirs = ours.base_change_set === null ? undefined : entryById(there, ours.base_change_set);
  if (!inTheirs) return null;
  const goneOn = inTheirs.revision === ours.base_revision ? null : 'there';
  return { here: 0, there: inTheirs.sequence, at: inTheirs.modified_at, goneOn };
}

/** Two copies without history of one state, or two that parted before the first entry. */
function atCommonBase(here: ReadableDatabase, there: ReadableDatabase): Parting | null {
  const [ours, theirs] = [baseOf(here), baseOf(there)];
  const isSameState =
    ours.base_change_set === null
      ? ours.base_digest === theirs.base_digest
      : ours.base_change_set === theirs.base_change_set && ours.base_revision === theirs.base_revision;
  return isSameState ? { here: 0, there: 0, at: null, goneOn: null } : null;
}

function entryById(database: ReadableDatabase, id: string): Entry | undefined {
  return database.prepare(`SELECT ${columns} FROM change_set WHERE id = ?`).get<Entry>([id]);
}

function baseOf(database: ReadableDatabase): Base {
  const base = database
    .prepare('SELECT base_revision, base_change_set, base_digest FROM project')
    .get<Base>();
  if (!base) throw new Error('the project row is missing');
  return base;
}

function isClosed({ merge_key }: Entry): boolean {
  return merge_key === null;
}

function earlier(one: Entry, other: Entry): string {
  return one.modified_at < other.modified_at ? one.modified_at : other.modified_at;
}
