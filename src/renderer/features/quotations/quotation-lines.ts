import type { QuotationIndex } from '../../../contract/quotation-list';
import type { CodingId, QuotationId } from '../../../core/ids';

export type Grouping = 'none' | 'code' | 'document' | 'coder';
export type Sorting = 'document' | 'longest' | 'newest';

/** A line of the list: the head of a group, or a quotation in it. */
export type QuotationLine =
  | { readonly kind: 'group'; readonly group: number; readonly count: number; readonly isClosed: boolean }
  | { readonly kind: 'quotation'; readonly item: number };

/**
 * The list as it is shown, over the columns of the index and with numbers instead of objects: 100,000 codings are
 * grouped and sorted in a moment. An item is a quotation in a group, with its codings there.
 */
export interface QuotationLines {
  readonly items: number;
  readonly count: number;
  line(index: number): QuotationLine | undefined;
  /** Names the item as long as group and quotation are the same. */
  keyOf(item: number): string;
  quotationId(item: number): QuotationId;
  /** Of the item's codings in its group; none of a quotation without a code. */
  codingIds(item: number): CodingId[];
  /** Document, code or coder of the group: an index into the lists of the index. */
  groupOf(item: number): number;
  sourceOf(item: number): number;
  /** Code points, end exclusive. */
  spanOf(item: number): { readonly start: number; readonly end: number };
  /** Line of an item; −1 where its group is closed. */
  lineOf(item: number): number;
}

export interface LinesQuestion {
  readonly index: QuotationIndex;
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Groups in this order; those not named come last. */
  readonly groupOrder: readonly number[];
  readonly closed: ReadonlySet<number>;
}

const idLength = 36;

export function quotationLines({
  index,
  grouping,
  sorting,
  groupOrder,
  closed,
}: LinesQuestion): QuotationLines {
  const column = columnOf(index, grouping);
  const rows = inGroups(index.start.length, column, groupOrder);
  // Rows of one quotation stand beside each other in document order, in each group too.
  const firstRow: number[] = [];
  const afterRow: number[] = [];
  for (const [place, row] of rows.entries()) {
    const before = place === 0 ? undefined : rows[place - 1];
    const isSame =
      before !== undefined && isOneQuotation(index, before, row) && column?.[before] === column?.[row];
    if (!isSame) firstRow.push(place);
    afterRow[firstRow.length - 1] = place + 1;
  }
  const row = (item: number) => rows[firstRow[item] ?? 0] ?? 0;
  const group = (item: number) => column?.[row(item)] ?? -1;
  const order = sorted(firstRow.length, { group, key: sortKey() });

  function sortKey(): ((item: number) => number) | null {
    if (sorting === 'document') return null;
    if (sorting === 'longest') return (item) => (index.end[row(item)] ?? 0) - (index.start[row(item)] ?? 0);
    return (item) => {
      let newest = 0;
      for (let place = firstRow[item] ?? 0; place < (afterRow[item] ?? 0); place += 1) {
        newest = Math.max(newest, index.createdAt[rows[place] ?? 0] ?? 0);
      }
      return newest;
    };
  }

  const lines = linesOf(order, { group, isGrouped: column !== null, closed });
  const lineOfItem = new Int32Array(order.length).fill(-1);
  lines.forEach((value, line) => {
    if (value >= 0) lineOfItem[value] = line;
  });
  const sizes = new Map<number, number>();
  if (column) for (const item of order) sizes.set(group(item), (sizes.get(group(item)) ?? 0) + 1);

  const quotationId = (item: number) => idAt<QuotationId>(index.quotationIds, row(item));
  return {
    items: order.length,
    count: lines.length,
    line(at) {
      const value = lines[at];
      if (value === undefined) return undefined;
      if (value >= 0) return { kind: 'quotation', item: value };
      const head = -value - 2;
      return { kind: 'group', group: head, count: sizes.get(head) ?? 0, isClosed: closed.has(head) };
    },
    keyOf: (item) => `${group(item)} ${quotationId(item)}`,
    quotationId,
    codingIds(item) {
      const ids: CodingId[] = [];
      for (let place = firstRow[item] ?? 0; place < (afterRow[item] ?? 0); place += 1) {
        const id = idAt<CodingId>(index.codingIds, rows[place] ?? 0);
        if (id.trim() !== '') ids.push(id);
      }
      return ids;
    },
    groupOf: group,
    sourceOf: (item) => index.source[row(item)] ?? 0,
    spanOf: (item) => ({ start: index.start[row(item)] ?? 0, end: index.end[row(item)] ?? 0 }),
    lineOf: (item) => lineOfItem[item] ?? -1,
  };
}

function columnOf(index: QuotationIndex, grouping: Grouping): Int32Array | null {
  switch (grouping) {
    case 'none':
      return null;
    case 'code':
      return index.code;
    case 'document':
      return index.source;
    case 'coder':
      return index.coder;
  }
}

function isOneQuotation({ source, start, end }: QuotationIndex, a: number, b: number): boolean {
  return source[a] === source[b] && start[a] === start[b] && end[a] === end[b];
}

/** Row numbers, group by group, in document order within. */
function inGroups(count: number, column: Int32Array | null, order: readonly number[]): number[] {
  const rows = Array.from({ length: count }, (_, row) => row);
  if (!column) return rows;
  const rank = new Map(order.map((group, place) => [group, place]));
  const rankOf = (row: number) => rank.get(column[row] ?? -1) ?? order.length + (column[row] ?? 0) + 1;
  const ranks = Int32Array.from(rows, rankOf);
  return rows.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}

interface SortQuestion {
  readonly group: (item: number) => number;
  readonly key: ((item: number) => number) | null;
}

/** Items stay in their groups; the largest first within each. */
function sorted(count: number, { group, key }: SortQuestion): number[] {
  const items = Array.from({ length: count }, (_, item) => item);
  if (!key) return items;
  const keys = Float64Array.from(items, key);
  // Items are group by group already, so the group's first item stands for its rank.
  const ranks = new Int32Array(count);
  for (let item = 1; item < count; item += 1) {
    ranks[item] = (ranks[item - 1] ?? 0) + (group(item) === group(item - 1) ? 0 : 1);
  }
  return items.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || (keys[b] ?? 0) - (keys[a] ?? 0) || a - b);
}

interface LineQuestion {
  readonly group: (item: number) => number;
  readonly isGrouped: boolean;
  readonly closed: ReadonlySet<number>;
}

/** An item as its number, the head of group g as −g − 2 (the group of no code is −1). */
function linesOf(order: readonly number[], { group, isGrouped, closed }: LineQuestion): Int32Array {
  const lines: number[] = [];
  let last: number | null = null;
  for (const item of order) {
    const here = group(item);
    if (isGrouped && here !== last) lines.push(-here - 2);
    last = here;
    if (!isGrouped || !closed.has(here)) lines.push(item);
  }
  return Int32Array.from(lines);
}

function idAt<Id extends string>(ids: string, place: number): Id {
  return ids.slice(place * idLength, (place + 1) * idLength) as Id;
}
