import type { TextSpan } from '../../core/text';
import type { DocumentText } from './model/document-text';
import { isRightToLeft, runsRightToLeft } from './model/reading-direction';
import type { Scrolling } from './scrolling';

/** Of a passage: where on the screen it begins or ends. */
export interface PassageEnd {
  readonly x: number;
  readonly row: DOMRect;
}

/** The rectangles of a passage's first and last character, for what floats beside it. */
export function edgesOf(scrolling: Scrolling, span: TextSpan) {
  const first = scrolling.rectOf(span.start);
  const last = scrolling.rectOf(Math.max(span.start, span.end - 1));
  return first && last ? { first, last } : null;
}

/**
 * Where a passage begins and ends: the outer edges of its first and last character (client x), which in text that
 * runs from right to left are the right and the left one, with the rows in which they stand.
 */
export function endsOf(
  scrolling: Scrolling,
  document: DocumentText,
  span: TextSpan,
): { readonly start: PassageEnd; readonly end: PassageEnd } | null {
  const last = Math.max(span.start, span.end - 1);
  const edges = edgesOf(scrolling, span);
  if (!edges) return null;
  const isReversed = (position: number) => runsReversed(scrolling, document, position);
  const startX = isReversed(span.start) ? edges.first.right : edges.first.left;
  const endX = isReversed(last) ? edges.last.left : edges.last.right;
  return { start: { x: startX, row: edges.first }, end: { x: endX, row: edges.last } };
}

function runsReversed(scrolling: Scrolling, document: DocumentText, position: number): boolean {
  const here = scrolling.rectOf(position);
  if (!here) return false;
  const line = document.lineAt(position);
  const start = document.lineStart(line);
  const end = document.lineEnd(line);
  const beside = (at: number) => (at >= start && at < end ? scrolling.rectOf(at) : null);
  const neighbours = { next: beside(position + 1), previous: beside(position - 1) };
  return runsRightToLeft(here, neighbours, isRightToLeft(document.slice(start, end)));
}
