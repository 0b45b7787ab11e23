import type { DomPlaces } from '../dom-places';
import type { Bands } from '../model/bands';
import type { DocumentText } from '../model/document-text';

export interface VisibleText {
  /** First and last code point in view, about. */
  readonly start: number;
  readonly end: number;
}

export interface BandsInView extends VisibleText {
  readonly first: number;
  readonly last: number;
}

interface Question {
  readonly document: DocumentText;
  readonly places: DomPlaces;
  readonly bands: Bands;
}

/** Which text and which bands lie between two heights (client coordinates). */
export function bandsBetween(top: number, bottom: number, question: Question): BandsInView {
  const { document, places, bands } = question;
  const start = positionInLine(places.lineAtHeight(top), top, question);
  const end = positionInLine(places.lineAtHeight(bottom), bottom, question);
  return {
    start,
    end,
    first: bands.bandAt(Math.min(start, document.positions.length)),
    last: bands.bandAt(Math.min(end, document.positions.length)),
  };
}

/** From here on a line spans bands of its own, and an even share of its height is too rough. */
const longLine = 3000;
/** In pixels, and in characters. */
const near = 40;
const close = 400;

/** About which character of a line is at a height; of a very long line, by looking where its characters stand. */
function positionInLine(line: number, clientY: number, { document, places }: Question): number {
  const start = document.lineStart(line);
  const length = document.lineEnd(line) - start;
  const box = places.lineElement(line)?.getBoundingClientRect();
  if (!box || box.height === 0) return start;
  const share = Math.min(1, Math.max(0, (clientY - box.top) / box.height));
  let position = start + Math.floor(share * length);
  if (length <= longLine || share === 0 || share === 1) return position;
  let low = start;
  let high = start + length;
  while (high - low > close) {
    const off = clientY - topOf(places, position);
    if (Math.abs(off) < near) break;
    if (off >= 0) low = position;
    else high = position;
    // As far as it would be if all rows held as many characters, else halfway.
    const next = position + Math.round((off / box.height) * length);
    position = next > low && next < high ? next : (low + high) >>> 1;
  }
  return position;
}

function topOf(places: DomPlaces, position: number): number {
  let top = 0;
  places.eachLineRange(position, position + 1, (range) => {
    top = range.getBoundingClientRect().top;
  });
  return top;
}
