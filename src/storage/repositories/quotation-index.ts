import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from '../../core/ids';
import type { ReadableDatabase } from '../sqlite/types';

export interface IndexFilter {
  readonly codeIds?: readonly CodeId[] | undefined;
  readonly sourceId?: SourceId | undefined;
  readonly coderId?: CoderId | undefined;
  readonly quotationIds?: readonly QuotationId[] | undefined;
}

/** Quotation, coding, document, code, coder, start, end, when; coding and code null where there is none. */
export type IndexRow = [
  QuotationId,
  CodingId | null,
  SourceId,
  CodeId | null,
  CoderId,
  number,
  number,
  string,
];

/** Codings with their quotations, in no order: SQLite takes twice as long to sort 100,000 as to find them. */
export function indexCodings(database: ReadableDatabase, filter: IndexFilter): IndexRow[] {
  const { where, params } = conditions(filter, 'coding.coder_id');
  return database
    .prepare(
      `SELECT quotation.id, coding.id, quotation.source_id, coding.code_id, coding.coder_id, start_position,
        end_position, coding.created_at
       FROM coding JOIN quotation ON quotation.id = coding.quotation_id
       ${where}`,
    )
    .allArrays<IndexRow>(params);
}

/** Quotations that no code was given, in no order. */
export function indexUncoded(database: ReadableDatabase, filter: Omit<IndexFilter, 'codeIds'>): IndexRow[] {
  const { where, params } = conditions(filter, 'quotation.coder_id');
  return database
    .prepare(
      `SELECT quotation.id, NULL, quotation.source_id, NULL, quotation.coder_id, start_position, end_position,
        quotation.created_at
       FROM quotation
       ${where === '' ? 'WHERE' : `${where} AND`}
        NOT EXISTS (SELECT 1 FROM coding WHERE coding.quotation_id = quotation.id)`,
    )
    .allArrays<IndexRow>(params);
}

function conditions(filter: IndexFilter, coderColumn: string) {
  const parts: string[] = [];
  const params: Record<string, string> = {};
  const add = (condition: string, name: string, value: string) => {
    parts.push(condition);
    params[name] = value;
  };
  const { codeIds, sourceId, coderId, quotationIds } = filter;
  if (codeIds)
    add('coding.code_id IN (SELECT value FROM json_each(:codes))', 'codes', JSON.stringify(codeIds));
  if (sourceId) add('quotation.source_id = :source', 'source', sourceId);
  if (coderId) add(`${coderColumn} = :coder`, 'coder', coderId);
  if (quotationIds)
    add(
      'quotation.id IN (SELECT value FROM json_each(:quotations))',
      'quotations',
      JSON.stringify(quotationIds),
    );
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
}

/** Words of quotations and of the memos on them, for a search in them. */
export function* wordsOfQuotations(
  database: ReadableDatabase,
): Iterable<{ readonly id: QuotationId; readonly words: string }> {
  for (const [id, text, memo] of database
    .prepare(
      `SELECT id, text, (SELECT group_concat(memo.text, char(10)) FROM memo WHERE memo.quotation_id = quotation.id)
       FROM quotation`,
    )
    .allArrays<[QuotationId, string, string | null]>()) {
    yield { id, words: memo === null ? text : `${text}\n${memo}` };
  }
}
