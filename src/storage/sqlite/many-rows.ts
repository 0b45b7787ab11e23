import type { Slices } from './slices';
import type { Database } from './types';

/**
 * Rows that one statement puts in or takes away. On a table with triggers each statement begins by remembering the
 * pages that it is going to change: with one for each row that is most of the work.
 */
export const rowsAtOnce = 64;

/** Items in portions of `rowsAtOnce`. */
export function* portions<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce);
}

const usualRoom = 'PRAGMA cache_size = -24000';
const muchRoom = 'PRAGMA cache_size = -1000000';

/**
 * For a write that changes most of a large file's pages. Changed pages stay in memory until the commit; without room
 * beside them every other page would be read again each time it is needed.
 */
export function* withMuchRoom<S, T>(database: Database, work: () => Slices<S, T>): Slices<S, T> {
  database.exec(muchRoom);
  try {
    return yield* work();
  } finally {
    database.exec(usualRoom);
  }
}
