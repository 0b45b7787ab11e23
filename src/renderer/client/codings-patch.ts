import { firstAtOrAfter } from '../../core/binary-search';
import {
  type ChangedMarks,
  type CodingColumns,
  type DocumentCoding,
  type DocumentMarks,
  type DocumentQuotation,
  type IdColumn,
  idAt,
  packIds,
  type QuotationColumns,
  rowsOf,
} from '../../core/document-marks';
import type { QuotationId } from '../../core/ids';

/**
 * A document may have 50,000 codings, and a change touches one: instead of asking for all of them again, what became
 * of the changed rows is asked and put into the answer that is held.
 */
export interface ChangedIds {
  readonly codingIds: ReadonlySet<string>;
  readonly quotationIds: ReadonlySet<string>;
}

/** The quotations that a change touches: those that changed, and those of the codings that went or are others now. */
export function touchedQuotations(
  { quotations, codings }: DocumentMarks,
  { codingIds, quotationIds }: ChangedIds,
): QuotationId[] {
  const touched = new Set(quotationIds as ReadonlySet<QuotationId>);
  for (const row of rowsOf(codings.ids, codingIds))
    touched.add(idAt(quotations.ids, codings.quotation[row] ?? 0));
  return [...touched];
}

/** The held answer with the touched rows as they are now. */
export function patchMarks(
  held: DocumentMarks,
  touched: readonly QuotationId[],
  changed: ChangedMarks,
): DocumentMarks {
  const gone = rowsOf(held.quotations.ids, new Set([...touched, ...changed.quotations.map(({ id }) => id)]));
  const order = mergedOrder(held.quotations, gone, changed.quotations);
  const quotations = mergedQuotations(held.quotations, order, changed.quotations);
  const codings = mergedCodings(held, order, changed);
  return {
    sha256: changed.sha256,
    quotations: { ...quotations, hasMemo: withMemos(quotations, changed.quotationsWithMemo) },
    codings: { ...codings, hasMemo: withMemos(codings, changed.codingsWithMemo) },
  };
}

/** Where each row comes from: a row that was held, or, as `-1 - index`, one of the new ones. */
type Order = Int32Array;

function mergedOrder(
  { start, end }: QuotationColumns,
  gone: ReadonlySet<number>,
  added: readonly DocumentQuotation[],
): Order {
  /** Each new row stands before the first held one that comes after it. */
  const before = added.map((row) => {
    let at = firstAtOrAfter(start, row.start);
    while (start[at] === row.start && (end[at] ?? 0) >= row.end) at += 1;
    return at;
  });
  const order = new Int32Array(start.length - gone.size + added.length);
  let at = 0;
  const add = (row: number) => {
    order[at] = row;
    at += 1;
  };
  let next = 0;
  let from = 0;
  for (const stop of [...gone, start.length].sort((a, b) => a - b)) {
    // Up to the next row that is gone, in stretches between the places of new ones.
    let row = from;
    for (; next < added.length && (before[next] ?? 0) <= stop; next += 1) {
      for (; row < (before[next] ?? 0); row += 1) add(row);
      add(-1 - next);
    }
    for (; row < stop; row += 1) add(row);
    from = stop + 1;
  }
  return order;
}

function mergedQuotations(
  held: QuotationColumns,
  order: Order,
  added: readonly DocumentQuotation[],
): QuotationColumns {
  const numbers = (column: Int32Array, of: (row: DocumentQuotation) => number) =>
    order.map((from) => (from >= 0 ? (column[from] ?? 0) : numberFrom(added, from, of)));
  return {
    ids: mergedIds(held.ids, order, added),
    start: numbers(held.start, ({ start }) => start),
    end: numbers(held.end, ({ end }) => end),
    hasMemo: Uint8Array.from(order, (from) =>
      from >= 0 ? (held.hasMemo[from] ?? 0) : numberFrom(added, from, ({ hasMemo }) => Number(hasMemo)),
    ),
  };
}

/** Codings of quotations that are there no more go with them; those of new ones all come from the change. */
function mergedCodings(
  { codings: held }: DocumentMarks,
  quotations: Order,
  { quotations: addedQuotations, codings: added }: ChangedMarks,
): CodingColumns {
  const codeIds = [...new Set([...held.codeIds, ...added.map(({ codeId }) => codeId)])];
  const coderIds = [...new Set([...held.coderIds, ...added.map(({ coderId }) => coderId)])];
  const rows = new Int32Array(held.quotation.length + added.length);
  const quotation = new Int32Array(rows.length);
  let count = 0;
  const add = (from: number, row: number) => {
    rows[count] = from;
    quotation[count] = row;
    count += 1;
  };
  let next = 0;
  for (let row = 0; row < quotations.length; row += 1) {
    const from = quotations[row] ?? 0;
    if (from >= 0) {
      if ((held.quotation[next] ?? from) < from) next = firstAtOrAfter(held.quotation, from);
      for (; held.quotation[next] === from; next += 1) add(next, row);
    } else {
      const id = addedQuotations[-1 - from]?.id;
      for (const [index, coding] of added.entries()) if (coding.quotationId === id) add(-1 - index, row);
    }
  }
  const order = rows.subarray(0, count);
  const numbers = (column: Int32Array, of: (row: DocumentCoding) => number) =>
    order.map((from) => (from >= 0 ? (column[from] ?? 0) : numberFrom(added, from, of)));
  return {
    ids: mergedIds(held.ids, order, added),
    quotation: quotation.slice(0, count),
    code: numbers(held.code, ({ codeId }) => codeIds.indexOf(codeId)),
    coder: numbers(held.coder, ({ coderId }) => coderIds.indexOf(coderId)),
    at: Float64Array.from(order, (from) =>
      from >= 0
        ? (held.at[from] ?? 0)
        : numberFrom(added, from, ({ createdAt }) => Date.parse(createdAt) || 0),
    ),
    hasMemo: Uint8Array.from(order, (from) =>
      from >= 0 ? (held.hasMemo[from] ?? 0) : numberFrom(added, from, ({ hasMemo }) => Number(hasMemo)),
    ),
    codeIds,
    coderIds,
  };
}

function numberFrom<Row>(added: readonly Row[], from: number, of: (row: Row) => number): number {
  const row = added[-1 - from];
  return row === undefined ? 0 : of(row);
}

/** Stretches of the old text stay whole. */
function mergedIds(held: IdColumn, order: Order, added: readonly { readonly id: string }[]): IdColumn {
  const width = held.width || packIds(added.map(({ id }) => id)).width;
  const parts: string[] = [];
  for (let first = 0; first < order.length; ) {
    const from = order[first] ?? 0;
    let next = first + 1;
    if (from < 0) parts.push((added[-1 - from]?.id ?? '').padEnd(width));
    else {
      while (order[next] === from + next - first) next += 1;
      parts.push(held.text.slice(from * width, (from + next - first) * width));
    }
    first = next;
  }
  return { text: parts.join(''), width };
}

/** Mostly there is nothing to change: then no id is looked for. */
function withMemos(
  { ids, hasMemo }: { readonly ids: IdColumn; readonly hasMemo: Uint8Array },
  wanted: readonly string[],
): Uint8Array {
  const missing = new Set<string>(wanted);
  let isRight = true;
  for (let row = hasMemo.indexOf(1); row >= 0; row = hasMemo.indexOf(1, row + 1))
    isRight = missing.delete(idAt(ids, row)) && isRight;
  if (isRight && missing.size === 0) return hasMemo;
  const right = new Uint8Array(hasMemo.length);
  for (const row of rowsOf(ids, wanted)) right[row] = 1;
  return right;
}
