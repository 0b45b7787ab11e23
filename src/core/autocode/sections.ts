import type { Segment } from '../structure';
import type { FlatSpans, PositionMap } from '../text';

/**
 * The text below each of some headings (AC5), up to the next heading of the same or a higher level, without white
 * space at its ends; flat spans in code points, in order and apart: a section within one that is taken is part of it.
 */
export function sectionsBelow(
  headings: readonly Segment[],
  chosen: (heading: Segment, index: number) => boolean,
  { text, positions }: { readonly text: string; readonly positions: PositionMap },
): FlatSpans {
  const spans: number[] = [];
  headings.forEach((heading, index) => {
    if (!chosen(heading, index) || heading.start < (spans.at(-1) ?? 0)) return;
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const from = positions.toUtf16(heading.end);
    const below = text.slice(from, next ? lineStart(text, positions.toUtf16(next.start)) : text.length);
    const start = from + below.length - below.trimStart().length;
    const end = from + below.trimEnd().length;
    if (start < end) spans.push(positions.toCodePoint(start), positions.toCodePoint(end));
  });
  return Int32Array.from(spans);
}

/** A heading may stand after marks of its own (`## `). */
function lineStart(text: string, place: number): number {
  return place === 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
}
