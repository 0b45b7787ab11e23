import { useMemo } from 'react';
import type { QueryResult } from '../../../contract/queries';
import type { SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import type { DocumentText } from '../../editor/model/document-text';
import { type CodingModel, createCodingModel } from '../../editor/paint/coding-model';
import { visibilityStore } from '../codes/visibility-store';
import { usePaintedCodes } from '../coding/use-codes';

export interface DocumentCodings {
  readonly answer: QueryResult<'source.codings'>;
  /** Null until the codings are known: the text is shown before. */
  readonly model: CodingModel | null;
  /** Codings of hidden codes. */
  readonly hiddenCount: number;
}

const nothing: QueryResult<'source.codings'> = { codings: [], quotations: [] };

/** The document's codings, without those of hidden codes, and its bare quotations, ready to be painted. */
export function useCodingModel(sourceId: SourceId, document: DocumentText): DocumentCodings {
  const { data } = useEngineQuery('source.codings', { id: sourceId });
  const codes = usePaintedCodes();
  const hidden = visibilityStore((store) => store.hiddenCodeIds);
  return useMemo(() => {
    if (!data) return { answer: nothing, model: null, hiddenCount: 0 };
    const coded = new Set(data.codings.map(({ quotationId }) => quotationId));
    const bare = data.quotations.filter(({ id }) => !coded.has(id));
    if (codes.size === 0) {
      const isEmpty = data.codings.length === 0;
      const model = isEmpty ? createCodingModel(document, [], codes, bare) : null;
      return { answer: data, model, hiddenCount: 0 };
    }
    const shown = hidden.size === 0 ? data.codings : data.codings.filter(({ codeId }) => !hidden.has(codeId));
    return {
      answer: data,
      model: createCodingModel(document, shown, codes, bare),
      hiddenCount: data.codings.length - shown.length,
    };
  }, [data, codes, hidden, document]);
}
