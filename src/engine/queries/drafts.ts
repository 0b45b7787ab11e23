import type { TextChange } from '../../core/anchoring';
import { textsOf } from '../../storage/change-log/quotation-words';
import { draftOf } from '../../storage/repositories/drafts';
import { readTextBySha256 } from '../../storage/repositories/sources';
import type { QueryHandlers } from '../context';

export const draftQueries: QueryHandlers<'draft.of' | 'draft.base'> = {
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

  'draft.base': ({ sourceId }, { database }) => {
    const draft = draftOf(database, sourceId);
    return (draft && readTextBySha256(database, draft.baseTextSha256)) ?? null;
  },
};
