import { createPositionMap, type PositionMap } from './positions';
import { eachSentence } from './sentences';
import { eachWord } from './words';

export type SelectionUnit = 'word' | 'sentence' | 'paragraph' | 'document';

/** `[start, end)` in code points. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds units around a position, for selecting by keyboard. It reads only the paragraph at hand, so it is instant
 * in a document of millions of characters. All positions are code points.
 */
export interface TextNavigator {
  /** The unit at a position, or the next one, or the last one; null where the text has none. */
  unitAt(unit: SelectionUnit, position: number): TextSpan | null;
  /** The first unit that begins at or after a position. */
  unitAfter(unit: SelectionUnit, position: number): TextSpan | null;
  /** The last unit that ends at or before a position. */
  unitBefore(unit: SelectionUnit, position: number): TextSpan | null;
  /** The smallest of word, sentence, paragraph, document that holds the span and is larger. */
  grow(span: TextSpan): TextSpan;
  /** The span widened to whole units where an end lies inside one; a caret becomes the unit at it. */
  snap(unit: SelectionUnit, span: TextSpan): TextSpan;
}

export function createTextNavigator(
  text: string,
  positions: PositionMap = createPositionMap(text),
): TextNavigator {
  const outside = (span: TextSpan | null): TextSpan | null =>
    span && { start: positions.toCodePoint(span.start), end: positions.toCodePoint(span.end) };
  const at = (unit: SelectionUnit, position: number) => {
    const place = positions.toUtf16(position);
    return outside(firstEndingAfter(text, unit, place) ?? lastEndingBefore(text, unit, place));
  };
  const snap = (unit: SelectionUnit, span: TextSpan): TextSpan => {
    const first = at(unit, span.start);
    if (span.start >= span.end) return first ?? span;
    const last = at(unit, span.end - 1);
    // Ends that lie between two units stay where they are.
    return {
      start: first && first.start < span.start ? first.start : span.start,
      end: last && last.start < span.end ? Math.max(span.end, last.end) : span.end,
    };
  };
  return {
    unitAt: at,
    unitAfter: (unit, position) => outside(firstStartingFrom(text, unit, positions.toUtf16(position))),
    unitBefore: (unit, position) => outside(lastEndingBefore(text, unit, positions.toUtf16(position))),
    snap,
    grow(span) {
      for (const unit of ['word', 'sentence', 'paragraph'] as const) {
        const grown = snap(unit, span);
        if (grown.start < span.start || grown.end > span.end) return grown;
      }
      return { start: 0, end: positions.length };
    },
  };
}

function firstEndingAfter(text: string, unit: SelectionUnit, place: number): TextSpan | null {
  for (const line of linesFrom(text, place)) {
    const found = unitsOfLine(text, unit, line).find((span) => span.end > place);
    if (found) return found;
  }
  return null;
}

function firstStartingFrom(text: string, unit: SelectionUnit, place: number): TextSpan | null {
  for (const line of linesFrom(text, place)) {
    const found = unitsOfLine(text, unit, line).find((span) => span.start >= place);
    if (found) return found;
  }
  return null;
}

function lastEndingBefore(text: string, unit: SelectionUnit, place: number): TextSpan | null {
  for (const line of linesBackFrom(text, place)) {
    const found = unitsOfLine(text, unit, line).findLast((span) => span.end <= place);
    if (found) return found;
  }
  return null;
}

function unitsOfLine(text: string, unit: SelectionUnit, line: TextSpan): TextSpan[] {
  if (unit === 'document') return text.length > 0 ? [{ start: 0, end: text.length }] : [];
  const content = text.slice(line.start, line.end);
  if (!/\S/.test(content)) return [];
  if (unit === 'paragraph') return [line];
  const spans: TextSpan[] = [];
  const each = unit === 'sentence' ? eachSentence : eachWord;
  each(content, (start, end) => spans.push({ start: line.start + start, end: line.start + end }));
  return spans;
}

function* linesFrom(text: string, place: number): Generator<TextSpan> {
  let start = place <= 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    yield { start, end };
    start = end + 1;
  }
}

function* linesBackFrom(text: string, place: number): Generator<TextSpan> {
  const lineEnd = text.indexOf('\n', place);
  let end = lineEnd < 0 ? text.length : lineEnd;
  while (end >= 0) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    yield { start, end };
    end = start - 1;
  }
}
