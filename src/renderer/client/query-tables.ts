import type { TableName } from '../../contract/events';
import type { QueryName } from '../../contract/queries';

/** Which tables a query's answer is made of: a `changed` event of one of them asks the query anew. */
export const queryTables: Readonly<Record<QueryName, readonly TableName[]>> = {
  'session.state': [],
  'coders.list': ['coder', 'coding'],
  'sources.tree': ['source_folder', 'source', 'quotation', 'coding', 'memo'],
  'source.text': ['source'],
  'source.codings': ['quotation', 'coding', 'memo'],
  'source.deletionPreview': ['source', 'quotation', 'coding', 'memo', 'coder'],
  'codes.tree': ['code', 'quotation', 'coding', 'memo'],
  'code.deletionPreview': ['code', 'quotation', 'coding', 'memo', 'coder'],
  'quotation.detail': ['source', 'quotation', 'coding', 'code', 'coder', 'memo'],
  'codings.list': ['source', 'quotation', 'coding', 'code', 'coder', 'memo'],
  'memo.on': ['memo'],
  'memos.list': ['memo', 'source', 'code', 'quotation', 'coder'],
  'cooccurrence.matrix': ['source', 'quotation', 'coding', 'code', 'coder'],
  'cooccurrence.cell': ['source', 'quotation', 'coding', 'code', 'coder'],
  // Every change writes a line of history.
  'history.list': ['project', 'coder', 'source_folder', 'source', 'code', 'quotation', 'coding', 'memo'],
};
