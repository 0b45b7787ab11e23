import type { ComparedList, ComparedRow, Comparison } from '../../../contract/copies';
import type { Difference } from '../../../core/three-way';

/** Which differences are shown: what the other has or did, what both did, what this one has or did, all. */
export const sides = ['there', 'both', 'here', 'all'] as const;
export type Side = (typeof sides)[number];

const sideOf: Readonly<Record<Difference, Exclude<Side, 'all'>>> = {
  newThere: 'there',
  changedThere: 'there',
  deletedThere: 'there',
  changedBoth: 'both',
  newHere: 'here',
  changedHere: 'here',
  deletedHere: 'here',
};

export function countOf({ lists }: Comparison, side: Side): number {
  return listsOf(lists, side).reduce((sum, { total }) => sum + total, 0);
}

/** The side that is shown unless another is chosen: what it has that we have not comes first. */
export function firstSide(comparison: Comparison): Side {
  return sides.find((side) => countOf(comparison, side) > 0) ?? 'all';
}

export type Line =
  | { readonly kind: 'heading'; readonly key: string; readonly list: ComparedList }
  | { readonly kind: 'row'; readonly key: string; readonly list: ComparedList; readonly row: ComparedRow }
  | { readonly kind: 'more'; readonly key: string; readonly count: number };

/** The lists of one side as lines of one long list. */
export function linesOf({ lists }: Comparison, side: Side): readonly Line[] {
  return listsOf(lists, side).flatMap((list): readonly Line[] => {
    const key = `${list.table} ${list.difference}`;
    const hidden = list.total - list.rows.length;
    return [
      { kind: 'heading', key, list },
      ...list.rows.map((row): Line => ({ kind: 'row', key: `${key} ${row.id}`, list, row })),
      ...(hidden > 0 ? [{ kind: 'more', key: `${key} more`, count: hidden } as const] : []),
    ];
  });
}

function listsOf(lists: readonly ComparedList[], side: Side): readonly ComparedList[] {
  return side === 'all' ? lists : lists.filter(({ difference }) => sideOf[difference] === side);
}
