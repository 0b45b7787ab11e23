import { useMemo } from 'react';
import type { CodeRow } from '../../../contract/queries';
import { type CooccurrenceQuery, defaultCooccurrenceQuery } from '../../../core/cooccurrence';
import type { CodeId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { queryArgs } from '../cooccurrence/query-args';

/** A code that another one meets, with the figures of that cell. */
export interface Partner {
  readonly id: CodeId;
  readonly name: string;
  readonly color: string;
  readonly path: string;
  readonly places: number;
  /** c, bounded; NaN prints “–”. */
  readonly coefficient: number;
}

/** Places that overlap, with the bounded c: the question behind “Meets”. */
export const partnerQuery: CooccurrenceQuery = { ...defaultCooccurrenceQuery, coefficient: 'c-bounded' };

/** The codes that a code meets, most places first; undefined until known. */
export function usePartners(codeId: CodeId | undefined): readonly Partner[] | undefined {
  const { data } = useEngineQuery('cooccurrence.matrix', queryArgs(partnerQuery), {
    enabled: codeId !== undefined,
    whenCalm: true,
  });
  return useMemo(() => {
    if (!data || codeId === undefined) return undefined;
    const { result, codes } = data;
    const row = codes.findIndex(({ id }) => id === codeId);
    if (row < 0) return [];
    return codes
      .map((code: Pick<CodeRow, 'id' | 'name' | 'color' | 'path'>, column): Partner => {
        const cell = row * result.size + column;
        const { id, name, color, path } = code;
        return {
          id,
          name,
          color,
          path,
          places: column === row ? 0 : (result.counts[cell] ?? 0),
          coefficient: result.coefficients?.[cell] ?? Number.NaN,
        };
      })
      .filter(({ places }) => places > 0)
      .sort((a, b) => b.places - a.places || b.coefficient - a.coefficient);
  }, [data, codeId]);
}
