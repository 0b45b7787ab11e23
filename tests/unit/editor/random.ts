/** A small seeded generator (mulberry32), so that a failing case can be had again. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(values: readonly [T, ...T[]]): T => values[Math.floor(next() * values.length)] ?? values[0],
  };
}

export function randomIntervals(
  seed: number,
  { count, length, longest }: { count: number; length: number; longest: number },
) {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const start = random.below(length - 1);
    return { start, end: Math.min(length, start + 1 + random.below(longest)) };
  });
}
