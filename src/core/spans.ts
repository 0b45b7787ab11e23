/**
 * Half-open spans `[start, end)` in code points, flat in one typed array: `[start, end, start, end, …]`. Tables of
 * a hundred thousand spans are computed at every change of a filter, so there are no objects here. *United* spans
 * are in order of start and neither overlap nor touch.
 */
export type Spans = Int32Array;

/** SP1: at least one shared position; touching is not overlapping. */
export function overlaps(aStart: number, aEnd: number, bStart: number, bEnd: number): boolean {
  return aStart < bEnd && bStart < aEnd;
}

/** SP2: positions between two spans; 0 where they overlap or touch. */
export function gap(aStart: number, aEnd: number, bStart: number, bEnd: number): number {
  return Math.max(0, bStart - aEnd, aStart - bEnd);
}

/** Spans from pairs; the readable way to write them down. */
export function spansOf(pairs: readonly (readonly [start: number, end: number])[]): Spans {
  return Int32Array.from(pairs.flat());
}

/** The spans in order of start, then end. */
export function sortSpans(spans: Spans): Spans {
  if (isSorted(spans)) return spans.slice();
  // A start and an end of 26 bits each fit one float exactly; longer texts take the comparing sort.
  const keys = new Float64Array(spans.length / 2);
  let isSmall = true;
  for (let index = 0; index < keys.length; index += 1) {
    const start = spans[index * 2] ?? 0;
    const end = spans[index * 2 + 1] ?? 0;
    isSmall &&= start < 2 ** 26 && end < 2 ** 26;
    keys[index] = start * 2 ** 26 + end;
  }
  if (!isSmall) return sortByComparing(spans);
  keys.sort();
  const sorted = new Int32Array(spans.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    sorted[index * 2] = Math.floor(key / 2 ** 26);
    sorted[index * 2 + 1] = key % 2 ** 26;
  }
  return sorted;
}

/** SP3: spans that overlap or touch become one. Empty spans vanish unless they touch another. */
export function uniteSpans(spans: Spans): Spans {
  const sorted = sortSpans(spans);
  let used = 0;
  for (let index = 0; index < sorted.length; index += 2) {
    const start = sorted[index] ?? 0;
    const end = sorted[index + 1] ?? 0;
    if (end <= start) continue;
    const last = used - 1;
    if (used > 0 && start <= (sorted[last] ?? 0)) {
      if (end > (sorted[last] ?? 0)) sorted[last] = end;
      continue;
    }
    sorted[used] = start;
    sorted[used + 1] = end;
    used += 2;
  }
  return sorted.slice(0, used);
}

/** SP4: the positions that lie in both of two united lists, as united spans. */
export function intersectSpans(a: Spans, b: Spans): Spans {
  // Each step uses up one span of either list, and so adds at most one intersection.
  const shared = new Int32Array(a.length + b.length);
  let used = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const aEnd = a[i + 1] ?? 0;
    const bEnd = b[j + 1] ?? 0;
    const start = Math.max(a[i] ?? 0, b[j] ?? 0);
    const end = Math.min(aEnd, bEnd);
    if (start < end) {
      shared[used] = start;
      shared[used + 1] = end;
      used += 2;
    }
    if (aEnd <= bEnd) i += 2;
    else j += 2;
  }
  return shared.slice(0, used);
}

/** Sum of the lengths; of united spans the number of positions covered. */
export function spansLength(spans: Spans): number {
  let length = 0;
  for (let index = 0; index < spans.length; index += 2)
    length += (spans[index + 1] ?? 0) - (spans[index] ?? 0);
  return length;
}

function isSorted(spans: Spans): boolean {
  for (let index = 2; index < spans.length; index += 2) {
    const before = spans[index - 2] ?? 0;
    const start = spans[index] ?? 0;
    if (start < before || (start === before && (spans[index + 1] ?? 0) < (spans[index - 1] ?? 0)))
      return false;
  }
  return true;
}

function sortByComparing(spans: Spans): Spans {
  const order = Array.from({ length: spans.length / 2 }, (_, index) => index * 2);
  order.sort((a, b) => (spans[a] ?? 0) - (spans[b] ?? 0) || (spans[a + 1] ?? 0) - (spans[b + 1] ?? 0));
  return Int32Array.from(order.flatMap((at) => [spans[at] ?? 0, spans[at + 1] ?? 0]));
}
