import {
  type CodingColumns,
  type DocumentMarks,
  packIds,
  type QuotationColumns,
} from '../../core/document-marks';
import type { CodeId, CoderId, SourceId } from '../../core/ids';
import { Numbering } from '../../core/numbering';
import type { ReadableDatabase } from '../sqlite/types';
import { words } from './words';

/** Quotations by start and end, as the file has them in order. */
interface ReadPlaces {
  readonly ids: string[];
  readonly start: number[];
  readonly end: number[];
}

interface ReadMarks {
  readonly places: ReadPlaces;
  /** Row in `places` by the quotation's id. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** For each coding five words: its id, quotation, code, coder, when; of other documents, too. */
  readonly codings: readonly string[];
}

const wordsOfCoding = 5;

/** A document that has this share of all codings, and many, is read by going through all of them. */
const share = 0.2;
const many = 1000;

/** All quotations of a document and the codings on them. */
export function marksOfSource(database: ReadableDatabase, sourceId: SourceId): Omit<DocumentMarks, 'sha256'> {
  const places =
    database.prepare('SELECT count(*) FROM quotation WHERE source_id = ?').value<number>([sourceId]) ?? 0;
  const rows = database.prepare('SELECT max(rowid) FROM coding').value<number | null>() ?? 0;
  const isDense = places >= many && places >= rows * share;
  const read = isDense ? readAll(database, sourceId) : readJoined(database, sourceId);
  return columnsOf(read, withMemo(database));
}

function readJoined(database: ReadableDatabase, sourceId: SourceId): ReadMarks {
  const places = readPlaces(database, sourceId, 'id');
  const rowOf = new Map<string, number>();
  for (const [row, id] of places.ids.entries()) rowOf.set(id, row);
  const codings = words(
    database,
    `SELECT coding.id || ' ' || quotation_id || ' ' || code_id || ' ' || coding.coder_id || ' ' || coding.created_at AS words
     FROM quotation CROSS JOIN coding ON coding.quotation_id = quotation.id WHERE source_id = ?`,
    [sourceId],
  );
  return { places, rowOf, codings };
}

/**
 * Meeting three walks here (places, ids, codings) takes a quarter of what SQLite takes to look up the rows of 50,000
 * ids one by one.
 */
function readAll(database: ReadableDatabase, sourceId: SourceId): ReadMarks {
  const places = readPlaces(database, sourceId, 'rowid');
  const byNumber = new Map<number, number>();
  for (const [row, number] of places.ids.entries()) byNumber.set(Number(number), row);
  const ids = words(
    database,
    `SELECT id || ' ' || rowid AS words FROM quotation INDEXED BY quotation_source WHERE source_id = ?`,
    [sourceId],
  );
  const rowOf = new Map<string, number>();
  for (let at = 0; at + 1 < ids.length; at += 2) {
    const row = byNumber.get(Number(ids[at + 1]));
    if (row === undefined) continue;
    places.ids[row] = ids[at] ?? '';
    rowOf.set(ids[at] ?? '', row);
  }
  const codings = words(
    database,
    `SELECT id || ' ' || quotation_id || ' ' || code_id || ' ' || coder_id || ' ' || created_at AS words FROM coding NOT INDEXED`,
  );
  return { places, rowOf, codings };
}

/** With the ids of the quotations, or their numbers in the file. */
function readPlaces(database: ReadableDatabase, sourceId: SourceId, key: 'id' | 'rowid'): ReadPlaces {
  const places: ReadPlaces = { ids: [], start: [], end: [] };
  const found = words(
    database,
    `SELECT ${key} || ' ' || start_position || ' ' || end_position AS words FROM quotation WHERE source_id = ?
     ORDER BY start_position, end_position LIMIT -1`,
    [sourceId],
  );
  for (let at = 0; at + 2 < found.length; at += 3) {
    places.ids.push(found[at] ?? '');
    places.start.push(Number(found[at + 1]));
    places.end.push(Number(found[at + 2]));
  }
  return places;
}

/** For each row of the answer the place that stands there: the longer of those that begin together comes first. */
function longerFirst({ ids, start }: ReadPlaces): Int32Array {
  const places = Int32Array.from(ids.keys());
  for (let first = 0; first < ids.length; ) {
    let next = first + 1;
    while (next < ids.length && start[next] === start[first]) next += 1;
    if (next - first > 1) places.subarray(first, next).reverse();
    first = next;
  }
  return places;
}

