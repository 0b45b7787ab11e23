import type { CodeId, CoderId, QuotationId, SourceId } from '../../core/ids';
import type { Numbering } from '../../core/numbering';
import type { ReadableDatabase } from '../sqlite/types';
import { words } from './words';

/** Codings of one document in order of place, column by column; codes and coders by their numbers. */
export interface CodingColumns {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
  readonly quotationIds: readonly QuotationId[];
}

export interface CodingNumbers {
  readonly codes: Numbering<CodeId>;
  readonly coders: Numbering<CoderId>;
}

/** Quotations read in one piece, and documents put in order in one. */
const pieceSize = 4_000;
const pieceOfDocuments = 40;

/**
 * The codings of all documents. SQLite's join and sorter take three times as long for 100,000 as meeting three indexes
 * here: quotations by id, codings by quotation, places by document. It pauses after each piece; documents that are
 * changed meanwhile have to be read again.
 */
export function* allCodingColumns(
  database: ReadableDatabase,
  numbers: CodingNumbers,
): Generator<undefined, Map<SourceId, CodingColumns>> {
  const codings = yield* codingsByRow(database, numbers);
  const found = new Map<SourceId, CodingColumns>();
  const places = database
    .prepare(
      `SELECT source_id, group_concat(words, ' ')
       FROM (SELECT source_id, start_position || ' ' || end_position || ' ' || rowid AS words FROM quotation
         ORDER BY source_id, start_position, end_position LIMIT -1) GROUP BY source_id`,
    )
    .allArrays<[SourceId, string]>();
  for (const [id, text] of places) {
    const column = createColumns();
    const numbersOfPlaces = text.split(' ');
    for (let at = 0; at + 2 < numbersOfPlaces.length; at += 3) {
      const quotation = codings.get(Number(numbersOfPlaces[at + 2]));
      if (!quotation) continue;
      const place = { start: Number(numbersOfPlaces[at]), end: Number(numbersOfPlaces[at + 1]) };
      for (let mark = 1; mark < quotation.length; mark += 2) {
        column.add(place, quotation[mark] as number, quotation[mark + 1] as number, quotation[0]);
      }
    }
    found.set(id, column.finished());
    if (found.size % pieceOfDocuments === 0) yield;
  }
  return found;
}

/** The codings of some documents; those without any are left out. */
export function codingColumnsOf(
  database: ReadableDatabase,
  numbers: CodingNumbers,
  ids: readonly SourceId[],
): Map<SourceId, CodingColumns> {
  const found = new Map<SourceId, ReturnType<typeof createColumns>>();
  const rows = database
    .prepare(
      `SELECT source_id, start_position, end_position, quotation.id, code_id, coding.coder_id
       FROM quotation CROSS JOIN coding ON coding.quotation_id = quotation.id
       WHERE source_id IN (SELECT value FROM json_each(?))
       ORDER BY source_id, start_position, end_position`,
    )
    .allArrays<[SourceId, number, number, QuotationId, string, string]>([JSON.stringify(ids)]);
  for (const [sourceId, start, end, quotationId, code, coder] of rows) {
    const column = found.get(sourceId) ?? createColumns();
    found.set(sourceId, column);
    column.add({ start, end }, numbers.codes.numberOf(code), numbers.coders.numberOf(coder), quotationId);
  }
  return new Map([...found].map(([id, column]) => [id, column.finished()]));
}

/** A quotation's id, then for each of its codings the numbers of code and coder. */
type Marks = [QuotationId, ...number[]];

/** By the number of the quotation's row; quotations without codings are left out. */
function* codingsByRow(
  database: ReadableDatabase,
  { codes, coders }: CodingNumbers,
): Generator<undefined, Map<number, Marks>> {
  const found = new Map<number, Marks>();
  for (let after = ''; ; ) {
    const quotations = words(
      database,
      `SELECT id || ' ' || rowid AS words FROM quotation WHERE id > ? ORDER BY id LIMIT ${pieceSize}`,
      [after],
    );
    const last = quotations.at(-2);
    if (last === undefined) return found;
    const codings = words(
      database,
      `SELECT quotation_id || ' ' || code_id || ' ' || coder_id AS words FROM coding
       WHERE quotation_id > ? AND quotation_id <= ? ORDER BY quotation_id, code_id, coder_id LIMIT -1`,
      [after, last],
    );
    let next = 0;
    for (let at = 0; at + 1 < quotations.length; at += 2) {
      const quotation = quotations[at] as QuotationId;
      let marks: Marks | undefined;
      for (let id = codings[next]; id !== undefined && id <= quotation; id = codings[next]) {
        if (id === quotation) {
          marks ??= [quotation];
          marks.push(codes.numberOf(codings[next + 1] ?? ''), coders.numberOf(codings[next + 2] ?? ''));
        }
        next += 3;
      }
      if (marks) found.set(Number(quotations[at + 1]), marks);
    }
    if (quotations.length < pieceSize * 2) return found;
    after = last;
    yield;
  }
}

function createColumns() {
  const rows: number[] = [];
  const quotationIds: QuotationId[] = [];
  return {
    add({ start, end }: { start: number; end: number }, code: number, coder: number, id: QuotationId): void {
      rows.push(start, end, code, coder);
      quotationIds.push(id);
    },
    finished(): CodingColumns {
      const column = (place: number) =>
        Int32Array.from({ length: quotationIds.length }, (_, row) => rows[row * 4 + place] ?? 0);
      return { start: column(0), end: column(1), code: column(2), coder: column(3), quotationIds };
    },
  };
}
