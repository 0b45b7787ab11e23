import { describe, expect, it } from 'vitest';
import type { DomPlaces } from '../../../src/renderer/editor/dom-places';
import { planBands } from '../../../src/renderer/editor/model/bands';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { bandsBetween } from '../../../src/renderer/editor/paint/bands-in-view';

const rowHeight = 28;
/** One line: its first half 50 letters to a row, its second half 20. */
const half = 100_000;
const wide = half / 50;
const rowOf = (position: number) =>
  position < half ? Math.floor(position / 50) : wide + Math.floor((position - half) / 20);
const height = (wide + half / 20) * rowHeight;

/** The line as it is laid out, its top at `top` of the window. */
function laidOut(top: number): DomPlaces {
  const rect = (at: number, tall: number) => ({ top: at, bottom: at + tall, height: tall });
  return {
    lineElement: () => ({ getBoundingClientRect: () => rect(top, height) }),
    lineAtHeight: () => 0,
    eachLineRange: (start: number, _end: number, visit: (range: unknown) => void) =>
      visit({ getBoundingClientRect: () => rect(top + rowOf(start) * rowHeight, rowHeight) }),
  } as unknown as DomPlaces;
}

describe('the text in view', () => {
  const document = createDocumentText('x'.repeat(2 * half));
  const bands = planBands(document);

  it.each([0, 1000, wide - 5, wide + 40, wide + 3000, wide + 4970])(
    'DV1 in one long line of uneven rows holds row %d and those below',
    (row) => {
      const seen = bandsBetween(0, 20 * rowHeight, { document, places: laidOut(-row * rowHeight), bands });
      const first = row < wide ? row * 50 : half + (row - wide) * 20;
      const last = row + 20 < wide ? (row + 20) * 50 : half + (row + 20 - wide) * 20;
      expect(seen.first).toBeLessThanOrEqual(bands.bandAt(Math.max(0, first + 100)));
      expect(seen.first).toBeGreaterThanOrEqual(bands.bandAt(Math.max(0, first - 500)));
      expect(seen.last).toBeGreaterThanOrEqual(bands.bandAt(Math.max(0, last - 100)));
    },
  );
});
