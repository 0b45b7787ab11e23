import type { TableName } from '../../contract/events';
import type { QueryName } from '../../contract/queries';

/** Which tables a query's answer is made of: a `changed` event of one of them asks the query anew. */
export const queryTables: Readonly<Record<QueryName, readonly TableName[] | 'anyChange'>> = {
  'session.state': [],
  'backups.list': [],
  'project.copyOutlook': 'anyChange',
  'coders.list': ['coder', 'coding'],
  'sources.tree': ['source_folder', 'source', 'quotation', 'coding', 'memo'],
  'source.text': ['source'],
  'source.codings': ['quotation', 'coding', 'memo'],
  'source.deletionPreview': ['source', 'quotation', 'coding', 'memo', 'coder'],
  'sources.kept': 'anyChange',
  'erasure.preview': 'anyChange',
  'codes.tree': ['code', 'quotation', 'coding', 'memo'],
  'code.deletionPreview': ['code', 'quotation', 'coding', 'memo', 'coder'],
  'quotation.detail': ['source', 'quotation', 'coding', 'code', 'coder', 'memo'],
  'codings.list': ['source', 'quotation', 'coding', 'code', 'coder', 'memo'],
  'memo.on': ['memo'],
  'memos.list': ['memo', 'source', 'code', 'quotation', 'coder'],
  'cooccurrence.matrix': ['source', 'quotation', 'coding', 'code', 'coder'],
  'cooccurrence.cell': ['source', 'quotation', 'coding', 'code', 'coder'],
  'history.list': 'anyChange',
  'history.outline': 'anyChange',
  'history.entry': 'anyChange',
  'history.subjects': ['code', 'source'],
  'code.biography': ['code', 'memo'],
};
