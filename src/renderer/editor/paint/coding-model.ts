import {
  type CodingColumns,
  codingAt,
  type DocumentMarks,
  type DocumentQuotation,
  idAt,
  type MarkedCoding,
  quotationAt,
  rowOf,
} from '../../../core/document-marks';
import type { CodeId, CoderId, QuotationId } from '../../../core/ids';
import type { TextSpan } from '../../../core/text';
import type { DocumentText } from '../model/document-text';
import { type IntervalStore, storeInOrder } from '../model/interval-store';
import { assignLanes, type Lanes } from '../model/lanes';
import { createLevels, type Levels } from '../model/levels';

/** What painting has to know of a code. */
export interface PaintedCode {
  readonly id: CodeId;
  readonly name: string;
  readonly path: string;
  /** As stored, `#rrggbb`. */
  readonly color: string;
}

/**
 * The shown codings of one document with their place in text and margin, independent of window, width and theme,
 * and the bare quotations: passages without any code, marked to write a memo on them. Each is known by its `place`,
 * its index in the order of start.
 */
export interface CodingModel {
  readonly store: IntervalStore;
  readonly levels: Levels;
  readonly lanes: Lanes;
  /** Undefined for a bare quotation. */
  coding(place: number): MarkedCoding | undefined;
  code(place: number): PaintedCode | undefined;
  bare(place: number): DocumentQuotation | undefined;
  /** The coding's id, or that of the bare quotation; what is drawn is known by it. */
  id(place: number): string;
  quotationId(place: number): QuotationId | undefined;
  span(place: number): TextSpan;
  placeOf(id: string): number | undefined;
  /** The shown codings of a quotation, or the bare quotation itself. */
  placesOf(id: QuotationId): readonly number[];
  /** The colours of all codes that are painted somewhere in the document, as stored. */
  colors(): ReadonlySet<string>;
}

const unknownColor = '#808080';
/** A tint says “coded”, so a bare quotation is underlined only. */
const leastBareLevel = 1;

/** What is not to be painted. */
export interface Hidden {
  readonly codeIds: ReadonlySet<CodeId>;
  readonly coderIds: ReadonlySet<CoderId>;
}

/** The codings of a document that are shown, and its bare quotations. */
export function createCodingModel(
  document: DocumentText,
  marks: DocumentMarks,
  codes: ReadonlyMap<CodeId, PaintedCode>,
  hidden?: Hidden,
): CodingModel {
  const { quotations, codings } = marks;
  const { rows, firstOf } = shownRows(marks, hidden);
  const quotationRow = (place: number) => {
    const row = rows[place] ?? 0;
    return row < 0 ? -1 - row : (codings.quotation[row] ?? 0);
  };
  const starts = new Int32Array(rows.length);
  const ends = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = quotationRow(place);
    starts[place] = quotations.start[row] ?? 0;
    ends[place] = quotations.end[row] ?? 0;
  }
  const store = storeInOrder(starts, ends);
  const painted = codings.codeIds.map(
    (id) => codes.get(id) ?? { id, name: '', path: '', color: unknownColor },
  );
  const isCoding = (place: number) => (rows[place] ?? -1) >= 0;
  const isThere = (place: number) => place >= 0 && place < rows.length;
  /** Bare quotations come last: they never change how a coding looks. */
  const madeAt = (place: number) =>
    isCoding(place) ? (codings.at[rows[place] ?? 0] ?? 0) : Number.POSITIVE_INFINITY;
  const levels = createLevels(
    store,
    (a, b) => {
      const [one, other] = [madeAt(a), madeAt(b)];
      return one < other ? -1 : one > other ? 1 : 0;
    },
    (place) => (isCoding(place) ? 0 : leastBareLevel),
  );
  return {
    store,
    levels,
    lanes: assignLanes(store, document),
    coding: (place) => (isThere(place) && isCoding(place) ? codingAt(marks, rows[place] ?? 0) : undefined),
    code: (place) =>
      isThere(place) && isCoding(place) ? painted[codings.code[rows[place] ?? 0] ?? 0] : undefined,
    bare: (place) =>
      isThere(place) && !isCoding(place) ? quotationAt(marks, quotationRow(place)) : undefined,
    id(place) {
      if (!isThere(place)) return '';
      return isCoding(place)
        ? idAt(codings.ids, rows[place] ?? 0)
        : idAt(quotations.ids, quotationRow(place));
    },
    quotationId: (place) => (isThere(place) ? idAt(quotations.ids, quotationRow(place)) : undefined),
    span: (place) => ({ start: starts[place] ?? 0, end: ends[place] ?? 0 }),
    placeOf(id) {
      const coding = rowOf(codings.ids, id);
      const row = coding >= 0 ? (codings.quotation[coding] ?? 0) : rowOf(quotations.ids, id);
      if (row < 0) return undefined;
      for (let place = firstOf[row] ?? 0; place < (firstOf[row + 1] ?? 0); place += 1)
        if (rows[place] === (coding >= 0 ? coding : -1 - row)) return place;
      return undefined;
    },
    placesOf(id) {
      const row = rowOf(quotations.ids, id);
      if (row < 0) return [];
      const first = firstOf[row] ?? 0;
      return Array.from({ length: (firstOf[row + 1] ?? first) - first }, (_, index) => first + index);
    },
    colors() {
      const used = new Set<string>();
      for (let place = 0; place < rows.length; place += 1) {
        const row = rows[place] ?? -1;
        if (row >= 0) used.add(painted[codings.code[row] ?? 0]?.color ?? unknownColor);
      }
      return used;
    },
  };
}

