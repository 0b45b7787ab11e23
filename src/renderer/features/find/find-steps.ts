import { firstIndex } from '../../../core/binary-search';
import type { FlatSpans } from '../../../core/text';

/** Where a person stands among the hits: so many steps from the first that begins at a position or later. */
export interface FindPlace {
  /** Code points. */
  readonly at: number;
  readonly steps: number;
  /** The last step: where it went over an end is told. */
  readonly last: 1 | -1 | 0;
}

export interface HitInHand {
  /** -1 where there is none. */
  readonly index: number;
  /** The last step went on from the other end. */
  readonly wrapped: 'toStart' | 'toEnd' | null;
}

/** The hit in hand. Beyond the last one comes the first. */
export function hitInHand(spans: FlatSpans, { at, steps, last }: FindPlace): HitInHand {
  const count = spans.length / 2;
  if (count === 0) return { index: -1, wrapped: null };
  const index = modulo(firstFrom(spans, at) + steps, count);
  const before = modulo(index - last, count);
  return {
    index,
    wrapped: last === 1 && before >= index ? 'toStart' : last === -1 && before <= index ? 'toEnd' : null,
  };
}

/** Index of the first hit that begins at a position or later; the first of all where none does. */
function firstFrom(spans: FlatSpans, position: number): number {
  const count = spans.length / 2;
  const next = firstIndex(count, (index) => (spans[index * 2] ?? 0) >= position);
  return next === count ? 0 : next;
}

function modulo(value: number, count: number): number {
  return ((value % count) + count) % count;
}
