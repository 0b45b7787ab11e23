import { useMemo } from 'react';
import { type DocumentMarks, noMarks } from '../../../core/document-marks';
import type { SourceId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import type { DocumentText } from '../../editor/model/document-text';
import { type CodingModel, countHidden, createCodingModel } from '../../editor/paint/coding-model';
import { visibilityStore } from '../codes/visibility-store';
import { usePaintedCodes } from '../coding/use-codes';

export interface DocumentCodings {
  readonly answer: DocumentMarks;
  /** Null until the codings are known: the text is shown before. */
  readonly model: CodingModel | null;
  /** Codings of hidden codes and coders. */
  readonly hiddenCount: number;
}

/**
 * The document's codings, without those that are hidden, and its bare quotations, ready to be painted. `sha256`: of
 * the text that is shown; after a correction, places in the other text say nothing.
 */
export function useCodingModel(sourceId: SourceId, document: DocumentText, sha256: string): DocumentCodings {
  const { data } = useEngineQuery('source.codings', { id: sourceId });
  const codes = usePaintedCodes();
  const { hiddenCodeIds, hiddenCoderIds } = visibilityStore();
  return useMemo(() => {
    if (!data || data.sha256 !== sha256) return { answer: noMarks, model: null, hiddenCount: 0 };
    const all = data.codings.quotation.length;
    if (codes.size === 0 && all > 0) return { answer: data, model: null, hiddenCount: 0 };
    const hidden = { codeIds: hiddenCodeIds, coderIds: hiddenCoderIds };
    const model = createCodingModel(document, data, codes, hidden);
    return { answer: data, model, hiddenCount: countHidden(data, hidden) };
  }, [data, codes, hiddenCodeIds, hiddenCoderIds, document, sha256]);
}
