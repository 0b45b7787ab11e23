import type { IntervalStore } from './interval-store';

/** Underlines that fit between two lines of text; what lies deeper is counted as “+n”. */
export const underlineLevels = 3;
/** Deeper than this nobody can tell levels apart, and a bit set has room for it. */
const deepest = 30;

/**
 * How each interval is drawn in the text: level 0 is the tint, 1 to 3 are underlines, deeper ones are only
 * counted. Levels are given in the order of coding, each interval taking the lowest level that is free in all of
 * its text, so a new coding never changes how older ones look. `codedBefore(a, b)` is negative where the interval
 * at place `a` was coded before that at `b`; `least(place)` is the lowest level that an interval may have.
 */
export function assignLevels(
  store: IntervalStore,
  codedBefore: (place: number, other: number) => number,
  least: (place: number) => number = () => 0,
): Uint8Array {
  const unassigned = 255;
  const levels = new Uint8Array(store.size).fill(unassigned);
  const order = Int32Array.from(levels.keys()).sort((a, b) => codedBefore(a, b) || a - b);
  for (const place of order) {
    let taken = 0;
    for (const other of store.overlapping(store.starts[place] ?? 0, store.ends[place] ?? 0)) {
      const level = levels[other] ?? unassigned;
      if (level !== unassigned) taken |= 1 << level;
    }
    let level = least(place);
    while (level < deepest && taken & (1 << level)) level += 1;
    levels[place] = level;
  }
  return levels;
}

/** A maximal stretch in which more intervals lie than levels can show. */
export interface Overflow {
  readonly start: number;
  readonly end: number;
  /** The most that are hidden at one position of the stretch. */
  readonly hidden: number;
}

/** Where “+n” has to stand among the intervals at `places` (given in order of start), with the `n`. */
export function overflows(store: IntervalStore, levels: Uint8Array, places: readonly number[]): Overflow[] {
  const edges: { at: number; step: number }[] = [];
  for (const place of places) {
    if ((levels[place] ?? 0) <= underlineLevels) continue;
    edges.push({ at: store.starts[place] ?? 0, step: 1 }, { at: store.ends[place] ?? 0, step: -1 });
  }
  edges.sort((a, b) => a.at - b.at || b.step - a.step);
  const found: Overflow[] = [];
  let depth = 0;
  let start = 0;
  let hidden = 0;
  for (const edge of edges) {
    if (depth === 0) {
      start = edge.at;
      hidden = 0;
    }
    depth += edge.step;
    hidden = Math.max(hidden, depth);
    if (depth === 0) found.push({ start, end: edge.at, hidden });
  }
  return found;
}
