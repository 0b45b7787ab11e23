import type { IntervalStore } from './interval-store';

/** Underlines that fit between two lines of text; what lies deeper is counted as “+n”. */
export const underlineLevels = 3;
/** Deeper than this nobody can tell levels apart, and a bit set has room for it. */
const deepest = 30;

/** How intervals are drawn in the text, by their place in the store. */
export interface Levels {
  /** 0: the tint; 1 to 3: underlines; deeper ones are only counted. */
  at(place: number): number;
}

const unassigned = 255;

/**
 * Levels are given in the order of coding, each interval taking the lowest level that is free in all of its text,
 * so a new coding never changes how older ones look. `codedBefore(a, b)` is negative where the interval at place
 * `a` was coded before that at `b`; `least(place)` is the lowest level that an interval may have.
 *
 * Worked out when asked for: of 50,000 codings a screen shows some hundred, and a level depends only on those that
 * overlap and are older.
 */
export function createLevels(
  store: IntervalStore,
  codedBefore: (place: number, other: number) => number,
  least: (place: number) => number = () => 0,
): Levels {
  const levels = new Uint8Array(store.size).fill(unassigned);
  const isOlder = (place: number, other: number) => (codedBefore(place, other) || place - other) < 0;
  const assign = (wanted: number) => {
    // A list of its own: a chain of overlapping codings may be longer than the stack of calls.
    const waiting = [wanted];
    for (let place = waiting.at(-1); place !== undefined; place = waiting.at(-1)) {
      const here = place;
      if (levels[here] === unassigned) {
        const known = waiting.length;
        let taken = 0;
        store.eachOverlapping(store.starts[here] ?? 0, store.ends[here] ?? 0, (other) => {
          if (other === here || !isOlder(other, here)) return;
          const level = levels[other] ?? unassigned;
          if (level === unassigned) waiting.push(other);
          else taken |= 1 << level;
        });
        if (waiting.length > known) continue;
        let level = least(here);
        while (level < deepest && taken & (1 << level)) level += 1;
        levels[here] = level;
      }
      waiting.pop();
    }
  };
  return {
    at(place) {
      if (levels[place] === unassigned) assign(place);
      return levels[place] ?? 0;
    },
  };
}
