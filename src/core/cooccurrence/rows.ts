import type { CooccurrenceResult } from './types';

/** The value that a table shows in a cell: the coefficient where one was asked for, on the diagonal the own count. */
export function shownValue(result: CooccurrenceResult, row: number, column: number): number {
  const cell = row * result.size + column;
  const values = row === column || !result.coefficients ? result.counts : result.coefficients;
  return values[cell] ?? Number.NaN;
}

/**
 * The table for files, shared by window and command line (CO18): a header row of code paths, then one row a code.
 * Cells hold the count, or the coefficient (six decimals at most) where one was asked for; the diagonal holds the
 * code's own count. A cell that prints “–” is empty, so that R and Python read a missing value.
 * `paths`: one for each row, in the order of `result.codes`.
 */
export function matrixCsv(result: CooccurrenceResult, paths: readonly string[]): string[][] {
  const header = ['code', ...paths];
  const rows = paths.map((path, row) => [
    path,
    ...paths.map((_, column) => numberForFile(shownValue(result, row, column))),
  ]);
  return [header, ...rows];
}

/** The related pairs of codes, strongest first: what the window's list of pairs and its export show. */
export interface PairRow {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly coefficient: number | null;
}

/**
 * Every cell that is not empty, off the diagonal, by shown value downwards. Of a symmetric table only the upper
 * half; of two different cells both.
 */
export function pairRows(result: CooccurrenceResult): PairRow[] {
  const { size, counts, coefficients } = result;
  const pairs: PairRow[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const count = counts[row * size + column] ?? Number.NaN;
      if (row === column || !(count > 0)) continue;
      const isMirrored = column < row && isMirror(result, row, column);
      if (isMirrored) continue;
      const coefficient = coefficients ? (coefficients[row * size + column] ?? Number.NaN) : null;
      pairs.push({ row, column, count, coefficient });
    }
  }
  const value = (pair: PairRow) => pair.coefficient ?? pair.count;
  return pairs.sort(
    (a, b) => value(b) - value(a) || b.count - a.count || a.row - b.row || a.column - b.column,
  );
}

/** A number as people read it: whole counts, coefficients with two decimals, “–” for none, “∞” for c's pole. */
export function formatValue(value: number, isCoefficient: boolean): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  if (!isCoefficient) return value.toLocaleString('en-US');
  return value.toFixed(2).replace(/^-/, '−');
}

function isMirror({ size, counts, coefficients }: CooccurrenceResult, row: number, column: number): boolean {
  const [cell, turned] = [row * size + column, column * size + row];
  return (
    counts[cell] === counts[turned] && (!coefficients || Object.is(coefficients[cell], coefficients[turned]))
  );
}

function numberForFile(value: number): string {
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return 'Inf';
  return String(Math.round(value * 1e6) / 1e6);
}
