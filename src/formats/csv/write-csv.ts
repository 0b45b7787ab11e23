import { ok, type Result } from '../../core/result';
import { CODEBOOK_COLUMNS, type ColumnValue, QUOTATION_COLUMNS } from '../codebook-columns';
import type { CodebookExport, ExportOptions, MatrixExport, QuotationsExport, WrittenFile } from '../exporter';
import { stringifyCsv } from './stringify-csv';

export function writeCodebookCsv(input: CodebookExport, options?: ExportOptions): Result<WrittenFile> {
  const header = CODEBOOK_COLUMNS.map((column) => column.key);
  const rows = input.codes.map((code) => CODEBOOK_COLUMNS.map((column) => column.value(code)));
  return encode([header, ...rows], options);
}

export function writeQuotationsCsv(input: QuotationsExport, options?: ExportOptions): Result<WrittenFile> {
  const rows = input.rows.map((row) => QUOTATION_COLUMNS.map((column) => row[column]));
  return encode([QUOTATION_COLUMNS, ...rows], options);
}

/** The matrix alone: a header row of names, one row each. The definition has no place in CSV. */
export function writeMatrixCsv(input: MatrixExport, options?: ExportOptions): Result<WrittenFile> {
  return encode(input.rows, options);
}

function encode(rows: readonly (readonly ColumnValue[])[], options: ExportOptions = {}): Result<WrittenFile> {
  return ok({ bytes: new TextEncoder().encode(stringifyCsv(rows, options)), notices: [] });
}