/** Codings that are not painted. */
export function countHidden({ codings }: DocumentMarks, hidden: Hidden): number {
  if (hidden.codeIds.size === 0 && hidden.coderIds.size === 0) return 0;
  const isShown = shownBy(codings, hidden);
  let count = 0;
  for (let row = 0; row < codings.quotation.length; row += 1) if (!isShown(row)) count += 1;
  return count;
}

function shownBy({ codeIds, coderIds, code, coder }: CodingColumns, hidden: Hidden | undefined) {
  const codes = codeIds.map((id) => !hidden?.codeIds.has(id));
  const coders = coderIds.map((id) => !hidden?.coderIds.has(id));
  return (row: number) => codes[code[row] ?? 0] === true && coders[coder[row] ?? 0] === true;
}

interface ShownRows {
  /** What stands at each place: the row of a coding, or `-1 - row` of a bare quotation. */
  readonly rows: Int32Array;
  /** The first place of each quotation; behind the last row, the number of places. */
  readonly firstOf: Int32Array;
}

function shownRows({ quotations, codings }: DocumentMarks, hidden: Hidden | undefined): ShownRows {
  const isShown = shownBy(codings, hidden);
  const count = quotations.start.length;
  const rows = new Int32Array(codings.quotation.length + count);
  const firstOf = new Int32Array(count + 1);
  let place = 0;
  let coding = 0;
  for (let row = 0; row < count; row += 1) {
    firstOf[row] = place;
    if (codings.quotation[coding] !== row) {
      rows[place] = -1 - row;
      place += 1;
    }
    for (; codings.quotation[coding] === row; coding += 1) {
      if (!isShown(coding)) continue;
      rows[place] = coding;
      place += 1;
    }
  }
  firstOf[count] = place;
  return { rows: rows.slice(0, place), firstOf };
}

/** Codings and bare quotations (by id) in a span, or at a caret; one at the end of a passage still belongs to it. */
export function idsIn({ store, id }: CodingModel, { start, end }: TextSpan): string[] {
  const places = new Set(store.overlapping(start, Math.max(end, start + 1)));
  if (start === end && start > 0) for (const place of store.at(start - 1)) places.add(place);
  return [...places].map(id);
}

/**
 * All that can be seen of the codings in a stretch of text: where it is the same under two models, nothing has to
 * be painted again.
 */
export function lookOf(model: CodingModel, start: number, end: number): string {
  const { store, lanes, levels } = model;
  return store
    .overlapping(start, end)
    .map((place) => {
      const code = model.code(place);
      const coding = model.coding(place);
      const { hasMemo = false } = coding ?? model.bare(place) ?? {};
      const position = `${store.starts[place]} ${store.ends[place]} ${levels.at(place)} ${lanes.laneOf[place]}`;
      return `${model.id(place)} ${position} ${code?.color} ${code?.name} ${hasMemo} ${coding?.quotationHasMemo}`;
    })
    .join('\n');
}
