import { firstBelow } from './first-below';
import type { DocumentText } from './model/document-text';

/**
 * Text positions and places in the DOM. Every line is one `<p>` with one text node (nothing is ever drawn into the
 * text), so both directions are an index and an offset, exact to the UTF-16 unit.
 */
export interface DomPlaces {
  /** The line's paragraph element. */
  lineElement(line: number): HTMLElement | undefined;
  /** Where a position is in the DOM. */
  toDom(position: number): { readonly node: Node; readonly offset: number } | null;
  /** The text position of a DOM place; null outside the text. */
  fromDom(node: Node, offset: number): number | null;
  /** Ranges for `[start, end)`, one a line, so that their rectangles are those of text and of no box. */
  ranges(start: number, end: number): StaticRange[];
  /** Like `ranges`, as one reused live range handed to `visit`, for measuring. */
  eachLineRange(start: number, end: number, visit: (range: Range, line: number) => void): void;
  /** To be called when the editor has drawn its elements anew. */
  refresh(): void;
  /** The first line whose bottom lies below a height in the window (client coordinates). */
  lineAtHeight(clientY: number): number;
}

/** `linesOf`: the lines' elements, where the text is only a stretch of what stands in `root`. */
export function createDomPlaces(
  root: HTMLElement,
  document: DocumentText,
  linesOf = () => Array.from(root.querySelectorAll<HTMLElement>('p')),
): DomPlaces {
  let lines: HTMLElement[] = [];
  let chunks: HTMLElement[] = [];
  let lineOf = new Map<Node, number>();
  const measuring = root.ownerDocument.createRange();

  const refresh = () => {
    lines = linesOf();
    chunks = Array.from(root.querySelectorAll<HTMLElement>(':scope > section'));
    lineOf = new Map(lines.map((element, line) => [element, line]));
  };
  refresh();

  const textNode = (line: number): Text | null => {
    const child = lines[line]?.firstChild;
    return child instanceof Text ? child : null;
  };

  const eachPiece = (
    start: number,
    end: number,
    visit: (piece: { node: Text; from: number; to: number; line: number }) => void,
  ) => {
    const last = document.lineAt(Math.max(start, end - 1));
    for (let line = document.lineAt(start); line <= last; line += 1) {
      const node = textNode(line);
      if (!node) continue;
      const base = document.lineStartUtf16(line);
      const from = Math.max(0, document.positions.toUtf16(Math.max(start, document.lineStart(line))) - base);
      const to = Math.min(node.length, document.positions.toUtf16(end) - base);
      if (from < to) visit({ node, from, to, line });
    }
  };

  return {
    refresh,
    lineElement: (line) => lines[line],
    toDom(position) {
      const line = document.lineAt(position);
      const element = lines[line];
      if (!element) return null;
      const node = textNode(line);
      const offset = document.positions.toUtf16(position) - document.lineStartUtf16(line);
      return node ? { node, offset: Math.min(offset, node.length) } : { node: element, offset: 0 };
    },
    fromDom(node, offset) {
      const element = node instanceof Element ? node.closest('p') : node.parentElement?.closest('p');
      const line = element ? lineOf.get(element) : undefined;
      if (line === undefined) return null;
      const inLine = node instanceof Text ? offset : offset > 0 ? Number.POSITIVE_INFINITY : 0;
      const utf16 = Math.min(document.lineStartUtf16(line) + inLine, document.lineEndUtf16(line));
      return document.positions.toCodePoint(utf16);
    },
    ranges(start, end) {
      const found: StaticRange[] = [];
      eachPiece(start, end, ({ node, from, to }) => {
        found.push(
          new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
        );
      });
      return found;
    },
    eachLineRange(start, end, visit) {
      eachPiece(start, end, ({ node, from, to, line }) => {
        measuring.setStart(node, from);
        measuring.setEnd(node, to);
        visit(measuring, line);
      });
      // A live range left in the text would be kept up to date by the browser for nothing.
      measuring.setStart(root, 0);
      measuring.collapse(true);
    },
    lineAtHeight(clientY) {
      if (chunks.length === 0) return Math.min(firstBelow(lines, clientY), lines.length - 1);
      const chunk = Math.min(firstBelow(chunks, clientY), chunks.length - 1);
      const first = lineOf.get(chunks[chunk]?.firstElementChild ?? root) ?? 0;
      const last = lineOf.get(chunks[chunk]?.lastElementChild ?? root) ?? lines.length - 1;
      return Math.min(first + firstBelow(lines.slice(first, last + 1), clientY), last);
    },
  };
}
