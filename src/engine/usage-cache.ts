import type { SourceId } from '../core/ids';
import { type KeptUsage, type Usage, UsageSums } from '../core/usage';
import { tellAllCodings, tellCodingsOf } from '../storage/repositories/usage';
import type { ReadableDatabase } from '../storage/sqlite/types';
import { haveMostCodings } from './most-codings';

/**
 * How often each document, code and coder is met. The trees show it after every coding, and counting all codings anew
 * takes 0.1 s and more in a project of 100,000, so only the documents that a change touched are counted again.
 */
export interface UsageCache {
  get(): Usage;
  /** To be called after a change; null: count all anew. */
  forget(sourceIds: readonly SourceId[] | null): void;
  /** What the next session may begin with. */
  kept(): KeptUsage;
}

/** `left`: what the session before has left, where it is true of the file as it is when this is called. */
export function createUsageCache(
  database: ReadableDatabase,
  left: () => UsageSums | null = () => null,
): UsageCache {
  let sums: UsageSums | null = null;
  let stale = new Set<SourceId>();
  const makeSums = () => {
    stale.clear();
    const kept = left();
    if (kept) return kept;
    const all = new UsageSums();
    all.recount(null, (tally) => tellAllCodings(database, tally));
    return all;
  };
  const get = () => {
    sums ??= makeSums();
    if (stale.size > 0) {
      const ids = [...stale];
      const { sources } = sums;
      if (haveMostCodings(ids, (id) => sources.get(id)?.codings ?? 0, sources.keys()))
        sums.recount(null, (tally) => tellAllCodings(database, tally));
      else sums.recount(ids, (tally) => tellCodingsOf(database, ids, tally));
      stale = new Set();
    }
    return sums;
  };
  return {
    get,
    forget(sourceIds) {
      if (sourceIds === null) sums = null;
      else for (const id of sourceIds) stale.add(id);
    },
    kept: () => get().kept(),
  };
}
