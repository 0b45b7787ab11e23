import { type DocumentText, lastAtOrBefore } from './document-text';

/** About half a screen of text: small enough to be painted within a frame's spare time. */
const bandLength = 1500;
/** A line break costs room too: a band of many short lines would be tall. */
const lineCost = 40;

/**
 * The document is painted in bands, fixed stretches of text, so that scrolling adds one at a time, and a new
 * coding repaints only those that it touches. Being fixed, they place names the same way each time.
 */
export interface Bands {
  readonly count: number;
  start(band: number): number;
  /** Exclusive; the last one ends with the text. */
  end(band: number): number;
  bandAt(position: number): number;
}

/** Bands begin at lines; a line longer than two bands is cut. */
export function planBands(document: DocumentText): Bands {
  const starts: number[] = [0];
  let cost = 0;
  for (let line = 0; line < document.lineCount; line += 1) {
    const start = document.lineStart(line);
    const length = document.lineEnd(line) - start;
    if (cost > 0 && cost + length > bandLength) {
      starts.push(start);
      cost = 0;
    }
    const pieces = length > 2 * bandLength ? Math.ceil(length / bandLength) : 1;
    for (let piece = 1; piece < pieces; piece += 1) starts.push(start + piece * bandLength);
    cost += (pieces > 1 ? length - (pieces - 1) * bandLength : length) + lineCost;
  }
  const sorted = Int32Array.from(starts);
  const end = document.positions.length;
  return {
    count: sorted.length,
    start: (band) => sorted[band] ?? end,
    end: (band) => (band + 1 < sorted.length ? (sorted[band + 1] ?? end) : end),
    bandAt: (position) => lastAtOrBefore(sorted, position, sorted.length),
  };
}
