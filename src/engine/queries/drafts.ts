import type { TextChange } from '../../core/anchoring';
import { textsOf } from '../../storage/change-log/quotation-words';
import { draftOf } from '../../storage/repositories/drafts';
import type { QueryHandlers } from '../context';

export const draftQueries: QueryHandlers<'draft.of'> = {
  'draft.of': ({ sourceId }, { database }) => {
    const draft = draftOf(database, sourceId);
    if (!draft) return null;
    const { baseTextSha256, start, removed, inserted, spans, modifiedAt } = draft;
    return {
      baseSha256: baseTextSha256,
      isOutdated: textsOf(database, [sourceId]).get(sourceId) !== baseTextSha256,
      start,
      removed,
      inserted,
      changes: JSON.parse(spans) as TextChange[],
      modifiedAt,
    };
  },
};
