import {
  type CellWarning,
  type Coefficient,
  type CooccurrenceQuery,
  cellWarnings,
  possibleCoefficients,
} from '../../../core/cooccurrence';
import type { CodeId } from '../../../core/ids';
import { useEngineQuery } from '../../client';
import { queryArgs } from '../cooccurrence/query-args';

export interface CellFigures {
  readonly count: number;
  /** The coefficient asked for, else the one that fits the count; null where none does. */
  readonly coefficient: { readonly kind: Coefficient; readonly value: number } | null;
  /** Shares of the row's and the column's code; null where they can't be had of this count. */
  readonly ofRow: number | null;
  readonly ofColumn: number | null;
  readonly warnings: readonly CellWarning[];
}

/** The figures of one cell, from the same function as the whole table: the question is narrowed to its two codes. */
export function useCellFigures(
  query: CooccurrenceQuery,
  cell: { readonly row: CodeId; readonly column: CodeId },
): CellFigures | undefined {
  const { row, column } = cell;
  const possible = possibleCoefficients(query);
  const main = query.coefficient ?? possible[0] ?? null;
  const hasShares = possible.includes('given-row');
  const narrowed = { ...query, codeIds: [row, column] };
  const ask = (coefficient: Coefficient | null) => queryArgs({ ...narrowed, coefficient });
  const { data: first } = useEngineQuery('cooccurrence.matrix', ask(main));
  const { data: ofRow } = useEngineQuery('cooccurrence.matrix', ask('given-row'), { enabled: hasShares });
  const { data: ofColumn } = useEngineQuery('cooccurrence.matrix', ask('given-column'), {
    enabled: hasShares,
  });
  if (!first) return undefined;
  const at = (of: typeof first) => ({
    row: of.codes.findIndex(({ id }) => id === row),
    column: of.codes.findIndex(({ id }) => id === column),
  });
  const coefficientOf = (of: typeof first | undefined): number | null => {
    if (!of?.result.coefficients) return null;
    const place = at(of);
    return of.result.coefficients[place.row * of.result.size + place.column] ?? null;
  };
  const place = at(first);
  const value = coefficientOf(first);
  return {
    count: first.result.counts[place.row * first.result.size + place.column] ?? Number.NaN,
    coefficient: main !== null && value !== null ? { kind: main, value } : null,
    ofRow: coefficientOf(ofRow),
    ofColumn: coefficientOf(ofColumn),
    warnings: cellWarnings(first.result, place.row, place.column),
  };
}
