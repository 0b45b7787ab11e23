import type { DomPlaces } from '../dom-places';
import type { Bands } from '../model/bands';
import type { DocumentText } from '../model/document-text';
import { underlineLevels } from '../model/levels';
import type { CodingModel } from './coding-model';
import { hasForcedColors } from './forced-colors';
import { fillFreeLevels, type Leveled, type Part } from './free-levels';
import type { LeftNote, LeftNotes } from './left-notes';
import { type HiddenRow, hiddenByRow } from './row-depth';

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
  /** Height of the first row, beside which the name stands. */
  readonly firstRow: RowHeight;
}

export interface RowHeight {
  readonly top: number;
  readonly bottom: number;
}

/** A tint (level 0) or an underline (1 to 3) under a stretch of one coding. */
export interface Mark extends Leveled {
  /** Of underlines only. */
  readonly rows: readonly Row[];
}

export interface BandGeometry {
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
  /** Numbers of the paragraphs or lines that begin here. */
  readonly numbers: readonly { readonly number: number; readonly top: number; readonly height: number }[];
  /** What underlines can't show, row by row. */
  readonly hidden: readonly HiddenRow[];
  readonly notes: readonly { readonly note: LeftNote; readonly top: number; readonly height: number }[];
  readonly height: number;
}

/** What is counted beside the text. */
export type Numbers = 'paragraphs' | 'lines' | 'none';

export interface MeasureOptions {
  readonly document: DocumentText;
  readonly places: DomPlaces;
  readonly bands: Bands;
  readonly model: CodingModel;
  readonly numbers: Numbers;
  readonly notes: LeftNotes;
  /** Client coordinates of the page's left edge and of the band's top. */
  readonly originX: number;
  readonly originY: number;
}

/** Reads from the laid-out text where everything in a band has to be drawn. Reads only, so that it never forces layout twice. */
export function measureBand(band: number, options: MeasureOptions): BandGeometry {
  const { places, bands, model, originY } = options;
  const start = bands.start(band);
  const end = bands.end(band);
  const found = model.store.overlapping(start, Math.max(end, start + 1));
  const pieces: Piece[] = [];
  for (const place of found) {
    const piece = measurePiece(place, start, end, options);
    if (piece) pieces.push(piece);
  }
  const leveled = pieces.map(({ place, start: from, end: to }) => {
    return { place, start: from, end: to, level: model.levels.at(place) };
  });
  const { shown, hidden } = fillFreeLevels(leveled);
  const marks = [...leveled.filter(({ level }) => level <= underlineLevels), ...shown].map((part): Mark => {
    return { ...part, rows: part.level === 0 && !hasForcedColors() ? [] : measureMark(part, options) };
  });
  const rows = hidden.length === 0 ? [] : measureRows(start, end, options);
  const notes = options.notes.within(start, end).flatMap((note) => {
    const row = firstRow(places, note.position, originY);
    return row ? [{ note, top: row.top, height: row.bottom - row.top }] : [];
  });
  const isCovered = (quiet: (typeof notes)[number]) =>
    notes.some(
      ({ note, top }) => top === quiet.top && (!note.isQuiet || note.position < quiet.note.position),
    );
  return {
    pieces,
    numbers: measureNumbers(start, end, options),
    marks,
    hidden: hiddenByRow(
      rows,
      hidden.flatMap((part) => heightOf(part, options) ?? []),
    ),
    notes: notes.filter((each) => !each.note.isQuiet || !isCovered(each)),
    height: (bandBottom(band, options) ?? originY) - originY,
  };
}

/** Where the last line of a band ends, client coordinates. */
export function bandBottom(
  band: number,
  { document, places, bands }: Pick<MeasureOptions, 'document' | 'places' | 'bands'>,
): number | undefined {
  const line = document.lineAt(Math.max(bands.start(band), bands.end(band) - 1));
  return places.lineElement(line)?.getBoundingClientRect().bottom;
}

function measurePiece(
  place: number,
  bandStart: number,
  bandEnd: number,
  { places, model, originY }: MeasureOptions,
): Piece | null {
  const codingStart = model.store.starts[place] ?? 0;
  const codingEnd = model.store.ends[place] ?? 0;
  const start = Math.max(codingStart, bandStart);
  const end = Math.min(codingEnd, bandEnd);
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let first: RowHeight | null = null;
  places.eachLineRange(start, end, (range) => {
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const row = { top: rect.top - originY, bottom: rect.bottom - originY };
      first ??= row;
      top = Math.min(top, row.top);
      bottom = Math.max(bottom, row.bottom);
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
    firstRow: first,
  };
}

function measureMark({ start, end }: Part, { places, originX, originY }: MeasureOptions): Row[] {
  const rows: Row[] = [];
  places.eachLineRange(start, end, (range) => {
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      rows.push({
        left: rect.left - originX,
        right: rect.right - originX,
        top: rect.top - originY,
        bottom: rect.bottom - originY,
      });
    }
  });
  return rows;
}

/** From which row to which a part reaches. */
function heightOf({ place, start, end }: Part, { places, originY }: MeasureOptions) {
  const first = firstRow(places, start, originY);
  const last = firstRow(places, end - 1, originY) ?? first;
  return first && last ? { place, top: first.top, bottom: last.bottom } : null;
}

/** The heights of all rows of text in `[start, end)`. */
function measureRows(start: number, end: number, { places, originY }: MeasureOptions): RowHeight[] {
  const rows: RowHeight[] = [];
  places.eachLineRange(start, end, (range) => {
    for (const rect of range.getClientRects()) {
      const row = { top: rect.top - originY, bottom: rect.bottom - originY };
      const before = rows.at(-1);
      // A row in two directions of writing has several rectangles.
      if (rect.width > 0 && (!before || row.top > (before.top + before.bottom) / 2)) rows.push(row);
    }
  });
  return rows;
}

function measureNumbers(start: number, end: number, options: MeasureOptions) {
  const { document, places, originY } = options;
  const numbers: { number: number; top: number; height: number }[] = [];
  if (options.numbers === 'none') return numbers;
  const last = document.lineAt(Math.max(start, end - 1));
  for (let line = document.lineAt(start); line <= last; line += 1) {
    if (document.isBlank(line) || document.lineStart(line) < start) continue;
    const row = firstRow(places, document.lineStart(line), originY);
    if (row) {
      numbers.push({
        number: options.numbers === 'lines' ? line + 1 : document.paragraphsBefore(line) + 1,
        top: row.top,
        height: row.bottom - row.top,
      });
    }
  }
  return numbers;
}

/** The row in which a position stands, by the rectangle of the character there. */
function firstRow(places: DomPlaces, position: number, originY: number) {
  let row: RowHeight | null = null;
  places.eachLineRange(position, position + 1, (range) => {
    const rect = range.getClientRects()[0];
    if (rect) row = { top: rect.top - originY, bottom: rect.bottom - originY };
  });
  return row as RowHeight | null;
}
