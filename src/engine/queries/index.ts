import type { QueryName } from '../../contract/queries';
import type { QueryHandlers } from '../context';
import { codeQueries } from './codes';
import { codingQueries } from './codings';
import { cooccurrenceQueries } from './cooccurrence';
import { copyQueries } from './copies';
import { documentQueries } from './documents';
import { historyQueries } from './history';
import { memoQueries } from './memos';

/** Every question that a view may ask; a new one is a line in its area's file. */
export const queryHandlers: QueryHandlers<Exclude<QueryName, 'backups.list' | 'erasure.preview'>> = {
  ...documentQueries,
  ...codeQueries,
  ...codingQueries,
  ...memoQueries,
  ...cooccurrenceQueries,
  ...copyQueries,
  ...historyQueries,
};
