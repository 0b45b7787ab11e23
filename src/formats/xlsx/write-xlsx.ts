import type { Result } from '../../core/result';
import { CODEBOOK_COLUMNS, type CodebookColumnKey, QUOTATION_COLUMNS } from '../codebook-columns';
import type { CodebookCode, CodebookExport, MatrixExport, QuotationsExport, WrittenFile } from '../exporter';
import { parseColor } from '../refi-qda/color';
import { type SheetCell, type WorkbookSheet, writeWorkbook } from './write-workbook';

const CODEBOOK_WIDTHS: Partial<Record<CodebookColumnKey, number>> = {
  path: 36,
  name: 28,
  definition: 56,
  when_to_use: 40,
  when_not_to_use: 40,
  examples: 40,
  created_at: 26,
  modified_at: 26,
  id: 38,
  parent_id: 38,
  coder_id: 38,
  coder: 18,
  quotations: 11,
};
const QUOTATION_WIDTHS: Record<(typeof QUOTATION_COLUMNS)[number], number> = {
  code_path: 36,
  document: 32,
  start_position: 14,
  end_position: 14,
  text: 80,
  coder: 18,
  created_at: 26,
  memo: 40,
};
const DEFAULT_WIDTH = 10;
const MAX_NAME_WIDTH = 48;

/** The columns of the CSV, with names indented by depth and each colour shown. */
export function writeCodebookXlsx(input: CodebookExport): Promise<Result<WrittenFile>> {
  const header = CODEBOOK_COLUMNS.map((column) => column.key);
  const rows = input.codes.map((code) =>
    CODEBOOK_COLUMNS.map((column) => styleCodebookCell(column.key, column.value(code), code)),
  );
  const widths = header.map((key) => CODEBOOK_WIDTHS[key] ?? DEFAULT_WIDTH);
  return writeWorkbook([{ name: 'Codebook', rows: [header, ...rows], widths, frozenColumns: 1 }]);
}

function styleCodebookCell(
  key: CodebookColumnKey,
  value: string | number | boolean | null,
  code: CodebookCode,
): SheetCell {
  if (key === 'name') return { value, indent: code.depth, isBold: code.depth === 0 };
  if (key !== 'color') return value;
  const background = parseColor(code.color);
  return background === null ? value : { value, background };
}

export function writeQuotationsXlsx(input: QuotationsExport): Promise<Result<WrittenFile>> {
  const rows = input.rows.map((row) => QUOTATION_COLUMNS.map((column) => row[column]));
  const widths = QUOTATION_COLUMNS.map((column) => QUOTATION_WIDTHS[column]);
  return writeWorkbook([{ name: 'Quotations', rows: [QUOTATION_COLUMNS, ...rows], widths }]);
}

/** Cells that are numbers become numbers; the definition of the figures stands on a sheet of its own. */
export function writeMatrixXlsx(input: MatrixExport): Promise<Result<WrittenFile>> {
  const rows = input.rows.map((row, y) =>
    row.map((cell, x): SheetCell => {
      if (x === 0) return { value: cell, isBold: true };
      return y > 0 && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    }),
  );
  const names = input.rows.map((row) => row[0]?.length ?? 0);
  const nameWidth = Math.min(MAX_NAME_WIDTH, Math.max(DEFAULT_WIDTH, ...names));
  const widths = (input.rows[0] ?? []).map((_, x) => (x === 0 ? nameWidth : 14));
  const sheets: WorkbookSheet[] = [{ name: 'Matrix', rows, widths, frozenColumns: 1 }];
  if (input.definition !== undefined) {
    const about = [
      ['project', 'definition'],
      [input.projectName, input.definition],
    ];
    sheets.push({ name: 'Definition', rows: about, widths: [32, 100] });
  }
  return writeWorkbook(sheets);
}
