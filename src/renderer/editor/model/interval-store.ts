import { firstAtOrAfter } from '../../../core/binary-search';

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
  const sources = inOrder(intervals);
  const starts = sources.map((source) => intervals[source]?.start ?? 0);
  const ends = sources.map((source) => intervals[source]?.end ?? 0);
  return storeInOrder(starts, ends, sources);
}

/** The same of intervals that are in order already. */
export function storeInOrder(
  starts: Int32Array,
  ends: Int32Array,
  sources: Int32Array = Int32Array.from(starts.keys()),
): IntervalStore {
  const size = starts.length;
  const furthestEnds = new Int32Array(size);
  let furthest = 0;
  for (let place = 0; place < size; place += 1) {
    furthest = Math.max(furthest, ends[place] ?? 0);
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
function compareIntervals(a: Interval, b: Interval): number {
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
