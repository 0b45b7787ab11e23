import type { TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

/** The span without white space at its ends, which a double click or a drag takes along; null where nothing is left. */
export function trimSpan(text: string, span: TextSpan): TextSpan | null {
  const characters = Array.from(text);
  let start = 0;
  let end = characters.length;
  while (start < end && /\s/.test(characters[start] ?? '')) start += 1;
  while (end > start && /\s/.test(characters[end - 1] ?? '')) end -= 1;
  return start < end ? { start: span.start + start, end: span.start + end } : null;
}

/** What is selected, trimmed; null where only a caret stands or only white space is selected. */
export function selectedPassage({ surface }: OpenDocument): TextSpan | null {
  const span = surface.selection();
  if (span.start === span.end) return null;
  return trimSpan(surface.document.slice(span.start, span.end), span);
}

/** Of the given quotations the one that is exactly selected, or else the shortest that holds the caret. */
export function quotationAtCaret<T extends TextSpan>(
  quotations: readonly T[],
  selected: TextSpan,
  caret: number,
): T | undefined {
  const exact = quotations.find(({ start, end }) => start === selected.start && end === selected.end);
  const here = quotations.filter(({ start, end }) => start <= caret && end >= caret);
  return exact ?? here.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}
