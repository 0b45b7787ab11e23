import { useMemo } from 'react';
import type { DocumentQuotation, QueryResult } from '../../../contract/queries';
import type { SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import type { DocumentText } from '../../editor/model/document-text';
import { type CodingModel, createCodingModel } from '../../editor/paint/coding-model';
import { visibilityStore } from '../codes/visibility-store';
import { usePaintedCodes } from '../coding/use-codes';

type Answer = QueryResult<'source.codings'>;

export interface DocumentCodings {
  readonly answer: Answer;
  /** Null until the codings are known: the text is shown before. */
  readonly model: CodingModel | null;
  /** Codings of hidden codes and coders. */
  readonly hiddenCount: number;
}

const nothing: Answer = { sha256: '', codings: [], quotations: [] };

/**
 * The document's codings, without those that are hidden, and its bare quotations, ready to be painted. `sha256`: of
 * the text that is shown; after a correction, places in the other text say nothing.
 */
export function useCodingModel(sourceId: SourceId, document: DocumentText, sha256: string): DocumentCodings {
  const { data } = useEngineQuery('source.codings', { id: sourceId });
  const codes = usePaintedCodes();
  const { hiddenCodeIds, hiddenCoderIds } = visibilityStore();
  return useMemo(() => {
    if (!data || data.sha256 !== sha256) return { answer: nothing, model: null, hiddenCount: 0 };
    const bare = bareQuotations(data);
    if (codes.size === 0) {
      const isEmpty = data.codings.length === 0;
      const model = isEmpty ? createCodingModel(document, [], codes, bare) : null;
      return { answer: data, model, hiddenCount: 0 };
    }
    const isAll = hiddenCodeIds.size === 0 && hiddenCoderIds.size === 0;
    const shown = isAll
      ? data.codings
      : data.codings.filter(
          ({ codeId, coderId }) => !hiddenCodeIds.has(codeId) && !hiddenCoderIds.has(coderId),
        );
    return {
      answer: data,
      model: createCodingModel(document, shown, codes, bare),
      hiddenCount: data.codings.length - shown.length,
    };
  }, [data, codes, hiddenCodeIds, hiddenCoderIds, document, sha256]);
}

/** Quotations without a code. Both lists are in the same order, so one walk along both finds them. */
function bareQuotations({ codings, quotations }: Answer): DocumentQuotation[] {
  let next = 0;
  return quotations.filter(({ id, start, end }) => {
    for (let coding = codings[next]; coding; coding = codings[next]) {
      if (coding.start > start || (coding.start === start && coding.end < end)) break;
      if (coding.quotationId === id) return false;
      next += 1;
    }
    return true;
  });
}
