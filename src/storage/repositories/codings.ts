import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from '../../core/ids';
import type { Database, ReadableDatabase } from '../sqlite/types';

export interface StoredQuotation {
  readonly id: QuotationId;
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface NewQuotation extends StoredQuotation {
  readonly textBefore: string;
  readonly textAfter: string;
  readonly coderId: CoderId;
  readonly at: string;
}

export interface StoredCoding {
  readonly id: CodingId;
  readonly quotationId: QuotationId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly createdAt: string;
}

const quotationColumns = `quotation.id, quotation.source_id AS sourceId, quotation.start_position AS start,
  quotation.end_position AS end, quotation.text`;
const codingColumns = `coding.id, coding.quotation_id AS quotationId, coding.code_id AS codeId,
  coding.coder_id AS coderId, coding.created_at AS createdAt`;

export function quotationById(database: ReadableDatabase, id: QuotationId): StoredQuotation | undefined {
  return database.prepare(`SELECT ${quotationColumns} FROM quotation WHERE id = ?`).get([id]);
}

export function quotationAt(
  database: ReadableDatabase,
  place: { sourceId: SourceId; start: number; end: number },
): StoredQuotation | undefined {
  return database
    .prepare(
      `SELECT ${quotationColumns} FROM quotation WHERE source_id = ? AND start_position = ? AND end_position = ?`,
    )
    .get([place.sourceId, place.start, place.end]);
}

/** Quotations of a document in order of place. */
export function quotationsOfSource(
  database: ReadableDatabase,
  sourceId: SourceId,
): (StoredQuotation & { hasMemo: number; codings: number })[] {
  return database
    .prepare(
      `SELECT ${quotationColumns}, EXISTS (SELECT 1 FROM memo WHERE quotation_id = quotation.id) AS hasMemo,
        (SELECT count(*) FROM coding WHERE quotation_id = quotation.id) AS codings
       FROM quotation WHERE source_id = ? ORDER BY start_position, end_position`,
    )
    .allObjects([sourceId]);
}

export interface PlacedCoding extends StoredCoding {
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
}

export function codingsOfSource(database: ReadableDatabase, sourceId: SourceId): PlacedCoding[] {
  return database
    .prepare(
      `SELECT ${codingColumns}, quotation.source_id AS sourceId, start_position AS start, end_position AS end
       FROM quotation JOIN coding ON coding.quotation_id = quotation.id
       WHERE source_id = ? ORDER BY start_position, end_position DESC, coding.created_at, coding.id`,
    )
    .allObjects([sourceId]);
}

type Place = Pick<StoredQuotation, 'sourceId' | 'start' | 'end'>;

/** Codings of the document that share a character with this place. */
export function codingsMeeting(database: ReadableDatabase, { sourceId, start, end }: Place): PlacedCoding[] {
  return database
    .prepare(
      `SELECT ${codingColumns}, quotation.source_id AS sourceId, start_position AS start, end_position AS end
       FROM quotation JOIN coding ON coding.quotation_id = quotation.id
       WHERE source_id = ? AND start_position < ? AND end_position > ?
       ORDER BY start_position, end_position DESC, coding.created_at, coding.id`,
    )
    .allObjects([sourceId, end, start]);
}

/** The place of a quotation among those of its document, from 1. */
export function quotationNumber(database: ReadableDatabase, { sourceId, start, end }: Place): number {
  return Number(
    database
      .prepare(
        'SELECT count(*) FROM quotation WHERE source_id = ? AND (start_position, end_position) <= (?, ?)',
      )
      .value([sourceId, start, end]),
  );
}

export interface ListedCoding extends PlacedCoding {
  readonly text: string;
  readonly memo: string | null;
}

/** Codings with their words and memo, in document order; of some codes or of one document where given. */
export function listCodings(
  database: ReadableDatabase,
  filter: { codeIds?: readonly CodeId[]; sourceId?: SourceId | undefined },
): ListedCoding[] {
  const conditions: string[] = [];
  if (filter.codeIds) conditions.push('coding.code_id IN (SELECT value FROM json_each(:codeIds))');
  if (filter.sourceId) conditions.push('quotation.source_id = :sourceId');
  return database
    .prepare(
      `SELECT ${codingColumns}, quotation.source_id AS sourceId, start_position AS start, end_position AS end,
        quotation.text,
        (SELECT group_concat(memo.text, char(10)) FROM memo WHERE memo.quotation_id = quotation.id) AS memo
       FROM coding JOIN quotation ON quotation.id = coding.quotation_id
       JOIN document_order ON document_order.source_id = quotation.source_id
       ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
       ORDER BY document_order.sort, quotation.source_id, start_position, end_position, coding.created_at, coding.id`,
    )
    .allObjects({
      ...(filter.codeIds ? { codeIds: JSON.stringify(filter.codeIds) } : {}),
      ...(filter.sourceId ? { sourceId: filter.sourceId } : {}),
    });
}

export function codingById(database: ReadableDatabase, id: CodingId): StoredCoding | undefined {
  return database.prepare(`SELECT ${codingColumns} FROM coding WHERE id = ?`).get([id]);
}

export function codingsOfQuotation(database: ReadableDatabase, id: QuotationId): StoredCoding[] {
  return database
    .prepare(`SELECT ${codingColumns} FROM coding WHERE quotation_id = ? ORDER BY created_at, id`)
    .allObjects([id]);
}

export function codingsOfCode(database: ReadableDatabase, id: CodeId): StoredCoding[] {
  return database.prepare(`SELECT ${codingColumns} FROM coding WHERE code_id = ?`).allObjects([id]);
}

/** In how many documents quotations stand. */
export function countSources(database: ReadableDatabase, ids: readonly QuotationId[]): number {
  return Number(
    database
      .prepare('SELECT count(DISTINCT source_id) FROM quotation WHERE id IN (SELECT value FROM json_each(?))')
      .value([JSON.stringify(ids)]),
  );
}

export function findCoding(
  database: ReadableDatabase,
  coding: { quotationId: QuotationId; codeId: CodeId; coderId: CoderId },
): StoredCoding | undefined {
  return database
    .prepare(`SELECT ${codingColumns} FROM coding WHERE quotation_id = ? AND code_id = ? AND coder_id = ?`)
    .get([coding.quotationId, coding.codeId, coding.coderId]);
}

export interface PlacedSpan {
  readonly quotationId: QuotationId;
  readonly start: number;
  readonly end: number;
}

/** Where a coder has given a code in a document, in order of start. */
export function spansOfCode(
  database: ReadableDatabase,
  of: { readonly codeId: CodeId; readonly coderId: CoderId; readonly sourceId: SourceId },
): PlacedSpan[] {
  return database
    .prepare(
      `SELECT quotation.id AS quotationId, start_position AS start, end_position AS "end"
       FROM quotation JOIN coding ON coding.quotation_id = quotation.id
       WHERE source_id = ? AND code_id = ? AND coding.coder_id = ? ORDER BY start_position, end_position`,
    )
    .allObjects([of.sourceId, of.codeId, of.coderId]);
}

/** Where a document has quotations, in order of start. */
export function placesOfSource(database: ReadableDatabase, sourceId: SourceId): PlacedSpan[] {
  return database
    .prepare(
      `SELECT id AS quotationId, start_position AS start, end_position AS "end"
       FROM quotation WHERE source_id = ? ORDER BY start_position, end_position`,
    )
    .allObjects([sourceId]);
}

export function insertQuotation(database: Database, quotation: NewQuotation): void {
  database
    .prepare(
      `INSERT INTO quotation (id, source_id, start_position, end_position, text, text_before, text_after, coder_id,
        created_at, modified_at) VALUES (:id, :sourceId, :start, :end, :text, :textBefore, :textAfter, :coderId, :at, :at)`,
    )
    .run({ ...quotation });
}

export function moveQuotation(
  database: Database,
  id: QuotationId,
  to: Pick<NewQuotation, 'start' | 'end' | 'text' | 'textBefore' | 'textAfter' | 'at'>,
): void {
  database
    .prepare(
      `UPDATE quotation SET start_position = :start, end_position = :end, text = :text, text_before = :textBefore,
        text_after = :textAfter, modified_at = :at WHERE id = :id`,
    )
    .run({
      id,
      start: to.start,
      end: to.end,
      text: to.text,
      textBefore: to.textBefore,
      textAfter: to.textAfter,
      at: to.at,
    });
}

/** Another place in a text that changed; its words are read off when all have their places. */
export function placeQuotation(
  database: Database,
  id: QuotationId,
  to: { readonly start: number; readonly end: number },
): void {
  database
    .prepare('UPDATE quotation SET start_position = ?, end_position = ? WHERE id = ?')
    .run([to.start, to.end, id]);
}

/** Notes that the words of a quotation were changed. */
export function touchQuotation(database: Database, id: QuotationId, at: string): void {
  database.prepare('UPDATE quotation SET modified_at = ? WHERE id = ?').run([at, id]);
}

export function deleteQuotation(database: Database, id: QuotationId): void {
  database.prepare('DELETE FROM quotation WHERE id = ?').run([id]);
}

/** Deletes the quotation when it has neither coding nor memo. */
export function deleteQuotationIfBare(database: Database, id: QuotationId): void {
  database
    .prepare(
      `DELETE FROM quotation WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM coding WHERE quotation_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM memo WHERE quotation_id = ?1)`,
    )
    .run([id]);
}

export function insertCoding(database: Database, coding: StoredCoding): void {
  database
    .prepare(
      `INSERT INTO coding (id, quotation_id, code_id, coder_id, created_at)
       VALUES (:id, :quotationId, :codeId, :coderId, :createdAt)`,
    )
    .run({ ...coding });
}

export function changeCoding(
  database: Database,
  id: CodingId,
  to: { quotationId: QuotationId; codeId: CodeId },
): void {
  database
    .prepare('UPDATE coding SET quotation_id = ?, code_id = ? WHERE id = ?')
    .run([to.quotationId, to.codeId, id]);
}

/** With the memo on it. */
export function deleteCoding(database: Database, id: CodingId): void {
  database.prepare('DELETE FROM memo WHERE coding_id = ?').run([id]);
  database.prepare('DELETE FROM coding WHERE id = ?').run([id]);
}
