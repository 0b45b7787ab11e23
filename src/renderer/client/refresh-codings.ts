import type { Query } from '@tanstack/react-query';
import type { TableName } from '../../contract/events';
import type { DocumentMarks } from '../../core/document-marks';
import type { SourceId } from '../../core/ids';
import { type ChangedIds, patchMarks, touchedQuotations } from './codings-patch';
import { engine } from './engine-client';
import { queryClient } from './query-client';

type ChangedTables = Partial<Record<TableName, unknown>>;

/** More changed rows than this are asked for with all others. */
const mostRows = 2000;

/** Brings the codings of the documents on the screen to what they are after a change of codings. */
export async function refreshCodings(tables: ChangedTables): Promise<void> {
  const ids = changedIds(tables);
  const queries = queryClient
    .getQueryCache()
    .findAll({ predicate: ({ queryKey }) => queryKey[0] === 'source.codings' });
  await Promise.all(
    queries.map((query) => (ids && canBePatched(query) ? patch(query, ids) : askAnew(query))),
  );
}

function changedIds(tables: ChangedTables): ChangedIds | null {
  const codingIds = idsOf(tables.coding);
  const quotationIds = idsOf(tables.quotation);
  if (!codingIds || !quotationIds || codingIds.size + quotationIds.size > mostRows) return null;
  return { codingIds, quotationIds };
}

/** Null: many rows. */
function idsOf(ids: unknown): ReadonlySet<string> | null {
  if (ids === undefined) return new Set();
  return Array.isArray(ids) ? new Set(ids as string[]) : null;
}

function canBePatched(query: Query): boolean {
  const { state } = query;
  return query.isActive() && state.data !== undefined && state.fetchStatus === 'idle' && !state.isInvalidated;
}

async function patch(query: Query, ids: ChangedIds): Promise<void> {
  const held = query.state.data as DocumentMarks;
  const [, { id }] = query.queryKey as [string, { id: SourceId }];
  const quotationIds = touchedQuotations(held, ids);
  const answer = await engine.query('source.codingsAmong', {
    id,
    codingIds: [...ids.codingIds] as never,
    quotationIds,
  });
  // Something else may have brought a newer answer in the meantime; or the document is gone.
  if (!answer.ok || query.state.data !== held) return askAnew(query);
  queryClient.setQueryData(query.queryKey, patchMarks(held, quotationIds, answer.value));
}

async function askAnew({ queryKey }: Query): Promise<void> {
  await queryClient.invalidateQueries({ queryKey, exact: true });
}
