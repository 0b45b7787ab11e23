import { type DocumentText, lastAtOrBefore } from './document-text';

/**
 * How tall each line of a document would be, in rows, by counting its characters. The minimap draws the whole
 * document, most of which the browser never lays out, so it needs heights that don't depend on layout.
 */
export interface EstimatedHeights {
  /** Rows of the whole document. */
  readonly total: number;
  /** Rows above a position; between whole numbers within a line. */
  rowsBefore(position: number): number;
  /** The position at a height in rows. */
  positionAt(rows: number): number;
}

/** An empty line is set lower than a row. */
export const blankRows = 0.6;

export function estimateHeights(document: DocumentText, charactersPerRow: number): EstimatedHeights {
  const perRow = Math.max(10, charactersPerRow);
  const rows = (line: number) =>
    document.isBlank(line)
      ? blankRows
      : Math.max(1, Math.ceil((document.lineEnd(line) - document.lineStart(line)) / perRow));
  // Hundredths of rows, so that the search for a height can be one over whole numbers.
  const before = new Int32Array(document.lineCount + 1);
  for (let line = 0; line < document.lineCount; line += 1) {
    before[line + 1] = (before[line] ?? 0) + Math.round(rows(line) * 100);
  }
  const top = (line: number) => (before[line] ?? 0) / 100;
  return {
    total: top(document.lineCount),
    rowsBefore(position) {
      const line = document.lineAt(position);
      const length = document.lineEnd(line) - document.lineStart(line);
      const share = length > 0 ? Math.min(1, (position - document.lineStart(line)) / length) : 0;
      return top(line) + share * rows(line);
    },
    positionAt(height) {
      const line = lastAtOrBefore(before, Math.round(height * 100), document.lineCount);
      const share = Math.min(1, Math.max(0, (height - top(line)) / rows(line)));
      const start = document.lineStart(line);
      return start + Math.floor(share * (document.lineEnd(line) - start));
    },
  };
}
