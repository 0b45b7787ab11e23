/**
 * The first index below `count` for which `isReached` holds; `count` where it holds for none. Once it holds it has to
 * hold for all that follow.
 */
export function firstIndex(count: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first of the sorted numbers that is at least `value`; their count where none is. */
export function firstAtOrAfter(sorted: ArrayLike<number>, value: number): number {
  return firstIndex(sorted.length, (index) => (sorted[index] ?? 0) >= value);
}

/** Index of the first of the sorted spans `[start, end, start, end, …]` that ends after a position; their count where none does. */
export function firstEndingAfter(spans: ArrayLike<number>, position: number): number {
  return firstIndex(spans.length / 2, (index) => (spans[index * 2 + 1] ?? 0) > position);
}
