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

/** About which character of a line is at a height; a very long line spans many bands. */
function positionInLine(line: number, clientY: number, { document, places }: Question): number {
  const start = document.lineStart(line);
  const length = document.lineEnd(line) - start;
  const box = places.lineElement(line)?.getBoundingClientRect();
  if (!box || box.height === 0) return start;
  const share = Math.min(1, Math.max(0, (clientY - box.top) / box.height));
  return start + Math.floor(share * length);
}
