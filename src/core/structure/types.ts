/** What stands in a text beside its words: who speaks, what a part is called, when something was said. */
export const segmentKinds = ['turn', 'heading', 'timestamp'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/**
 * One piece of a document's structure, `[start, end)` in code points, without white space at its ends. A turn is
 * what was said, without the name, number or date above or below it. Turns never share a character with each other,
 * nor headings with each other.
 */
export interface Segment {
  readonly kind: SegmentKind;
  readonly start: number;
  readonly end: number;
  /** Of a turn, as the text writes it; empty where it is not known. */
  readonly speaker: string;
  /** Of a turn or timestamp, as the text writes it (`00:01:23`, `October 29, 2006 9:50 AM`); else empty. */
  readonly time: string;
  /** Of a heading, from 1; else 0. */
  readonly level: number;
}
