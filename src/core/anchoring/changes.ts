import { firstAtOrAfter } from '../binary-search';
/**
 * `[from, to)` of the text before becomes `length` positions of new text. Counted in code points or UTF-16 units,
 * whichever the caller means: nothing here looks at a text.
 */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * What happened to a text: changes in order of place, apart or touching, all counted in the text *before*. Between
 * two of them the texts before and after read the same.
 */
export type ChangeList = readonly TextChange[];

/** -1: a position stays before what is inserted at it; 1: it comes after. */
export type Side = -1 | 1;

/** Positions of the text before in the text after. */
export interface ChangeMap {
  /** A position inside what was replaced goes to the side; one at an end of it stays at that end. */
  map(position: number, side: Side): number;
}

export function createChangeMap(changes: ChangeList): ChangeMap {
  const count = changes.length;
  const ends = new Float64Array(count);
  /** How much longer the text has become by all changes before each. */
  const shifts = new Float64Array(count + 1);
  changes.forEach(({ from, to, length }, index) => {
    ends[index] = to;
    shifts[index + 1] = (shifts[index] ?? 0) + length - (to - from);
  });
  return {
    map(position, side) {
      let index = firstAtOrAfter(ends, position);
      for (; index < count; index += 1) {
        const change = changes[index];
        if (!change || change.from > position) break;
        const { from, to, length } = change;
        const shift = shifts[index] ?? 0;
        if (from === to) {
          if (side < 0) return position + shift;
        } else if (position === from) return position + shift;
        else if (position < to) return from + shift + (side > 0 ? length : 0);
      }
      return position + (shifts[index] ?? 0);
    },
  };
}

/**
 * The changes followed by one more, which is counted in the text that they make. `joins`: it goes on where the one
 * before it ended (the next key, the next backspace), so it becomes one replacement with what it touches: a passage
 * that is selected and typed over keeps all that is typed. Otherwise it joins only what it overlaps: text typed later
 * beside a replacement is no part of it.
 */
export function followedBy(changes: ChangeList, next: TextChange, joins = false): TextChange[] {
  const before: TextChange[] = [];
  const after: TextChange[] = [];
  let shift = 0;
  let shiftBefore = 0;
  let first: Placed | null = null;
  let last: Placed | null = null;
  for (const change of changes) {
    const start = change.from + shift;
    const end = start + change.length;
    shift += change.length - (change.to - change.from);
    // Two insertions at one point of the text before are one.
    const isSamePoint = next.from === next.to && change.from === change.to;
    const touchesEnd = joins || isSamePoint;
    // What follows is another's, unless it is what was just deleted behind the caret.
    const touchesStart = isSamePoint || (joins && start === end);
    if (!first && (end < next.from || (end === next.from && !touchesEnd))) {
      before.push(change);
      shiftBefore = shift;
    } else if (start > next.to || (start === next.to && !touchesStart)) after.push(change);
    else {
      first ??= { change, start, end };
      last = { change, start, end };
    }
  }
  const merged = first && last ? merge(next, { first, last, shiftBefore }) : moved(next, -shiftBefore);
  const isSomething = merged.length > 0 || merged.to > merged.from;
  return [...before, ...(isSomething ? [merged] : []), ...after];
}

/**
 * The changes followed by many at once, all counted in the text that the first ones make, in order and apart: the
 * same as one after the other from the last to the first, in one walk along both lists.
 */
export function followedByAll(changes: ChangeList, all: ChangeList): TextChange[] {
  const result: TextChange[] = [];
  let shift = 0;
  let next = 0;
  for (let at = 0; at < all.length; ) {
    const first = all[at];
    if (!first) break;
    for (let change = changes[next]; change && endOf(change) + shift < first.from; change = changes[next]) {
      result.push(change);
      shift += growth(change);
      next += 1;
    }
    const shiftBefore = shift;
    let reach = first.to;
    let reachOfChanges = Number.NEGATIVE_INFINITY;
    const parts = [first];
    let near: TextChange[] = [];
    at += 1;
    for (;;) {
      const change = changes[next];
      const part = all[at];
      if (change && change.from + shift <= reach) {
        reachOfChanges = endOf(change) + shift;
        near.push(change);
        shift += growth(change);
        next += 1;
      } else if (part && part.from <= reachOfChanges) {
        reach = Math.max(reach, part.to);
        parts.push(part);
        at += 1;
      } else break;
    }
    for (const part of parts.reverse()) near = followedBy(near, moved(part, -shiftBefore));
    result.push(...near);
  }
  return [...result, ...changes.slice(next)];
}

/** The way back: from the text that the changes make to the one before. */
export function inverted(changes: ChangeList): TextChange[] {
  let shift = 0;
  return changes.map((change) => {
    const from = change.from + shift;
    shift += growth(change);
    return { from, to: from + change.length, length: change.to - change.from };
  });
}

/** Where the new text of a change ends, were nothing else changed before it. */
const endOf = ({ from, length }: TextChange) => from + length;

/** How much longer a change makes the text. */
export function growth({ from, to, length }: TextChange): number {
  return length - (to - from);
}

/** A change and where its new text stands. */
interface Placed {
  readonly change: TextChange;
  readonly start: number;
  readonly end: number;
}

interface Merging {
  readonly first: Placed;
  readonly last: Placed;
  readonly shiftBefore: number;
}

function merge(next: TextChange, { first, last, shiftBefore }: Merging): TextChange {
  const start = Math.min(first.start, next.from);
  const end = Math.max(last.end, next.to);
  return {
    from: next.from < first.start ? next.from - shiftBefore : first.change.from,
    to: next.to > last.end ? last.change.to + (next.to - last.end) : last.change.to,
    length: end - start - (next.to - next.from) + next.length,
  };
}

function moved({ from, to, length }: TextChange, by: number): TextChange {
  return { from: from + by, to: to + by, length };
}

/** The text's length after the changes. */
export function lengthAfter(length: number, changes: ChangeList): number {
  return changes.reduce((sum, change) => sum + growth(change), length);
}
