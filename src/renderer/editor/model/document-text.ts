import { firstIndex } from '../../../core/binary-search';
import { createPositionMap, type PositionMap } from '../../../core/text';

/**
 * A document's text with its lines, for everything in the view that asks “which line” or “which unit”. Positions
 * are code points, ends exclusive; UTF-16 offsets are named so. A line is what stands between two `\n`, and each
 * line is one paragraph node in the editor.
 */
export interface DocumentText {
  readonly text: string;
  readonly positions: PositionMap;
  readonly lineCount: number;
  /** First code point of a line; `lineCount` itself gives the text's length + 1. */
  lineStart(line: number): number;
  /** The code point after the line's last one (where its `\n` stands). */
  lineEnd(line: number): number;
  lineStartUtf16(line: number): number;
  lineEndUtf16(line: number): number;
  isBlank(line: number): boolean;
  /** The line in which a position lies; a line's end belongs to it. */
  lineAt(position: number): number;
  lineAtUtf16(offset: number): number;
  /** How many lines that hold something come before: the paragraph's number less one. */
  paragraphsBefore(line: number): number;
  slice(start: number, end: number): string;
}

export function createDocumentText(text: string): DocumentText {
  const positions = createPositionMap(text);
  const utf16Starts = lineStarts(text);
  const lineCount = utf16Starts.length - 1;
  const starts = positions.isIdentity
    ? utf16Starts
    : utf16Starts.map((offset, line) =>
        line === lineCount ? positions.length + 1 : positions.toCodePoint(offset),
      );
  const blanks = new Uint8Array(lineCount);
  const paragraphsBefore = new Int32Array(lineCount + 1);
  for (let line = 0; line < lineCount; line += 1) {
    const from = utf16Starts[line] ?? 0;
    const to = (utf16Starts[line + 1] ?? 0) - 1;
    blanks[line] = /\S/.test(text.slice(from, to)) ? 0 : 1;
    paragraphsBefore[line + 1] = (paragraphsBefore[line] ?? 0) + (blanks[line] ? 0 : 1);
  }
  return {
    text,
    positions,
    lineCount,
    lineStart: (line) => starts[line] ?? positions.length + 1,
    lineEnd: (line) => (starts[line + 1] ?? positions.length + 1) - 1,
    lineStartUtf16: (line) => utf16Starts[line] ?? text.length + 1,
    lineEndUtf16: (line) => (utf16Starts[line + 1] ?? text.length + 1) - 1,
    isBlank: (line) => blanks[line] === 1,
    lineAt: (position) => lastAtOrBefore(starts, position, lineCount),
    lineAtUtf16: (offset) => lastAtOrBefore(utf16Starts, offset, lineCount),
    paragraphsBefore: (line) => paragraphsBefore[line] ?? 0,
    slice: (start, end) => text.slice(positions.toUtf16(start), positions.toUtf16(end)),
  };
}

/** UTF-16 offsets of the lines' first characters, and the text's length + 1 as an end mark. */
function lineStarts(text: string): Int32Array {
  let starts = new Int32Array(256);
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (count + 1 >= starts.length) {
      const grown = new Int32Array(starts.length * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count] = at + 1;
    count += 1;
  }
  starts[count] = text.length + 1;
  return starts.slice(0, count + 1);
}

/** Index of the last of the first `count` sorted numbers that is at most `value`; 0 where none is. */
export function lastAtOrBefore(sorted: Int32Array, value: number, count: number): number {
  return Math.max(0, firstIndex(count, (index) => (sorted[index] ?? 0) > value) - 1);
}
