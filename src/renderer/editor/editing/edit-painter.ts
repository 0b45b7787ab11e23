import type { EditorView } from '@tiptap/pm/view';
import { codeColors, type Theme } from '../../../core/colors';
import type { TextSpan } from '../../../core/text';
import { editHighlight } from './edit-highlights';
import { offsetAt, positionAt, textLength } from './text-projection';

/** A coding where it stands now, in UTF-16 units of the text. */
export interface LiveCoding extends TextSpan {
  /** As stored, `#rrggbb`. */
  readonly color: string;
}

/**
 * Paints the codings that are in the window, a screen more above and below. All is painted anew after each key:
 * static ranges do not follow the text, and what is in a window is little.
 */
export class EditPainter {
  private painted: { readonly highlight: Highlight; readonly range: StaticRange }[] = [];
  private frame = 0;
  private isDestroyed = false;

  constructor(
    private readonly view: EditorView,
    private readonly scroller: HTMLElement,
    /** In order of start. */
    private readonly codings: () => readonly LiveCoding[],
    private readonly theme: () => Theme,
  ) {}

  /** In the next frame, once however often it is asked for. */
  later(): void {
    if (this.frame || this.isDestroyed) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.isDestroyed) this.paint();
    });
  }

  paint(): void {
    this.clear();
    const { start, end } = this.window();
    const theme = this.theme();
    /** Ends of codings that reach over what comes next. */
    let open: number[] = [];
    for (const coding of this.codings()) {
      if (coding.start >= end) break;
      if (coding.end <= start) continue;
      open = open.filter((each) => each > coding.start);
      const { tint, mark } = codeColors(coding.color, theme);
      const highlight = open.length === 0 ? editHighlight('tint', tint) : editHighlight('line', mark);
      open.push(coding.end);
      if (!highlight) continue;
      for (const range of this.ranges(Math.max(start, coding.start), Math.min(end, coding.end))) {
        highlight.add(range);
        this.painted.push({ highlight, range });
      }
    }
  }

  destroy(): void {
    this.isDestroyed = true;
    cancelAnimationFrame(this.frame);
    this.clear();
  }

  private clear(): void {
    for (const { highlight, range } of this.painted) highlight.delete(range);
    this.painted = [];
  }

  /** The text in the window and a screen around it, in UTF-16 units. */
  private window(): TextSpan {
    const { doc } = this.view.state;
    const box = this.scroller.getBoundingClientRect();
    const text = this.view.dom.getBoundingClientRect();
    const x = text.left + 8;
    const top = this.view.posAtCoords({ left: x, top: Math.max(text.top, box.top) + 4 });
    const bottom = this.view.posAtCoords({ left: x, top: Math.min(text.bottom, box.bottom) - 4 });
    const start = top ? offsetAt(doc, top.pos) : 0;
    const end = bottom ? offsetAt(doc, bottom.pos) : textLength(doc);
    const around = Math.max(2000, end - start);
    return { start: Math.max(0, start - around), end: Math.min(textLength(doc), end + around) };
  }

  /** One a paragraph. */
  private ranges(start: number, end: number): StaticRange[] {
    const { doc } = this.view.state;
    const from = positionAt(doc, start);
    const to = positionAt(doc, end);
    const found: StaticRange[] = [];
    doc.nodesBetween(from, to, (node, position) => {
      if (!node.isTextblock) return true;
      const first = Math.max(from, position + 1);
      const last = Math.min(to, position + 1 + node.content.size);
      if (first < last) {
        const a = this.view.domAtPos(first);
        const b = this.view.domAtPos(last);
        found.push(
          new StaticRange({
            startContainer: a.node,
            startOffset: a.offset,
            endContainer: b.node,
            endOffset: b.offset,
          }),
        );
      }
      return false;
    });
    return found;
  }
}
