import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from '../../core/ids';
import type { Database, SqlValue } from '../sqlite/types';

/** Codings by the thousand: ids that come in order are put beside each other in the indexes. */

export interface PassageRow {
  readonly id: QuotationId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly textBefore: string;
  readonly textAfter: string;
}

/** As many as one statement takes. */
export function insertQuotations(
  database: Database,
  { sourceId, coderId, at }: { readonly sourceId: SourceId; readonly coderId: CoderId; readonly at: string },
  rows: readonly PassageRow[],
): void {
  insert(database, {
    into: `quotation (source_id, coder_id, created_at, modified_at, id, start_position, end_position, text,
      text_before, text_after)`,
    shared: '?1, ?2, ?3, ?3',
    values: [sourceId, coderId, at],
    rows: rows.map(({ id, start, end, text, textBefore, textAfter }) => [
      ...[id, start, end, text, textBefore, textAfter],
    ]),
  });
}

/** As many as one statement takes. */
export function insertCodings(
  database: Database,
  { codeId, coderId, at }: { readonly codeId: CodeId; readonly coderId: CoderId; readonly at: string },
  rows: readonly { readonly id: CodingId; readonly quotationId: QuotationId }[],
): void {
  insert(database, {
    into: 'coding (code_id, coder_id, created_at, id, quotation_id)',
    shared: '?1, ?2, ?3',
    values: [codeId, coderId, at],
    rows: rows.map(({ id, quotationId }) => [id, quotationId]),
  });
}

interface Insertion {
  readonly into: string;
  /** Places of `values` in each row. */
  readonly shared: string;
  readonly values: readonly SqlValue[];
  readonly rows: readonly (readonly SqlValue[])[];
}

function insert(database: Database, { into, shared, values, rows }: Insertion): void {
  const [first] = rows;
  if (!first) return;
  const own = `, ?`.repeat(first.length);
  // A bare `?` has the number after the highest one so far.
  const lines = rows.map(() => `(${shared}${own})`).join(', ');
  database.prepare(`INSERT INTO ${into} VALUES ${lines}`).run([...values, ...rows.flat()]);
}
