/**
 * Marks that a feature lays over the text without touching it: passages that would be coded, a turn that is pointed
 * at, what has changed. The interface for features, kept stable, is on the surface:
 *
 *   surface.paintRanges('proposed', spans)   spans in order of start, code points, end exclusive; any number
 *   surface.paintRanges('proposed', [])      takes them away
 *
 * Hits of a search have marks of their own (`found-marks.ts`, `surface.showFound`). A new name is one more line in `paintNames`, with its colours (light, dark, forced) in `editor/document.css`.
 * What is to stand in the gutter left of the text (speakers, times) is given by `surface.setLeftNotes(notes)`; see
 * `left-notes.ts`.
 */
import type { TextSpan } from '../../../core/text';
import type { DomPlaces } from '../dom-places';

/** Later ones lie over earlier ones. */
export const paintNames = ['proposed', 'pointed', 'changed'] as const;
export type PaintName = (typeof paintNames)[number];

/** With the strong tints of codings, below what is held, jumped to or found. */
const firstPriority = 1;
/** Code points beside the window that are marked ahead, so that scrolling does not do it in every frame. */
const ahead = 12_000;
const reserve = 4000;

/** The marks of one document view. Only what is near the window has ranges: there may be 10,000 hits. */
export class PaintedRanges {
  private readonly spans = new Map<PaintName, readonly TextSpan[]>();
  private readonly ranges = new Map<PaintName, StaticRange[]>();
  private view = { start: 0, end: 0 };
  private painted = { start: 0, end: 0 };

  constructor(private readonly places: DomPlaces) {}

  set(name: PaintName, spans: readonly TextSpan[]): void {
    this.spans.set(name, spans);
    this.paint(name);
  }

  /** The window shows `[start, end)`. */
  show(start: number, end: number): void {
    this.view = { start, end };
    const { painted } = this;
    if (start - reserve >= painted.start && end + reserve <= painted.end) return;
    this.painted = { start: Math.max(-reserve, start - ahead), end: end + ahead };
    for (const name of this.spans.keys()) this.paint(name);
  }

  /** The text's elements are others now. */
  repaint(): void {
    this.painted = { start: 0, end: 0 };
    this.show(this.view.start, this.view.end);
  }

  clear(): void {
    for (const name of this.spans.keys()) this.set(name, []);
  }

  private paint(name: PaintName): void {
    const highlight = highlightOf(name);
    if (!highlight) return;
    for (const range of this.ranges.get(name) ?? []) highlight.delete(range);
    const { start, end } = this.painted;
    const near = (this.spans.get(name) ?? []).filter((span) => span.start < end && span.end > start);
    const ranges = near.flatMap((span) => this.places.ranges(span.start, span.end));
    for (const range of ranges) highlight.add(range);
    this.ranges.set(name, ranges);
  }
}

function highlightOf(name: PaintName): Highlight | null {
  if (!('highlights' in CSS)) return null;
  const key = `emic-${name}`;
  const found = CSS.highlights.get(key);
  if (found) return found;
  const highlight = new Highlight();
  highlight.priority = firstPriority + paintNames.indexOf(name);
  CSS.highlights.set(key, highlight);
  return highlight;
}
