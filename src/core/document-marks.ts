import { firstAtOrAfter } from './binary-search';
import type { CodeId, CoderId, CodingId, QuotationId } from './ids';
import type { TextSpan } from './text';

/**
 * Ids, each in its place of one text. Fifty thousand of them cross between processes as quickly as one, and are
 * looked for as fast as a word in a page.
 */
export interface IdColumn {
  readonly text: string;
  /** Characters of each; a shorter id has blanks behind it. */
  readonly width: number;
}

/**
 * The quotations of a document and the codings on them, column by column: a document may have 50,000, of which a
 * screen shows some hundred. Quotations by start, the longer first; codings by their quotation, then by when they
 * were made.
 */
export interface DocumentMarks {
  /** Of the text in which the places lie. */
  readonly sha256: string;
  readonly quotations: QuotationColumns;
  readonly codings: CodingColumns;
}

export interface QuotationColumns {
  readonly ids: IdColumn;
  /** Code points, end exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 0 or 1. */
  readonly hasMemo: Uint8Array;
}

export interface CodingColumns {
  readonly ids: IdColumn;
  /** Row of its quotation; ascending. */
  readonly quotation: Int32Array;
  /** Index in `codeIds` and `coderIds`. */
  readonly code: Int32Array;
  readonly coder: Int32Array;
  /** Milliseconds since 1970. */
  readonly at: Float64Array;
  readonly hasMemo: Uint8Array;
  readonly codeIds: readonly CodeId[];
  readonly coderIds: readonly CoderId[];
}

/** A coding as a row. */
export interface DocumentCoding {
  readonly id: CodingId;
  readonly quotationId: QuotationId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly start: number;
  readonly end: number;
  readonly createdAt: string;
  readonly hasMemo: boolean;
}

/** One of a document's marks. */
export interface MarkedCoding extends DocumentCoding {
  readonly quotationHasMemo: boolean;
}

export interface DocumentQuotation {
  readonly id: QuotationId;
  readonly start: number;
  readonly end: number;
  readonly hasMemo: boolean;
}

/** What became of some rows: whole quotations. What is not in it is not in the document any more. */
export interface ChangedMarks {
  readonly sha256: string;
  /** In the order of `DocumentMarks`. */
  readonly codings: readonly DocumentCoding[];
  readonly quotations: readonly DocumentQuotation[];
  /** All of the document that have a memo. */
  readonly quotationsWithMemo: readonly QuotationId[];
  readonly codingsWithMemo: readonly CodingId[];
}

const none = { ids: { text: '', width: 0 }, hasMemo: new Uint8Array(0) };
const noNumbers = new Int32Array(0);

export const noMarks: DocumentMarks = {
  sha256: '',
  quotations: { ...none, start: noNumbers, end: noNumbers },
  codings: {
    ...none,
    quotation: noNumbers,
    code: noNumbers,
    coder: noNumbers,
    at: new Float64Array(0),
    codeIds: [],
    coderIds: [],
  },
};

export function packIds(ids: readonly string[]): IdColumn {
  let width = 0;
  for (const { length } of ids) width = Math.max(width, length);
  const isEven = ids.every(({ length }) => length === width);
  return { text: (isEven ? ids : ids.map((id) => id.padEnd(width))).join(''), width };
}

export function idAt<Id extends string>({ text, width }: IdColumn, row: number): Id {
  return text.slice(row * width, (row + 1) * width).trimEnd() as Id;
}

/** Row of an id; -1 where it is not in the column. */
export function rowOf({ text, width }: IdColumn, id: string): number {
  if (width === 0 || id === '') return -1;
  const wanted = id.padEnd(width);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (at % width === 0) return at / width;
  return -1;
}

/** More ids than this are found quicker by a table of all. */
const fewIds = 16;

/** Rows of the ids that are in the column, in no order. */
export function rowsOf(column: IdColumn, ids: Iterable<string>): Set<number> {
  const wanted = [...ids];
  const rows = new Set<number>();
  if (wanted.length <= fewIds) for (const id of wanted) rows.add(rowOf(column, id));
  else {
    const all = new Map<string, number>();
    for (let row = 0; row * column.width < column.text.length; row += 1) all.set(idAt(column, row), row);
    for (const id of wanted) rows.add(all.get(id) ?? -1);
  }
  rows.delete(-1);
  return rows;
}

export function quotationAt({ quotations }: DocumentMarks, row: number): DocumentQuotation {
  return {
    id: idAt(quotations.ids, row),
    start: quotations.start[row] ?? 0,
    end: quotations.end[row] ?? 0,
    hasMemo: quotations.hasMemo[row] === 1,
  };
}

export function codingAt({ quotations, codings }: DocumentMarks, row: number): MarkedCoding {
  const quotation = codings.quotation[row] ?? 0;
  return {
    id: idAt(codings.ids, row),
    quotationId: idAt(quotations.ids, quotation),
    codeId: codings.codeIds[codings.code[row] ?? 0] as CodeId,
    coderId: codings.coderIds[codings.coder[row] ?? 0] as CoderId,
    start: quotations.start[quotation] ?? 0,
    end: quotations.end[quotation] ?? 0,
    createdAt: new Date(codings.at[row] ?? 0).toISOString(),
    hasMemo: codings.hasMemo[row] === 1,
    quotationHasMemo: quotations.hasMemo[quotation] === 1,
  };
}

/** All rows: for what is not asked with every key. */
export function allQuotations(marks: DocumentMarks): DocumentQuotation[] {
  return Array.from(marks.quotations.start, (_, row) => quotationAt(marks, row));
}

export function allCodings(marks: DocumentMarks): MarkedCoding[] {
  return Array.from(marks.codings.quotation, (_, row) => codingAt(marks, row));
}

/** The codings on the quotation of a row. */
export function codingsOn(marks: DocumentMarks, quotation: number): DocumentCoding[] {
  const rows = marks.codings.quotation;
  const found: DocumentCoding[] = [];
  for (let row = firstAtOrAfter(rows, quotation); rows[row] === quotation; row += 1)
    found.push(codingAt(marks, row));
  return found;
}

/** Row of the quotation of exactly this place; -1 where there is none. */
export function quotationOf({ quotations: { start, end } }: DocumentMarks, span: TextSpan): number {
  for (let row = firstAtOrAfter(start, span.start); start[row] === span.start; row += 1)
    if (end[row] === span.end) return row;
  return -1;
}

/** How often each code is in the document. */
export function countByCode({ codings: { code, codeIds } }: DocumentMarks): Map<CodeId, number> {
  return counted(code, codeIds);
}

export function countByCoder({ codings: { coder, coderIds } }: DocumentMarks): Map<CoderId, number> {
  return counted(coder, coderIds);
}

function counted<Id extends string>(column: Int32Array, ids: readonly Id[]): Map<Id, number> {
  const counts = new Int32Array(ids.length);
  for (const index of column) counts[index] = (counts[index] ?? 0) + 1;
  return new Map(ids.map((id, index) => [id, counts[index] ?? 0] as const).filter(([, count]) => count > 0));
}
