import type { QueryArgs } from '../../../contract/queries';
import type { CooccurrenceQuery } from '../../../core/cooccurrence';

/** The question as an argument: the schema's lists may be written to, the core's may not. */
export function queryArgs(query: CooccurrenceQuery): QueryArgs<'cooccurrence.matrix'> {
  const { sourceIds, coderIds, codeIds, ...rest } = query;
  return {
    ...rest,
    ...(sourceIds ? { sourceIds: [...sourceIds] } : {}),
    ...(coderIds ? { coderIds: [...coderIds] } : {}),
    ...(codeIds ? { codeIds: [...codeIds] } : {}),
  };
}