interface CodingOrder {
  /** Where the words of each coding begin, by its quotation, then by when it was made. */
  readonly at: Int32Array;
  readonly quotation: Int32Array;
}

function orderOf({ codings, rowOf }: ReadMarks, rows: Int32Array): CodingOrder {
  const quotations = new Int32Array(codings.length / wordsOfCoding);
  /** Where the codings of a quotation begin. */
  const first = new Int32Array(rows.length + 1);
  for (let coding = 0; coding < quotations.length; coding += 1) {
    const place = rowOf.get(codings[coding * wordsOfCoding + 1] ?? '');
    // Stretches of places that were turned round: the way back is the same.
    const row = place === undefined ? -1 : (rows[place] ?? -1);
    quotations[coding] = row;
    if (row >= 0) first[row + 1] = (first[row + 1] ?? 0) + 1;
  }
  for (let row = 0; row < rows.length; row += 1) first[row + 1] = (first[row + 1] ?? 0) + (first[row] ?? 0);
  const count = first[rows.length] ?? 0;
  const order: CodingOrder = { at: new Int32Array(count), quotation: new Int32Array(count) };
  const next = first.slice();
  for (let coding = 0; coding < quotations.length; coding += 1) {
    const row = quotations[coding] ?? -1;
    if (row < 0) continue;
    const place = next[row] ?? 0;
    next[row] = place + 1;
    order.at[place] = coding * wordsOfCoding;
    order.quotation[place] = row;
  }
  const word = (at: number, index: number) => codings[at + index] ?? '';
  for (let row = 0; row < rows.length; row += 1) {
    const [from = 0, to = 0] = first.subarray(row, row + 2);
    if (to - from > 1)
      order.at
        .subarray(from, to)
        .sort((a, b) => compare(word(a, 4), word(b, 4)) || compare(word(a, 0), word(b, 0)));
  }
  return order;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface WithMemo {
  readonly quotations: ReadonlySet<string>;
  readonly codings: ReadonlySet<string>;
}

function withMemo(database: ReadableDatabase): WithMemo {
  const ids = (column: string) =>
    new Set(database.prepare(`SELECT ${column} FROM memo WHERE ${column} IS NOT NULL`).values<string>());
  return { quotations: ids('quotation_id'), codings: ids('coding_id') };
}

function columnsOf(
  read: ReadMarks,
  memos: WithMemo,
): { readonly quotations: QuotationColumns; readonly codings: CodingColumns } {
  const { places, codings } = read;
  const rows = longerFirst(places);
  const order = orderOf(read, rows);
  const ids = Array.from(rows, (place) => places.ids[place] ?? '');
  const word = (index: number) => Array.from(order.at, (at) => codings[at + index] ?? '');
  const codes = new Numbering<CodeId>();
  const coders = new Numbering<CoderId>();
  const numberOf = unlessAsBefore((id) => coders.numberOf(id));
  const timeOf = unlessAsBefore((text) => Date.parse(text) || 0);
  const codingIds = word(0);
  return {
    quotations: {
      ids: packIds(ids),
      start: Int32Array.from(places.start),
      end: Int32Array.from(rows, (place) => places.end[place] ?? 0),
      hasMemo: among(memos.quotations, ids),
    },
    codings: {
      ids: packIds(codingIds),
      quotation: order.quotation,
      code: Int32Array.from(word(2), (id) => codes.numberOf(id)),
      coder: Int32Array.from(word(3), numberOf),
      at: Float64Array.from(word(4), timeOf),
      hasMemo: among(memos.codings, codingIds),
      codeIds: codes.ids,
      coderIds: coders.ids,
    },
  };
}

/** Most often it is the same word as the one before. */
function unlessAsBefore(of: (word: string) => number): (word: string) => number {
  let before: string | null = null;
  let number = 0;
  return (word) => {
    if (word !== before) number = of(word);
    before = word;
    return number;
  };
}

function among(some: ReadonlySet<string>, ids: readonly string[]): Uint8Array {
  const found = new Uint8Array(ids.length);
  if (some.size > 0) for (const [row, id] of ids.entries()) found[row] = some.has(id) ? 1 : 0;
  return found;
}
