import type { TextSpan } from '../../../core/text';

/** The span with one end moved to a position; it keeps at least one character, and its ends never cross. */
export function resizedSpan(span: TextSpan, edge: 'start' | 'end', position: number): TextSpan {
  return edge === 'start'
    ? { start: Math.max(0, Math.min(position, span.end - 1)), end: span.end }
    : { start: span.start, end: Math.max(position, span.start + 1) };
}
