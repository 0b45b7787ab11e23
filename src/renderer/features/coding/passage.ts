import { type DocumentMarks, quotationOf } from '../../../core/document-marks';
import type { TextSpan } from '../../../core/text';
import type { OpenDocument } from './open-documents';

/** The span without white space at its ends, which a double click or a drag takes along; null where nothing is left. */
export function trimSpan(text: string, span: TextSpan): TextSpan | null {
  if (text.trim() === '') return null;
  // No white space lies beyond U+FFFF: here code units are code points.
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  return { start: span.start + before, end: span.end - after };
}

/** What is selected, trimmed; null where only a caret stands or only white space is selected. */
export function selectedPassage({ surface }: OpenDocument): TextSpan | null {
  const span = surface.selection();
  if (span.start === span.end) return null;
  return trimSpan(surface.document.slice(span.start, span.end), span);
}

/** Row of the quotation that is exactly selected, or else of the shortest that holds the caret; -1 where there is none. */
export function quotationAtCaret(marks: DocumentMarks, selected: TextSpan, caret: number): number {
  const exact = quotationOf(marks, selected);
  return exact >= 0 ? exact : (quotationsHolding(marks, caret)[0] ?? -1);
}

/** Rows of the quotations that hold a caret, at their ends too; the shortest first. */
export function quotationsHolding({ quotations: { start, end } }: DocumentMarks, caret: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < start.length && (start[row] ?? 0) <= caret; row += 1)
    if ((end[row] ?? 0) >= caret) rows.push(row);
  const length = (row: number) => (end[row] ?? 0) - (start[row] ?? 0);
  return rows.sort((a, b) => length(a) - length(b));
}
