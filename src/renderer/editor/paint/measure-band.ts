import type { DomPlaces } from '../dom-places';
import type { Bands } from '../model/bands';
import type { DocumentText } from '../model/document-text';
import { overflows, underlineLevels } from '../model/levels';
import type { CodingModel } from './coding-model';

/** A stretch of one row of text; x from the page's left edge, y from the band's top, in pixels. */
export interface Row {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The part of a coding that lies in a band. */
export interface Piece {
  readonly place: number;
  /** `[start, end)` in code points, clipped to the band. */
  readonly start: number;
  readonly end: number;
  readonly isStart: boolean;
  readonly isEnd: boolean;
  readonly top: number;
  readonly bottom: number;
  /** Only where underlines are drawn. */
  readonly rows: readonly Row[];
  /** Height of the first row, beside which the name stands. */
  readonly firstRow: { readonly top: number; readonly bottom: number };
}

export interface BandGeometry {
  readonly pieces: readonly Piece[];
  /** Numbers of the paragraphs that begin here. */
  readonly numbers: readonly { readonly number: number; readonly top: number; readonly height: number }[];
  readonly overflows: readonly { readonly top: number; readonly hidden: number }[];
  readonly height: number;
}

export interface MeasureOptions {
  readonly document: DocumentText;
  readonly places: DomPlaces;
  readonly bands: Bands;
  readonly model: CodingModel;
  /** Client coordinates of the page's left edge and of the band's top. */
  readonly originX: number;
  readonly originY: number;
}

/** Reads from the laid-out text where everything in a band has to be drawn. Reads only, so that it never forces layout twice. */
export function measureBand(band: number, options: MeasureOptions): BandGeometry {
  const { document, places, bands, model, originY } = options;
  const start = bands.start(band);
  const end = bands.end(band);
  const found = model.store.overlapping(start, Math.max(end, start + 1));
  const pieces: Piece[] = [];
  for (const place of found) {
    const piece = measurePiece(place, start, end, options);
    if (piece) pieces.push(piece);
  }
  const hidden = overflows(model.store, model.levels, found)
    .filter((stretch) => stretch.start >= start && stretch.start < end)
    .flatMap((stretch) => {
      const row = firstRow(places, stretch.start, originY);
      return row ? [{ top: row.top, hidden: stretch.hidden }] : [];
    });
  return { pieces, numbers: measureNumbers(start, end, options), overflows: hidden, height: bandHeight() };

  function bandHeight(): number {
    const last = places.lineElement(document.lineAt(Math.max(start, end - 1)));
    return (last?.getBoundingClientRect().bottom ?? originY) - originY;
  }
}

function measurePiece(
  place: number,
  bandStart: number,
  bandEnd: number,
  { places, model, originX, originY }: MeasureOptions,
): Piece | null {
  const codingStart = model.store.starts[place] ?? 0;
  const codingEnd = model.store.ends[place] ?? 0;
  const start = Math.max(codingStart, bandStart);
  const end = Math.min(codingEnd, bandEnd);
  const level = model.levels[place] ?? 0;
  const hasUnderline = level > 0 && level <= underlineLevels;
  const rows: Row[] = [];
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let first: { top: number; bottom: number } | null = null;
  places.eachLineRange(start, end, (range) => {
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const row = {
        left: rect.left - originX,
        right: rect.right - originX,
        top: rect.top - originY,
        bottom: rect.bottom - originY,
      };
      first ??= { top: row.top, bottom: row.bottom };
      top = Math.min(top, row.top);
      bottom = Math.max(bottom, row.bottom);
      if (hasUnderline) rows.push(row);
    }
  });
  if (!first) return null;
  return {
    place,
    start,
    end,
    isStart: codingStart >= bandStart,
    isEnd: codingEnd <= bandEnd,
    top,
    bottom,
    rows,
    firstRow: first,
  };
}

function measureNumbers(start: number, end: number, { document, places, originY }: MeasureOptions) {
  const numbers: { number: number; top: number; height: number }[] = [];
  const last = document.lineAt(Math.max(start, end - 1));
  for (let line = document.lineAt(start); line <= last; line += 1) {
    if (document.isBlank(line) || document.lineStart(line) < start) continue;
    const row = firstRow(places, document.lineStart(line), originY);
    if (row) {
      numbers.push({
        number: document.paragraphsBefore(line) + 1,
        top: row.top,
        height: row.bottom - row.top,
      });
    }
  }
  return numbers;
}

/** The row in which a position stands, by the rectangle of the character there. */
function firstRow(places: DomPlaces, position: number, originY: number) {
  let row: { top: number; bottom: number } | null = null;
  places.eachLineRange(position, position + 1, (range) => {
    const rect = range.getClientRects()[0];
    if (rect) row = { top: rect.top - originY, bottom: rect.bottom - originY };
  });
  return row as { top: number; bottom: number } | null;
}
