import type { DocumentText } from './document-text';

/** Lines in one chunk of a long document. */
export const chunkLines = 100;
/** Documents with more lines than this are chunked: `doc > chunk+ > paragraph+` instead of `doc > paragraph+`. */
export const longestFlatDocument = 1000;

export function isChunked(document: DocumentText): boolean {
  return document.lineCount > longestFlatDocument;
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
  const tokensBefore = (line: number) => (chunked ? line + 2 + 2 * Math.floor(line / chunkLines) : line + 1);
  const contentStart = (line: number) => document.lineStartUtf16(line) + tokensBefore(line);
  return {
    toEditor(position) {
      const offset = document.positions.toUtf16(Math.min(Math.max(0, position), document.positions.length));
      return offset + tokensBefore(document.lineAtUtf16(offset));
    },
    toText(editorPosition) {
      let low = 0;
      let high = document.lineCount;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (contentStart(middle) <= editorPosition) low = middle + 1;
        else high = middle;
      }
      const line = Math.max(0, low - 1);
      const offset = document.lineStartUtf16(line) + Math.max(0, editorPosition - contentStart(line));
      return document.positions.toCodePoint(Math.min(offset, document.lineEndUtf16(line)));
    },
  };
}
