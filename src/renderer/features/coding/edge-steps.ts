import type { TextNavigator, TextSpan } from '../../../core/text';

/** By what an end of a passage moves. */
export type EdgeUnit = 'character' | 'word' | 'sentence' | 'paragraph';
export type Edge = 'start' | 'end';

/** What of a text has to be known to move by characters. */
export interface EdgeText {
  readonly length: number;
  slice(start: number, end: number): string;
}

export interface EdgeStep {
  readonly edge: Edge;
  readonly unit: EdgeUnit;
  /** 1 further into the text, -1 towards its beginning. */
  readonly by: 1 | -1;
}

/**
 * The span with one end moved to the next place where such an end may stand: ends of words, sentences, paragraphs for
 * the end, their beginnings for the start. Its ends never cross; where there is no such place, it stays as it is.
 */
export function stepEdge(
  span: TextSpan,
  step: EdgeStep,
  on: { readonly text: EdgeText; readonly navigator: TextNavigator },
): TextSpan {
  const { edge } = step;
  const position =
    step.unit === 'character'
      ? characterEdge(span[edge], step.by, on.text)
      : unitEdge(span[edge], { ...step, unit: step.unit }, on.navigator);
  if (position === null) return span;
  const moved = { ...span, [edge]: position };
  return moved.start < moved.end ? moved : span;
}

function unitEdge(
  position: number,
  {
    edge,
    unit,
    by,
  }: { readonly edge: Edge; readonly unit: Exclude<EdgeUnit, 'character'>; readonly by: 1 | -1 },
  navigator: TextNavigator,
): number | null {
  if (edge === 'end') {
    if (by === -1) return navigator.unitBefore(unit, position - 1)?.end ?? null;
    const next = navigator.unitAt(unit, position);
    return next && next.end > position ? next.end : null;
  }
  if (by === 1) return navigator.unitAfter(unit, position + 1)?.start ?? null;
  const here = position > 0 ? navigator.unitAt(unit, position - 1) : null;
  if (here && here.start < position) return here.start;
  return navigator.unitBefore(unit, position)?.start ?? null;
}

/** Longer than any character that a person sees as one: families of emoji, letters with many marks. */
const longestCharacter = 64;
let segmenter: Intl.Segmenter | undefined;

/** The next place between two characters as a reader sees them, code points (`e` with its accent is one). */
function characterEdge(position: number, by: 1 | -1, text: EdgeText): number | null {
  const from = Math.max(0, position - longestCharacter);
  const to = Math.min(text.length, position + longestCharacter);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let at = from;
  let before: number | null = null;
  for (const { segment } of segmenter.segment(text.slice(from, to))) {
    if (at < position) before = at;
    at += Array.from(segment).length;
    if (at > position && by === 1) return at;
  }
  return by === 1 ? null : before;
}
