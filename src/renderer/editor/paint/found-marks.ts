import type { FlatSpans } from '../../../core/text';
import type { DomPlaces } from '../dom-places';
import { foundHighlight } from './code-highlights';

/** Hits of a search in a document, with the one that the person is at. */
export interface Found {
  /** In order and apart, code points. */
  readonly spans: FlatSpans;
  /** Index of the hit, -1 for none. */
  readonly current: number;
}

/** Characters marked beyond the window on each side, so that scrolling a little paints nothing. */
const ahead = 6000;

/** Marks hits in the text by highlights, near the window only: a document may have 100,000. */
export class FoundMarks {
  private found: Found | null = null;
  private view = { start: 0, end: 0 };
  private painted = { start: 0, end: 0 };
  private ranges: { readonly highlight: Highlight; readonly range: StaticRange }[] = [];

  constructor(private readonly places: DomPlaces) {}

  set(found: Found | null): void {
    this.found = found;
    this.paint();
  }

  /** The window shows another part of the text, about. */
  show(view: { readonly start: number; readonly end: number }): void {
    this.view = view;
    if (this.found && (view.start < this.painted.start || view.end > this.painted.end)) this.paint();
  }

  paint(): void {
    this.clear();
    const { found, view } = this;
    if (!found) return;
    this.painted = { start: Math.max(0, view.start - ahead), end: view.end + ahead };
    const { spans, current } = found;
    for (let hit = firstEndingAfter(spans, this.painted.start); hit < spans.length / 2; hit += 1) {
      const start = spans[hit * 2] ?? 0;
      if (start >= this.painted.end) break;
      const highlight = foundHighlight(hit === current);
      if (!highlight) return;
      for (const range of this.places.ranges(start, spans[hit * 2 + 1] ?? 0)) {
        highlight.add(range);
        this.ranges.push({ highlight, range });
      }
    }
  }

  clear(): void {
    for (const { highlight, range } of this.ranges) highlight.delete(range);
    this.ranges = [];
  }
}

/** Index of the first span that ends after a position. */
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
