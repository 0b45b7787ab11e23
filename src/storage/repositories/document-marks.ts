import type { CodingId, QuotationId, SourceId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';
import type { PlacedCoding } from './codings';

/** A quotation as a text shows it: its place, not its words. */
export interface MarkedPlace {
  readonly id: QuotationId;
  readonly start: number;
  readonly end: number;
  /** 0 or 1. */
  readonly hasMemo: number;
}

export interface MarkedCoding extends PlacedCoding {
  /** 0 or 1. */
  readonly hasMemo: number;
}

/*
 * `CROSS JOIN` fixes the order of the walk: from the few rows that are asked for, never through all of a document.
 */
const placeColumns = `quotation.id, start_position AS start, end_position AS end,
  EXISTS (SELECT 1 FROM memo WHERE memo.quotation_id = quotation.id) AS hasMemo`;
const inOrder = 'ORDER BY start_position, end_position DESC';
const codingColumns = `coding.id, coding.quotation_id AS quotationId, coding.code_id AS codeId,
  coding.coder_id AS coderId, coding.created_at AS createdAt, source_id AS sourceId,
  start_position AS start, end_position AS end,
  EXISTS (SELECT 1 FROM memo WHERE memo.coding_id = coding.id) AS hasMemo`;

/** Those of some quotations that are there and in this document, by start, the longer first; their words stay unread. */
export function placesAmong(
  database: ReadableDatabase,
  sourceId: SourceId,
  ids: readonly QuotationId[],
): MarkedPlace[] {
  return database
    .prepare(
      `SELECT ${placeColumns} FROM json_each(?) CROSS JOIN quotation ON quotation.id = value
       WHERE source_id = ? ${inOrder}`,
    )
    .allObjects([JSON.stringify(ids), sourceId]);
}

/** The codings on some quotations of a document, by place, then by when they were made. */
export function codingsAmong(
  database: ReadableDatabase,
  sourceId: SourceId,
  ids: readonly QuotationId[],
): MarkedCoding[] {
  return database
    .prepare(
      `SELECT ${codingColumns} FROM json_each(?) CROSS JOIN quotation ON quotation.id = value
       CROSS JOIN coding ON coding.quotation_id = quotation.id WHERE source_id = ?
       ${inOrder}, coding.created_at, coding.id`,
    )
    .allObjects([JSON.stringify(ids), sourceId]);
}

/** The quotations on which some codings are. */
export function quotationsOfCodings(database: ReadableDatabase, codingIds: readonly string[]): QuotationId[] {
  return database
    .prepare('SELECT DISTINCT quotation_id FROM json_each(?) CROSS JOIN coding ON coding.id = value')
    .allArrays<[QuotationId]>([JSON.stringify(codingIds)])
    .map(([id]) => id);
}

/** The quotations of a document that have a memo. */
export function quotationsWithMemo(database: ReadableDatabase, sourceId: SourceId): QuotationId[] {
  return database
    .prepare(
      `SELECT DISTINCT quotation.id FROM memo CROSS JOIN quotation ON quotation.id = memo.quotation_id
       WHERE quotation.source_id = ?`,
    )
    .allArrays<[QuotationId]>([sourceId])
    .map(([id]) => id);
}

/** The codings of a document that have a memo. */
export function codingsWithMemo(database: ReadableDatabase, sourceId: SourceId): CodingId[] {
  return database
    .prepare(
      `SELECT DISTINCT coding.id FROM memo CROSS JOIN coding ON coding.id = memo.coding_id
       CROSS JOIN quotation ON quotation.id = coding.quotation_id WHERE quotation.source_id = ?`,
    )
    .allArrays<[CodingId]>([sourceId])
    .map(([id]) => id);
}
