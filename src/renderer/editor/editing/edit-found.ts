import type { EditorView } from '@tiptap/pm/view';
import type { FlatSpans, TextSpan } from '../../../core/text';
import { type Found, FoundRanges } from '../paint/found-ranges';
import { positionAt } from './text-projection';

/** UTF-16 units beside the window that are marked too. */
const ahead = 2000;

/** Hits of a search in a text that is typed in: marked anew with each painting, since the text moves under them. */
export class EditFoundMarks {
  private found: Found | null = null;
  private readonly ranges = new FoundRanges((start, end) => this.rangesOf(start, end));

  constructor(private readonly view: EditorView) {}

  set(spans: FlatSpans | null, current: number): void {
    this.found = spans && { spans, current };
  }

  show({ start, end }: TextSpan): void {
    if (this.found) this.ranges.mark(this.found, { start: start - ahead, end: end + ahead });
    else this.clear();
  }

  clear(): void {
    this.ranges.clear();
  }

  /** One a paragraph. */
  private rangesOf(start: number, end: number): StaticRange[] {
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
