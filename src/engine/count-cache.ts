import type { CodeId, SourceId } from '../core/ids';
import { type CodeCounts, countByCode } from '../storage/repositories/codes';
import { countBySource, type SourceCounts } from '../storage/repositories/sources';
import { countUsage, type Usage } from '../storage/repositories/usage';
import type { ReadableDatabase } from '../storage/sqlite/types';

/**
 * How often each code, or document, is used. The trees show it after every coding, and counting all codings anew takes
 * 0.1 s and more in a project of 100,000, so only what a change touched is counted again.
 */
export interface CountCache<Id extends string, Counts> {
  get(): ReadonlyMap<Id, Counts>;
  /** To be called after a change; null: count all anew. */
  forget(ids: readonly Id[] | null): void;
}

export type CodeCountCache = CountCache<CodeId, CodeCounts>;
export type SourceCountCache = CountCache<SourceId, SourceCounts>;

export interface CountCaches {
  readonly codeCounts: CodeCountCache;
  readonly sourceCounts: SourceCountCache;
}

/** Both are counted in one pass when the first of them is asked. */
export function createCountCaches(database: ReadableDatabase): CountCaches {
  const left: { codes?: Usage['codes'] | undefined; sources?: Usage['sources'] | undefined } = {};
  const take = <K extends keyof Usage>(what: K): Usage[K] => {
    const found = left[what];
    left[what] = undefined;
    if (found) return found as Usage[K];
    const usage = countUsage(database);
    const other = what === 'codes' ? 'sources' : 'codes';
    Object.assign(left, { [other]: usage[other] });
    return usage[what];
  };
  const dropLeft = () => {
    left.codes = undefined;
    left.sources = undefined;
  };
  return {
    codeCounts: createCountCache({
      all: () => take('codes'),
      some: (ids) => countByCode(database, ids),
      idOf: ({ codeId }) => codeId,
      dropLeft,
    }),
    sourceCounts: createCountCache({
      all: () => take('sources'),
      some: (ids) => countBySource(database, ids),
      idOf: ({ sourceId }) => sourceId,
      dropLeft,
    }),
  };
}

interface Counting<Id extends string, Counts> {
  readonly all: () => readonly Counts[];
  /** What it does not name is used nowhere. */
  readonly some: (ids: readonly Id[]) => readonly Counts[];
  readonly idOf: (counts: Counts) => Id;
  /** What the pass for the other cache has left for this one is of the state before. */
  readonly dropLeft: () => void;
}

function createCountCache<Id extends string, Counts>({
  all,
  some,
  idOf,
  dropLeft,
}: Counting<Id, Counts>): CountCache<Id, Counts> {
  let counts: Map<Id, Counts> | null = null;
  let stale = new Set<Id>();
  return {
    get() {
      if (!counts) counts = new Map(all().map((each) => [idOf(each), each]));
      else if (stale.size > 0) {
        for (const id of stale) counts.delete(id);
        for (const fresh of some([...stale])) counts.set(idOf(fresh), fresh);
      }
      stale = new Set();
      return counts;
    },
    forget(ids) {
      dropLeft();
      if (ids === null) counts = null;
      else for (const id of ids) stale.add(id);
    },
  };
}
