import { stringify } from 'csv-stringify/sync';
import type { ColumnValue } from '../codebook-columns';
import { guardFormula } from './formula-guard';

/**
 * Rows as CSV by RFC 4180: commas, CRLF between and after rows, quotes where needed. Texts are guarded against
 * being run as formulas; null is an empty cell; booleans are `true` and `false`.
 */
export function stringifyCsv(
  rows: readonly (readonly ColumnValue[])[],
  options: { bom?: boolean } = {},
): string {
  const cells = rows.map((row) => row.map(toCell));
  // With a named delimiter the library leaves a bare \n or \r unquoted, which splits the row in every reader.
  const csv = stringify(cells, { record_delimiter: '\r\n', quote_record_delimiter: true });
  return options.bom === true ? `\uFEFF${csv}` : csv;
}

function toCell(value: ColumnValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? guardFormula(value) : String(value);
}
