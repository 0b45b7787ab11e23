import { passesTest, type RelationPlan, Test } from './relation';
import type { Selection } from './selection';
import type { CodingTable } from './types';

/** Which figures a tally is to gather; each costs a look into memory for every pair. */
export interface Wanted {
  /** Items that are compared: the codings as they are, or the places (spans of a code united per group). */
  readonly items: 'codings' | 'places';
  readonly pairs: boolean;
  /** Row items that are related to some item of the column. */
  readonly rowItems: boolean;
  /** Code points of those row items. */
  readonly rowCharacters: boolean;
  /** Code points in the intersections. */
  readonly sharedCharacters: boolean;
  readonly documents: boolean;
}

/** Sums over all groups. The matrices are `size × size`; those not wanted stay zero. */
export interface Tally {
  readonly pairs: Float64Array;
  readonly rowItems: Float64Array;
  readonly rowCharacters: Float64Array;
  readonly sharedCharacters: Float64Array;
  readonly documents: Float64Array;
  readonly own: {
    readonly items: Float64Array;
    readonly characters: Float64Array;
    readonly documents: Float64Array;
  };
}

/** The items of one group in order of start, columns in step; the arrays are used again for each group. */
export interface Items {
  count: number;
  start: Int32Array;
  end: Int32Array;
  low: Int32Array;
  high: Int32Array;
  row: Int32Array;
}

export function tally(
  selection: Selection,
  table: CodingTable,
  { plan, wanted, isWholeDocument }: { plan: RelationPlan; wanted: Wanted; isWholeDocument: boolean },
): Tally {
  const { size, groupSources } = selection;
  const matrix = () => new Float64Array(size * size);
  const sums: Tally = {
    pairs: matrix(),
    rowItems: matrix(),
    rowCharacters: matrix(),
    sharedCharacters: matrix(),
    documents: matrix(),
    own: {
      items: new Float64Array(size),
      characters: new Float64Array(size),
      documents: new Float64Array(size),
    },
  };
  const build = itemBuilder(selection, table, wanted.items);
  const sweep = isWholeDocument
    ? wholeDocumentSweep(sums, wanted, size)
    : relationSweep(sums, { plan, wanted, size });
  const lastSource = new Int32Array(size).fill(-1);
  for (let group = 0; group < groupSources.length; group += 1) {
    const source = groupSources[group] ?? 0;
    const items = build(group);
    addOwn(sums.own, items, { source, lastSource });
    if (!isWholeDocument) plan.place(items, source);
    sweep(items, source);
  }
  return sums;
}

function addOwn(
  own: Tally['own'],
  { count, start, end, row }: Items,
  { source, lastSource }: { source: number; lastSource: Int32Array },
): void {
  for (let item = 0; item < count; item += 1) {
    const r = row[item] ?? 0;
    own.items[r] = (own.items[r] ?? 0) + 1;
    own.characters[r] = (own.characters[r] ?? 0) + (end[item] ?? 0) - (start[item] ?? 0);
    if (lastSource[r] === source) continue;
    lastSource[r] = source;
    own.documents[r] = (own.documents[r] ?? 0) + 1;
  }
}

/** Makes the items of a group: each coding once for every row that it counts for, for places united as it comes. */
function itemBuilder(
  selection: Selection,
  table: CodingTable,
  kind: Wanted['items'],
): (group: number) => Items {
  const { size, order, groupOffsets, rowOffsets, rows } = selection;
  let capacity = 0;
  for (let group = 0; group + 1 < groupOffsets.length; group += 1) {
    let items = 0;
    for (let at = groupOffsets[group] ?? 0; at < (groupOffsets[group + 1] ?? 0); at += 1) {
      const code = table.code[order[at] ?? 0] ?? 0;
      items += (rowOffsets[code + 1] ?? 0) - (rowOffsets[code] ?? 0);
    }
    capacity = Math.max(capacity, items);
  }
  const column = () => new Int32Array(capacity);
  const items: Items = {
    count: 0,
    start: column(),
    end: column(),
    low: column(),
    high: column(),
    row: column(),
  };
  const lastPlace = new Int32Array(size);
  return (group) => {
    let count = 0;
    lastPlace.fill(-1);
    const groupEnd = groupOffsets[group + 1] ?? 0;
    for (let at = groupOffsets[group] ?? 0; at < groupEnd; at += 1) {
      const coding = order[at] ?? 0;
      const code = table.code[coding] ?? 0;
      const start = table.start[coding] ?? 0;
      const end = table.end[coding] ?? 0;
      const rowsEnd = rowOffsets[code + 1] ?? 0;
      for (let r = rowOffsets[code] ?? 0; r < rowsEnd; r += 1) {
        const row = rows[r] ?? 0;
        if (kind === 'places') {
          const last = lastPlace[row] ?? -1;
          if (last >= 0 && start <= (items.end[last] ?? 0)) {
            if (end > (items.end[last] ?? 0)) items.end[last] = end;
            continue;
          }
          lastPlace[row] = count;
        }
        items.start[count] = start;
        items.end[count] = end;
        items.row[count] = row;
        count += 1;
      }
    }
    items.count = count;
    return items;
  };
}

