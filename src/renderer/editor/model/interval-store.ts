/**
 * Intervals `[start, end)` sorted by start, longer ones first, with the running maximum of ends: a question walks
 * back from the last start before its end, and stops where no earlier interval reaches it any more. Typed arrays,
 * because a document may have 50,000 codings and every pointer movement asks.
 */
export interface IntervalStore {
  readonly size: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Which of the given intervals stands at a place of the order. */
  readonly sources: Int32Array;
  /** Places, in order, of the intervals that share at least one position with `[start, end)`. */
  overlapping(start: number, end: number): number[];
  /** Places of the intervals that hold a position. */
  at(position: number): number[];
}

export function createIntervalStore(
  intervals: readonly { readonly start: number; readonly end: number }[],
): IntervalStore {
  const size = intervals.length;
  const sources = Int32Array.from(intervals.keys());
  sources.sort((one, other) => {
    const a = intervals[one];
    const b = intervals[other];
    if (!a || !b) return 0;
    return a.start - b.start || b.end - a.end || one - other;
  });
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const furthestEnds = new Int32Array(size);
  let furthest = 0;
  for (let place = 0; place < size; place += 1) {
    const interval = intervals[sources[place] ?? 0];
    starts[place] = interval?.start ?? 0;
    ends[place] = interval?.end ?? 0;
    furthest = Math.max(furthest, interval?.end ?? 0);
    furthestEnds[place] = furthest;
  }
  const overlapping = (start: number, end: number): number[] => {
    const found: number[] = [];
    for (let place = firstAtOrAfter(starts, end) - 1; place >= 0; place -= 1) {
      if ((furthestEnds[place] ?? 0) <= start) break;
      if ((ends[place] ?? 0) > start) found.push(place);
    }
    return found.reverse();
  };
  return { size, starts, ends, sources, overlapping, at: (position) => overlapping(position, position + 1) };
}

/** Index of the first of the sorted numbers that is at least `value`; their count where none is. */
export function firstAtOrAfter(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
