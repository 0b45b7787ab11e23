import { firstIndex } from '../../../core/binary-search';
import type { DocumentText } from './document-text';

/** Lines in one chunk of a long document, at most, and code points, about. */
const mostChunkLines = 100;
const chunkLength = 60_000;
/** Documents with more lines or code points are chunked: `doc > chunk+ > paragraph+` instead of `doc > paragraph+`. */
const longestFlatDocument = { lines: 1000, length: 400_000 };

export function isChunked({ lineCount, positions }: DocumentText): boolean {
  return lineCount > longestFlatDocument.lines || positions.length > longestFlatDocument.length;
}

/** Lines in each chunk: fewer where they are long, since a chunk is laid out as a whole. */
export function chunkLines({ lineCount, positions }: DocumentText): number {
  const perLine = positions.length / lineCount;
  return Math.max(1, Math.min(mostChunkLines, Math.floor(chunkLength / Math.max(1, perLine))));
}

/**
 * Text positions (code points) and the editor's positions (ProseMirror's tokens). Where the text has one `\n`, the
 * editor closes one paragraph and opens the next, and at a chunk's edge closes and opens the chunk as well; inside
 * a line both count UTF-16 units.
 */
export interface EditorPositions {
  /** The caret position before a code point. */
  toEditor(position: number): number;
  /** A position between two nodes gives the nearest one in text. */
  toText(editorPosition: number): number;
}

export function createEditorPositions(
  document: DocumentText,
  chunked: boolean = isChunked(document),
): EditorPositions {
  const perChunk = chunkLines(document);
  const tokensBefore = (line: number) => (chunked ? line + 2 + 2 * Math.floor(line / perChunk) : line + 1);
  const contentStart = (line: number) => document.lineStartUtf16(line) + tokensBefore(line);
  return {
    toEditor(position) {
      const offset = document.positions.toUtf16(Math.min(Math.max(0, position), document.positions.length));
      return offset + tokensBefore(document.lineAtUtf16(offset));
    },
    toText(editorPosition) {
      const next = firstIndex(document.lineCount, (line) => contentStart(line) > editorPosition);
      const line = Math.max(0, next - 1);
      const offset = document.lineStartUtf16(line) + Math.max(0, editorPosition - contentStart(line));
      return document.positions.toCodePoint(Math.min(offset, document.lineEndUtf16(line)));
    },
  };
}
