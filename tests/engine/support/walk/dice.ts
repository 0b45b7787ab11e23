/** Chance from a seed: the same seed throws the same dice (mulberry32). */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  number(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  /** Undefined for an empty list. */
  of<T>(list: readonly T[]): T | undefined;
  /** One to `most` of the list, perhaps one twice. */
  some<T>(list: readonly T[], most: number): T[];
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  const of = <T>(list: readonly T[]) => list[number(list.length)];
  return {
    number,
    of,
    once: (times) => number(times) === 0,
    some: <T>(list: readonly T[], most: number) =>
      Array.from({ length: 1 + number(most) }, () => of(list)).flatMap((one) =>
        one === undefined ? [] : [one],
      ),
  };
}
