import type { QueryName } from '../../contract/queries';
import type { QueryHandlers } from '../context';
import { autocodeQueries } from './autocode';
import { codeSetQueries } from './code-sets';
import { codeQueries } from './codes';
import { codingQueries } from './codings';
import { cooccurrenceQueries } from './cooccurrence';
import { copyQueries } from './copies';
import { documentQueries } from './documents';
import { draftQueries } from './drafts';
import { findQueries } from './find';
import { historyQueries } from './history';
import { memoQueries } from './memos';
import { quotationListQueries } from './quotation-list';
import { structureQueries } from './structure';

/** Every question that a view may ask; a new one is a line in its area's file. */
export const queryHandlers: QueryHandlers<Exclude<QueryName, 'backups.list' | 'erasure.preview'>> = {
  ...documentQueries,
  ...draftQueries,
  ...structureQueries,
  ...codeQueries,
  ...codeSetQueries,
  ...codingQueries,
  ...findQueries,
  ...quotationListQueries,
  ...autocodeQueries,
  ...memoQueries,
  ...cooccurrenceQueries,
  ...copyQueries,
  ...historyQueries,
};
