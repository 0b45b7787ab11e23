import type { Query } from '@tanstack/react-query';
import type { TableName } from '../../contract/events';
import type { QueryName } from '../../contract/queries';
import { afterPaint } from './after-paint';
import { calm, restForCounts, restForFigures } from './calm';
import { queryClient } from './query-client';
import { queryTables } from './query-tables';
import { refreshCodings } from './refresh-codings';

/**
 * Asks anew what a change has made stale. After a coding that is a dozen questions, of which the eye waits for one:
 * the document's codings. Counts, lists and figures come one after the other when the hands rest, so that the next
 * key never waits behind them, neither in the engine nor in the window.
 */
export type ChangedTables = Partial<Record<TableName, unknown>>;

/** Everything that was made of these tables, at once. */
export function refresh(tables: ChangedTables): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => dependsOn(queryKey, tables) });
}

/** The same, the document's codings at once and the rest later; resolves when they are there. */
export async function refreshAfterCoding(tables: ChangedTables): Promise<void> {
  const isFirst = ({ queryKey }: Pick<Query, 'queryKey'>) => queryKey[0] === 'source.codings';
  const later = { predicate: (query: Query) => !isFirst(query) && dependsOn(query.queryKey, tables) };
  const since = performance.now();
  for (const { queryHash, state } of queryClient.getQueryCache().findAll({ ...later, type: 'active' })) {
    // What is on its way was perhaps answered before the change.
    dueQueries.set(queryHash, { since, mustBeAsked: state.fetchStatus !== 'idle' });
  }
  await Promise.all([
    refreshCodings(tables),
    // What is put on the screen in the meantime asks for itself.
    queryClient.invalidateQueries({ ...later, refetchType: 'none' }),
  ]);
  void askDue();
}

function dependsOn([name]: Query['queryKey'], tables: ChangedTables): boolean {
  const made = queryTables[name as QueryName];
  return made === 'anyChange' || made.some((table) => tables[table] !== undefined);
}

interface Due {
  /** By `performance.now()`. */
  readonly since: number;
  /** An answer that comes meanwhile does not count. */
  readonly mustBeAsked: boolean;
}

/** The questions that wait to be asked anew, by their hashes. */
const dueQueries = new Map<string, Due>();
let isAsking = false;

/** What is in sight first, then what takes long; milliseconds of rest that each waits for. */
const light = { rank: 1, ...restForCounts };
/** Shorter than the rest that a view waits for which asks for the same: the two become one question. */
const heavy = { rank: 2, rest: 200, atMost: restForFigures.atMost };
const ranks: Partial<Record<QueryName, typeof light>> = {
  'quotation.detail': { rank: 0, rest: 0, atMost: 300 },
  'cooccurrence.matrix': heavy,
  'cooccurrence.cell': heavy,
  'quotations.index': heavy,
  'codings.redundant': heavy,
};
const rankOf = ({ queryKey }: Pick<Query, 'queryKey'>) => ranks[queryKey[0] as QueryName] ?? light;

async function askDue(): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  try {
    for (let next = nextDue(); next; next = nextDue()) {
      await calm(rankOf(next));
      // Meanwhile something that comes before it may have become due.
      const query = nextDue();
      if (query !== next) continue;
      dueQueries.delete(query.queryHash);
      await queryClient.refetchQueries({ queryKey: query.queryKey, exact: true, type: 'active' });
      await new Promise<void>((resolve) => afterPaint(resolve));
    }
  } finally {
    isAsking = false;
  }
}

/** Milliseconds in which a view that is put up takes over the question of the one before. */
const givesWay = 2000;

/** For a view that is put up: true where its stale answer will be asked anew when the hands rest. */
export function isAskedLater({ queryHash }: Pick<Query, 'queryHash'>): boolean {
  const due = dueQueries.get(queryHash);
  if (!due || performance.now() - due.since > givesWay) return false;
  void askDue();
  return true;
}

function nextDue(): Query | undefined {
  let first: Query | undefined;
  for (const [hash, { since, mustBeAsked }] of dueQueries) {
    const query = queryClient.getQueryCache().get(hash);
    // Asked by somebody in the meantime, or of no interest any more; while one view gives way to another, nobody has it.
    const isWanted = query?.isActive() || performance.now() - since < givesWay;
    const isStale = mustBeAsked || query?.state.isInvalidated;
    if (!query || !isStale || !isWanted) dueQueries.delete(hash);
    else if (!query.isActive()) continue;
    else if (!first || rankOf(query).rank < rankOf(first).rank) first = query;
  }
  return first;
}
