import type { MatrixAnswer } from '../contract/queries';
import {
  type CooccurrenceResult,
  type CooccurrenceWarning,
  describeCooccurrence,
  formatValue,
  shownValue,
} from '../core/cooccurrence';
import { alignColumns } from './table';

type Numbers = readonly (readonly (number | null)[])[];

/** The whole answer for other programs. A cell that prints “–” is null; so is an infinite coefficient. */
export function matrixAsJson(answer: MatrixAnswer, documents: readonly string[] | undefined) {
  const { result, codes, revision } = answer;
  const { query, considered, hidden } = result;
  const paths = codes.map(({ path }) => path);
  return {
    definition: describeCooccurrence(query, result),
    relation: query.relation,
    count: query.count,
    coefficient: query.coefficient ?? null,
    coders: query.coders,
    with_subcodes: query.withSubcodes,
    documents: documents ?? null,
    revision,
    considered,
    hidden,
    codes: paths,
    counts: asRows(result.counts, result.size),
    coefficients: result.coefficients && asRows(result.coefficients, result.size),
    base: Array.from(result.base),
    warnings: result.warnings.map((warning) => warningAsJson(warning, paths)),
  };
}

function asRows(values: Float64Array, size: number): Numbers {
  return Array.from({ length: size }, (_, row) =>
    Array.from(values.subarray(row * size, (row + 1) * size), (value) =>
      Number.isFinite(value) ? value : null,
    ),
  );
}

function warningAsJson(warning: CooccurrenceWarning, paths: readonly string[]) {
  if (warning.kind === 'small-counts') {
    return { kind: warning.kind, codes: Array.from(warning.rows, (row) => paths[row] ?? '') };
  }
  const cells = Array.from(warning.cells, (cell) => [
    paths[Math.floor(cell / paths.length)] ?? '',
    paths[cell % paths.length] ?? '',
  ]);
  return { kind: warning.kind, cells };
}

/** For reading: the definition, the matrix with numbered columns, and what to be careful about. */
export function matrixAsText(result: CooccurrenceResult, paths: readonly string[]): string {
  const definition = describeCooccurrence(result.query, result);
  if (paths.length === 0) return `${definition}\n\nThere are no codes to compare.\n`;
  const numbers = paths.map((_, index) => String(index + 1));
  const header = ['', '', ...numbers];
  const rows = paths.map((path, row) => [
    numbers[row] ?? '',
    path,
    ...paths.map((_, column) => cellText(result, row, column)),
  ]);
  const isRight = header.map((_, column) => column !== 1);
  const legend =
    'Columns are numbered as the rows. The diagonal: the code’s own count. · none, – not defined.';
  const cautions = result.warnings.map((warning) => cautionOf(warning, paths));
  return [`${definition}\n`, alignColumns([header, ...rows], isRight), [legend, ...cautions].join('\n')]
    .join('\n')
    .concat('\n');
}

function cellText(result: CooccurrenceResult, row: number, column: number): string {
  const value = shownValue(result, row, column);
  if (value === 0) return '·';
  return formatValue(value, row !== column && result.coefficients !== null);
}

function cautionOf(warning: CooccurrenceWarning, paths: readonly string[]): string {
  switch (warning.kind) {
    case 'small-counts':
      return `Caution: fewer than five of ${Array.from(warning.rows, (row) => paths[row]).join('; ')}. Such figures hang on chance.`;
    case 'imbalance':
      return `Caution: in ${inCells(warning.cells)} one code is over five times as frequent as the other.`;
    case 'out-of-range':
      return `Caution: in ${inCells(warning.cells)} c lies outside 0 to 1.`;
  }
}

function inCells({ length }: { readonly length: number }): string {
  return length === 1 ? 'one cell' : `${length} cells`;
}
