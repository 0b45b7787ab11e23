import type { EditorView } from '@tiptap/pm/view';
import type { FlatSpans, TextSpan } from '../../../core/text';
import { foundHighlight } from '../paint/code-highlights';
import { positionAt } from './text-projection';

/** UTF-16 units beside the window that are marked too. */
const ahead = 2000;

/** Hits of a search in a text that is typed in: marked anew with each painting, since the text moves under them. */
export class EditFoundMarks {
  private spans: FlatSpans | null = null;
  private current = -1;
  private ranges: { readonly highlight: Highlight; readonly range: StaticRange }[] = [];

  constructor(private readonly view: EditorView) {}

  set(spans: FlatSpans | null, current: number): void {
    this.spans = spans;
    this.current = current;
  }

  show({ start, end }: TextSpan): void {
    this.clear();
    const { spans } = this;
    if (!spans) return;
    for (let hit = firstEndingAfter(spans, start - ahead); hit < spans.length / 2; hit += 1) {
      const from = spans[hit * 2] ?? 0;
      if (from >= end + ahead) break;
      const highlight = foundHighlight(hit === this.current);
      if (!highlight) return;
      for (const range of this.rangesOf(from, spans[hit * 2 + 1] ?? from)) {
        highlight.add(range);
        this.ranges.push({ highlight, range });
      }
    }
  }

  clear(): void {
    for (const { highlight, range } of this.ranges) highlight.delete(range);
    this.ranges = [];
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

function firstEndingAfter(spans: FlatSpans, position: number): number {
  let low = 0;
  let high = spans.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle * 2 + 1] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
