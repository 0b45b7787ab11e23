import type { Memo } from '../../core/entities';
import type { QuotationId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';

/** Memos whose rich text may hold an id; the text has to be looked at to be sure. */
export function memosHolding(database: ReadableDatabase, id: string): Pick<Memo, 'id' | 'content'>[] {
  return database
    .prepare('SELECT id, content FROM memo WHERE content IS NOT NULL AND instr(content, ?) > 0')
    .allObjects([id]);
}

export interface FoundQuotation {
  readonly id: QuotationId;
  readonly sourceName: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const columns = `quotation.id AS id, source.name AS sourceName, start_position AS start, end_position AS "end",
  quotation.text AS text`;

/** Quotations with some words in them or in their document's name, in document order. */
export function quotationsWith(
  database: ReadableDatabase,
  words: readonly string[],
  limit: number,
): FoundQuotation[] {
  const pattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = words.map(
    (_, index) => `(source.name || ' ' || quotation.text) LIKE ?${index + 1} ESCAPE '\\'`,
  );
  return database
    .prepare(
      `SELECT ${columns} FROM quotation JOIN source ON source.id = quotation.source_id
       JOIN document_order ON document_order.source_id = source.id
       WHERE ${conditions.join(' AND ')} ORDER BY document_order.sort, start_position, end_position LIMIT ${limit}`,
    )
    .allObjects(words.map(pattern));
}

export function newestQuotations(database: ReadableDatabase, limit: number): FoundQuotation[] {
  return database
    .prepare(
      `SELECT ${columns} FROM quotation JOIN source ON source.id = quotation.source_id
       ORDER BY quotation.created_at DESC, quotation.id LIMIT ${limit}`,
    )
    .allObjects();
}
