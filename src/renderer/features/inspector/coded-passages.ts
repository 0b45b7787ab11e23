import type { CodingRow } from '../../../contract/queries';

/** A quotation of one code, with all who coded it so. */
export interface CodedPassage {
  readonly row: CodingRow;
  readonly coders: readonly string[];
}

/** What several coders coded alike is one quotation; in the order of the rows. */
export function byQuotation(rows: readonly CodingRow[]): readonly CodedPassage[] {
  const found = new Map<string, { row: CodingRow; coders: string[] }>();
  for (const row of rows) {
    const known = found.get(row.quotationId);
    if (known) known.coders.push(row.coderName);
    else found.set(row.quotationId, { row, coders: [row.coderName] });
  }
  return [...found.values()];
}
