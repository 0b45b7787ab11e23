import type { DomPlaces } from '../dom-places';
import { type Found, FoundRanges } from './found-ranges';

/** Characters marked beyond the window on each side, so that scrolling a little paints nothing. */
const ahead = 6000;

/** Marks hits in the text by highlights, near the window only: a document may have 100,000. */
export class FoundMarks {
  private found: Found | null = null;
  private view = { start: 0, end: 0 };
  private painted = { start: 0, end: 0 };
  private readonly ranges: FoundRanges;

  constructor(places: DomPlaces) {
    this.ranges = new FoundRanges((start, end) => places.ranges(start, end));
  }

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
    this.ranges.mark(found, this.painted);
  }

  clear(): void {
    this.ranges.clear();
  }
}
