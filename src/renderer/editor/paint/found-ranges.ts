import { firstEndingAfter } from '../../../core/binary-search';
import type { FlatSpans, TextSpan } from '../../../core/text';
import { foundHighlight } from './code-highlights';

/** Hits of a search in a text, with the one that the person is at. */
export interface Found {
  /** In order and apart. */
  readonly spans: FlatSpans;
  /** Index of the hit, -1 for none. */
  readonly current: number;
}

/** The hits that are marked in the page now, by highlights. */
export class FoundRanges {
  private ranges: { readonly highlight: Highlight; readonly range: StaticRange }[] = [];

  constructor(private readonly rangesOf: (start: number, end: number) => Iterable<StaticRange>) {}

  /** Only these in a part of the text, and no others. */
  mark({ spans, current }: Found, part: TextSpan): void {
    this.clear();
    for (let hit = firstEndingAfter(spans, part.start); hit < spans.length / 2; hit += 1) {
      const start = spans[hit * 2] ?? 0;
      if (start >= part.end) break;
      const highlight = foundHighlight(hit === current);
      if (!highlight) return;
      for (const range of this.rangesOf(start, spans[hit * 2 + 1] ?? start)) {
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
