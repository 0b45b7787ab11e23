import type { SourceId } from '../../core/ids';
import type { UsageTally } from '../../core/usage';
import type { ReadableDatabase } from '../sqlite/types';
import { words } from './words';

/** Quotations read in one piece. */
const pieceSize = 10_000;

/**
 * Tells a tally of all quotations and codings. Both are read in order of the quotation and met like two sorted lists,
 * since SQLite's own join looks each of 100,000 quotations up in a table of wide rows; and a piece at a time as one
 * text, since 500,000 single ids cost more than all the rest.
 */
export function tellAllCodings(database: ReadableDatabase, tally: UsageTally): void {
  for (let after = ''; ; ) {
    const quotations = words(
      database,
      `SELECT id || ' ' || source_id AS words FROM quotation WHERE id > ? ORDER BY id LIMIT ${pieceSize}`,
      [after],
    );
    const last = quotations.at(-2);
    if (last === undefined) return;
    const codings = words(
      database,
      `SELECT quotation_id || ' ' || code_id || ' ' || coder_id AS words FROM coding
       WHERE quotation_id > ? AND quotation_id <= ? ORDER BY quotation_id, code_id, coder_id LIMIT -1`,
      [after, last],
    );
    tell(tally, quotations, codings);
    after = last;
  }
}

/** The same of some documents. */
export function tellCodingsOf(database: ReadableDatabase, ids: readonly SourceId[], tally: UsageTally): void {
  const these = [JSON.stringify(ids)];
  const quotations = words(
    database,
    `SELECT id || ' ' || source_id AS words FROM quotation
     WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT -1`,
    these,
  );
  const codings = words(
    database,
    `SELECT quotation_id || ' ' || code_id || ' ' || coding.coder_id AS words
     FROM quotation CROSS JOIN coding ON quotation_id = quotation.id
     WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY quotation_id, code_id, coding.coder_id LIMIT -1`,
    these,
  );
  tell(tally, quotations, codings);
}

/** Pairs of quotation and document, triples of quotation, code and coder; both in order of the quotation. */
function tell(tally: UsageTally, quotations: readonly string[], codings: readonly string[]): void {
  let next = 0;
  for (let at = 0; at + 1 < quotations.length; at += 2) {
    const quotation = quotations[at];
    if (quotation === undefined) return;
    tally.addQuotation(quotations[at + 1] ?? '');
    for (let id = codings[next]; id !== undefined && id <= quotation; id = codings[next]) {
      // One without its quotation, in a damaged file, is left out.
      if (id === quotation) tally.addCoding(codings[next + 1] ?? '', codings[next + 2] ?? '');
      next += 3;
    }
  }
}
