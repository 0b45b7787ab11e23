import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { QueryArgs, QueryName, QueryResult } from '../../contract/queries';
import type { AppError } from '../../core/result';
import { calm, restForFigures } from './calm';
import { engine } from './engine-client';

/* Whoever waits for an answer gets it in the same task: by a timer it would come a frame later. */
notifyManager.setScheduler(queueMicrotask);

/** Answers are held until a `changed` event names one of their tables: the engine is beside us, never stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

/** Comparing these row by row costs more than painting them again. */
const largeAnswers: ReadonlySet<QueryName> = new Set([
  'source.text',
  'source.codings',
  'codings.list',
  'quotations.index',
  'codings.redundant',
  'find.page',
  'cooccurrence.matrix',
  'history.outline',
]);

export function queryOptions<K extends QueryName>(
  name: K,
  args: QueryArgs<K>,
  { whenCalm = false }: { readonly whenCalm?: boolean } = {},
) {
  return {
    queryKey: [name, args] as const,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<QueryResult<K>> => {
      if (whenCalm) await calm(restForFigures);
      const result = await engine.query(name, args, { signal });
      if (!result.ok) throw result.error satisfies AppError;
      return result.value;
    },
    structuralSharing: !largeAnswers.has(name),
  };
}

/** The answer, from what is held or from the engine. Throws the `AppError`. */
export function fetchQuery<K extends QueryName>(name: K, args: QueryArgs<K>): Promise<QueryResult<K>> {
  return queryClient.fetchQuery(queryOptions(name, args));
}

/** Asks for what will be shown soon; an error is told to the one who then asks. */
export function askAhead<K extends QueryName>(name: K, args: QueryArgs<K>): void {
  void queryClient.prefetchQuery(queryOptions(name, args));
}

/** The answer that is held now, if there is one; asks nothing. */
export function heldAnswer<K extends QueryName>(name: K, args: QueryArgs<K>): QueryResult<K> | undefined {
  return queryClient.getQueryData<QueryResult<K>>([name, args]);
}