type Sweep = (items: Items, source: number) => void;

/**
 * The sweep. Items come in order of `low`. For an item as the row, the earlier ones that still reach it are in
 * the active list, and the later ones that it reaches follow it directly. So each row item sees all its partners
 * in one go, and counting it once per column needs one mark per column. A pair is met twice, once from each side;
 * that makes relations that are not symmetric no special case.
 */
function relationSweep(
  sums: Tally,
  { plan, wanted, size }: { plan: RelationPlan; wanted: Wanted; size: number },
): Sweep {
  const { test } = plan;
  const { pairs, rowItems, rowCharacters, sharedCharacters, documents } = sums;
  const documentMark = new Int32Array(wanted.documents ? size * size : 0).fill(-1);
  const rowMark = new Int32Array(size).fill(-1);
  let mark = 0;
  let active = new Int32Array(0);
  const wantsRows = wanted.rowItems || wanted.rowCharacters;

  return ({ count, start, end, low, high, row }, source) => {
    if (active.length < count) active = new Int32Array(start.length);
    let activeCount = 0;
    for (let a = 0; a < count; a += 1) {
      const aLow = low[a] ?? 0;
      const aHigh = high[a] ?? 0;
      if (aHigh < 0) continue;
      mark += 1;
      const aStart = start[a] ?? 0;
      const aEnd = end[a] ?? 0;
      const r = row[a] ?? 0;
      const rowAt = r * size;
      let stillActive = 0;
      let later = a + 1;
      for (let step = 0; ; step += 1) {
        let b: number;
        if (step < activeCount) {
          b = active[step] ?? 0;
          if ((high[b] ?? 0) <= aLow) continue;
          active[stillActive] = b;
          stillActive += 1;
        } else {
          b = later;
          later += 1;
          if (b >= count || (low[b] ?? 0) >= aHigh) break;
          if ((high[b] ?? 0) <= aLow) continue;
        }
        const c = row[b] ?? 0;
        if (c === r) continue;
        const bStart = start[b] ?? 0;
        const bEnd = end[b] ?? 0;
        if (test !== Test.none && !passesTest(test, aStart, aEnd, bStart, bEnd)) continue;
        const cell = rowAt + c;
        if (wanted.pairs) pairs[cell] = (pairs[cell] ?? 0) + 1;
        if (wanted.sharedCharacters) {
          const shared = Math.min(aEnd, bEnd) - Math.max(aStart, bStart);
          sharedCharacters[cell] = (sharedCharacters[cell] ?? 0) + shared;
        }
        if (wantsRows && rowMark[c] !== mark) {
          rowMark[c] = mark;
          if (wanted.rowItems) rowItems[cell] = (rowItems[cell] ?? 0) + 1;
          if (wanted.rowCharacters) rowCharacters[cell] = (rowCharacters[cell] ?? 0) + aEnd - aStart;
        }
        if (wanted.documents && documentMark[cell] !== source) {
          documentMark[cell] = source;
          documents[cell] = (documents[cell] ?? 0) + 1;
        }
      }
      activeCount = stillActive;
      active[activeCount] = a;
      activeCount += 1;
    }
  };
}

/** In *same document* everything meets everything, so the figures follow from the codes' own numbers there. */
function wholeDocumentSweep(sums: Tally, wanted: Wanted, size: number): Sweep {
  const { pairs, rowItems, rowCharacters, documents } = sums;
  const documentMark = new Int32Array(wanted.documents ? size * size : 0).fill(-1);
  const counts = new Float64Array(size);
  const characters = new Float64Array(size);
  const present = new Int32Array(size);

  return ({ count, start, end, row }, source) => {
    let presentCount = 0;
    for (let item = 0; item < count; item += 1) {
      const r = row[item] ?? 0;
      if (counts[r] === 0) {
        present[presentCount] = r;
        presentCount += 1;
      }
      counts[r] = (counts[r] ?? 0) + 1;
      characters[r] = (characters[r] ?? 0) + (end[item] ?? 0) - (start[item] ?? 0);
    }
    for (let i = 0; i < presentCount; i += 1) {
      const r = present[i] ?? 0;
      for (let j = 0; j < presentCount; j += 1) {
        if (i === j) continue;
        const c = present[j] ?? 0;
        const cell = r * size + c;
        if (wanted.pairs) pairs[cell] = (pairs[cell] ?? 0) + (counts[r] ?? 0) * (counts[c] ?? 0);
        if (wanted.rowItems) rowItems[cell] = (rowItems[cell] ?? 0) + (counts[r] ?? 0);
        if (wanted.rowCharacters) rowCharacters[cell] = (rowCharacters[cell] ?? 0) + (characters[r] ?? 0);
        if (wanted.documents && documentMark[cell] !== source) {
          documentMark[cell] = source;
          documents[cell] = (documents[cell] ?? 0) + 1;
        }
      }
    }
    for (let i = 0; i < presentCount; i += 1) {
      counts[present[i] ?? 0] = 0;
      characters[present[i] ?? 0] = 0;
    }
  };
}
