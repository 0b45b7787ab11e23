import type { CooccurrenceResult, CooccurrenceWarning } from './types';

/** Under so many items a figure hangs on chance. */
const smallCount = 5;
/** Over so many times as frequent, the rarer code decides the coefficient. */
const imbalanceFactor = 5;

export type CellWarning = CooccurrenceWarning['kind'];

type Figures = Pick<CooccurrenceResult, 'query' | 'size' | 'counts' | 'coefficients' | 'base'>;

/** What a reader should know about one cell (CO15); empty cells and the diagonal have no warnings. */
export function cellWarnings(result: Figures, row: number, column: number): readonly CellWarning[] {
  const found: CellWarning[] = [];
  if (row === column || !((result.counts[row * result.size + column] ?? 0) > 0)) return found;
  const n1 = result.base[row] ?? 0;
  const n2 = result.base[column] ?? 0;
  if (Math.min(n1, n2) < smallCount) found.push('small-counts');
  if (isImbalanced(n1, n2)) found.push('imbalance');
  if (isOutOfRange(result, row * result.size + column)) found.push('out-of-range');
  return found;
}

/** The warnings of a whole table; kinds that do not occur are left out. */
export function warningsOf(result: Figures): readonly CooccurrenceWarning[] {
  const { size, counts, base } = result;
  const small: number[] = [];
  const imbalance: number[] = [];
  const outOfRange: number[] = [];
  for (let row = 0; row < size; row += 1) {
    const n1 = base[row] ?? 0;
    if (n1 > 0 && n1 < smallCount) small.push(row);
    for (let column = 0; column < size; column += 1) {
      const cell = row * size + column;
      if (row === column || !((counts[cell] ?? 0) > 0)) continue;
      if (isImbalanced(n1, base[column] ?? 0)) imbalance.push(cell);
      if (isOutOfRange(result, cell)) outOfRange.push(cell);
    }
  }
  const warnings: CooccurrenceWarning[] = [];
  if (small.length > 0) warnings.push({ kind: 'small-counts', rows: Int32Array.from(small) });
  if (imbalance.length > 0) warnings.push({ kind: 'imbalance', cells: Int32Array.from(imbalance) });
  if (outOfRange.length > 0) warnings.push({ kind: 'out-of-range', cells: Int32Array.from(outOfRange) });
  return warnings;
}

function isImbalanced(n1: number, n2: number): boolean {
  return Math.max(n1, n2) > imbalanceFactor * Math.min(n1, n2);
}

function isOutOfRange({ query, coefficients }: Figures, cell: number): boolean {
  const value = coefficients?.[cell] ?? Number.NaN;
  return query.coefficient === 'c' && (value > 1 || value < 0);
}
