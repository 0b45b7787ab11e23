import type { MatrixAnswer } from '../../../contract/queries';
import { type CellWarning, cellWarnings, pairRows } from '../../../core/cooccurrence';

/** A line of the list: one cell of the table with the counts of its two codes. */
export interface Pair {
  readonly row: number;
  readonly column: number;
  readonly rowName: string;
  readonly columnName: string;
  readonly rowPath: string;
  readonly columnPath: string;
  readonly rowColor: string;
  readonly columnColor: string;
  readonly count: number;
  /** Null where no coefficient was asked for. */
  readonly coefficient: number | null;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly warnings: readonly CellWarning[];
}

export const pairColumns = [
  'rowName',
  'columnName',
  'count',
  'coefficient',
  'rowCount',
  'columnCount',
] as const;
export type PairColumn = (typeof pairColumns)[number];

export interface PairSort {
  readonly by: PairColumn;
  readonly isDescending: boolean;
}

/** All pairs that meet, strongest first. */
export function pairsOf({ result, codes }: MatrixAnswer): readonly Pair[] {
  const own = (row: number) => result.counts[row * result.size + row] ?? 0;
  return pairRows(result).map(({ row, column, count, coefficient }) => ({
    row,
    column,
    rowName: codes[row]?.name ?? '',
    columnName: codes[column]?.name ?? '',
    rowPath: codes[row]?.path ?? '',
    columnPath: codes[column]?.path ?? '',
    rowColor: codes[row]?.color ?? '',
    columnColor: codes[column]?.color ?? '',
    count,
    coefficient,
    rowCount: own(row),
    columnCount: own(column),
    warnings: cellWarnings(result, row, column),
  }));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Sorted by one column, equal ones in the order given; a coefficient that is none comes last either way. */
export function sortPairs(pairs: readonly Pair[], { by, isDescending }: PairSort): readonly Pair[] {
  const sign = isDescending ? -1 : 1;
  return pairs.toSorted((a, b) => {
    const [first, second] = [a[by], b[by]];
    if (typeof first === 'string' && typeof second === 'string')
      return sign * collator.compare(first, second);
    const [x, y] = [Number(first ?? Number.NaN), Number(second ?? Number.NaN)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x === y ? 0 : sign * (x < y ? -1 : 1);
  });
}

/** Pairs in whose two paths every word of the search is found. */
export function filterPairs(pairs: readonly Pair[], search: string): readonly Pair[] {
  const words = folded(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return pairs;
  return pairs.filter(({ rowPath, columnPath }) => {
    const text = folded(`${rowPath} ${columnPath}`);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en');
}
