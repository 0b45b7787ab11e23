import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueryArgs, QueryName, QueryResult } from '../../contract/queries';
import type { AppError } from '../../core/result';
import { queryOptions } from './query-client';
import { isAskedLater } from './refresh';

export interface EngineQueryOptions {
  readonly enabled?: boolean;
  /** Show the former arguments' answer until the new one is there; off by default. */
  readonly keepPrevious?: boolean;
  /** Wait until the hands rest before asking: for figures beside what is being worked on. */
  readonly whenCalm?: boolean;
}

export interface EngineAnswer<T> {
  readonly data: T | undefined;
  readonly error: AppError | null;
  /** True until the first answer is there. */
  readonly isLoading: boolean;
  /** True also while an answer that is shown is asked for anew. */
  readonly isFetching: boolean;
}

/** Asks the engine and follows every change; the last answer stays while it is asked for anew. */
export function useEngineQuery<K extends QueryName>(
  name: K,
  args: QueryArgs<K>,
  { enabled = true, keepPrevious = false, whenCalm = false }: EngineQueryOptions = {},
): EngineAnswer<QueryResult<K>> {
  const { data, error, isLoading, isFetching } = useQuery<QueryResult<K>, AppError>({
    ...queryOptions(name, args, { whenCalm }),
    refetchOnMount: (query) => !isAskedLater(query),
    enabled,
    placeholderData: keepPrevious ? (keepPreviousData as never) : undefined,
  });
  return { data, error, isLoading, isFetching };
}
