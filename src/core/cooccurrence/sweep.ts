import type { ItemKind, Items } from './items';
import { passesTest, type RelationPlan, Test } from './relation';

/** Which figures a tally is to gather; each costs a look into memory for every pair. */
export interface Wanted {
  readonly items: ItemKind;
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
export interface Meetings {
  readonly pairs: Float64Array;
  readonly rowItems: Float64Array;
  readonly rowCharacters: Float64Array;
  readonly sharedCharacters: Float64Array;
  readonly documents: Float64Array;
}

/** Adds the meetings of one group. */
export type Sweep = (items: Items, source: number) => void;

/**
 * The sweep. Items come in order of `low`. For an item as the row, the earlier ones that still reach it are in
 * the active list, and the later ones that it reaches follow it directly. So each row item sees all its partners
 * in one go, and counting it once per column needs one mark per column. A pair is met twice, once from each side;
 * that makes relations that are not symmetric no special case.
 */
export function relationSweep(
  sums: Meetings,
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
export function wholeDocumentSweep(sums: Meetings, wanted: Wanted, size: number): Sweep {
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
