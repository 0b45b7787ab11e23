import { useQueries } from '@tanstack/react-query';
import type { HistoryEntry } from '../../../contract/history';
import { queryOptions } from '../../client/query-client';

const pageSize = 100;

/**
 * The entries around those in sight, by sequence. Pages are counted from the oldest entry, so that a new one leaves
 * all full pages as they are.
 */
export function useEntries(
  sequences: Int32Array,
  firstIndex: number,
  lastIndex: number,
): ReadonlyMap<number, HistoryEntry> {
  const pages: number[] = [];
  for (let page = Math.floor(firstIndex / pageSize); page <= Math.floor(lastIndex / pageSize); page += 1)
    if (page >= 0 && page * pageSize < sequences.length) pages.push(page);
  return useQueries({
    queries: pages.map((page) =>
      queryOptions('history.list', {
        only: [...sequences.subarray(page * pageSize, (page + 1) * pageSize)],
        limit: pageSize,
      }),
    ),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ?? []).map((entry) => [entry.sequence, entry] as const))),
  });
}
