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
  /** The same, from the last place to the first, without making a list. */
  eachOverlapping(start: number, end: number, visit: (place: number) => void): void;
  /** Places of the intervals that hold a position. */
  at(position: number): number[];
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

export function createIntervalStore(intervals: readonly Interval[]): IntervalStore {
  const size = intervals.length;
  const sources = inOrder(intervals);
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
  const eachOverlapping = (start: number, end: number, visit: (place: number) => void): void => {
    for (let place = firstAtOrAfter(starts, end) - 1; place >= 0; place -= 1) {
      if ((furthestEnds[place] ?? 0) <= start) break;
      if ((ends[place] ?? 0) > start) visit(place);
    }
  };
  const overlapping = (start: number, end: number): number[] => {
    const found: number[] = [];
    eachOverlapping(start, end, (place) => found.push(place));
    return found.reverse();
  };
  const at = (position: number) => overlapping(position, position + 1);
  return { size, starts, ends, sources, overlapping, eachOverlapping, at };
}

/** Negative where `a` comes before `b`: by start, the longer one first. */
export function compareIntervals(a: Interval, b: Interval): number {
  return a.start - b.start || b.end - a.end;
}

/** Mostly they come in order already, and to see that is quicker than to sort. */
function inOrder(intervals: readonly Interval[]): Int32Array {
  const sources = Int32Array.from(intervals.keys());
  for (let at = 1; at < intervals.length; at += 1) {
    const before = intervals[at - 1];
    const here = intervals[at];
    if (!before || !here || compareIntervals(before, here) <= 0) continue;
    return sources.sort((one, other) => {
      const a = intervals[one];
      const b = intervals[other];
      return a && b ? compareIntervals(a, b) || one - other : 0;
    });
  }
  return sources;
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
