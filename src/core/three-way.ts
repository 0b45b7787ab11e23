import type { TableName } from './tables';

/**
 * One row in two copies of a project, now and when the copies parted, as images (null: not there). The two bases are
 * the same but for what the making of a copy changed by itself: initials in the place of names.
 */
export interface RowVersions {
  readonly table: TableName;
  readonly id: string;
  readonly baseHere: string | null;
  readonly here: string | null;
  readonly baseThere: string | null;
  readonly there: string | null;
}

/** What sets the two apart: which side made, changed or deleted the row; `changedBoth`: each in its own way. */
export const differences = [
  'newThere',
  'changedThere',
  'deletedThere',
  'changedBoth',
  'newHere',
  'changedHere',
  'deletedHere',
] as const;
export type Difference = (typeof differences)[number];

/** Null where both sides are alike now, or neither has done anything. */
export function differenceOf(row: Omit<RowVersions, 'table' | 'id'>): Difference | null {
  const { baseHere, here, baseThere, there } = row;
  const isChangedHere = here !== baseHere;
  const isChangedThere = there !== baseThere;
  if (here === there || (!isChangedHere && !isChangedThere)) return null;
  if (isChangedHere && isChangedThere) return 'changedBoth';
  if (isChangedThere)
    return baseThere === null ? 'newThere' : there === null ? 'deletedThere' : 'changedThere';
  return baseHere === null ? 'newHere' : here === null ? 'deletedHere' : 'changedHere';
}

export interface DifferentRow extends RowVersions {
  readonly difference: Difference;
}

/** The rows that differ, in the order given. Merging two copies begins with these. */
export function differentRows(rows: Iterable<RowVersions>): DifferentRow[] {
  const found: DifferentRow[] = [];
  for (const row of rows) {
    const difference = differenceOf(row);
    if (difference !== null) found.push({ ...row, difference });
  }
  return found;
}

/** Without a known base: what only one side has is new there, what both have in two ways is changed on both. */
export function withoutBase(row: Pick<RowVersions, 'table' | 'id' | 'here' | 'there'>): RowVersions {
  return { ...row, baseHere: null, baseThere: null };
}
