import type { Cell, Sheet } from 'write-excel-file/node';
import { fail, ok, type Result } from '../../core/result';
import type { ColumnValue } from '../codebook-columns';
import type { WrittenFile } from '../exporter';
import { noticeIfAny } from '../notice';
import { toCellText } from './cell-text';

/** The most rows of a sheet in current spreadsheet programs. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** A value, or a value with its looks. */
export type SheetCell = ColumnValue | StyledCell;

export interface StyledCell {
  readonly value: ColumnValue;
  readonly isBold?: boolean;
  /** Steps from the left. */
  readonly indent?: number;
  /** `#rrggbb`; the text is made black or white, whichever reads better. */
  readonly background?: string;
}

export interface WorkbookSheet {
  /** At most 31 characters, without `[]/\:*?`. */
  readonly name: string;
  /** The first row is the header: bold and frozen. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths of columns in characters. */
  readonly widths: readonly number[];
  readonly frozenColumns?: number;
}

/**
 * Sheets as an XLSX file. All texts are string cells, so no text can run as a formula. Refuses (`invalid`) what has
 * more rows or columns than a spreadsheet holds.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Result<WrittenFile>> {
  const tooLarge = sheets.find(
    ({ rows }) => rows.length > MAX_ROWS || rows.some((row) => row.length > MAX_COLUMNS),
  );
  if (tooLarge !== undefined) {
    return fail(
      'invalid',
      'A spreadsheet holds at most 1,048,576 rows and 16,384 columns, and this would be more. ' +
        'Nothing was written. Export as CSV instead.',
    );
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  let cutCells = 0;
  const toCell = (cell: SheetCell, isHeader: boolean): Cell => {
    const styled = typeof cell === 'object' && cell !== null ? cell : { value: cell };
    if (typeof styled.value !== 'string') return styleCell(styled, styled.value, isHeader);
    const { text, isCut } = toCellText(styled.value);
    if (isCut) cutCells++;
    return styleCell(styled, text, isHeader);
  };
  const bytes = await writeXlsxFile(
    sheets.map(
      (sheet): Sheet<Buffer> => ({
        sheet: sheet.name,
        data: sheet.rows.map((row, index) => row.map((cell) => toCell(cell, index === 0))),
        columns: sheet.widths.map((width) => ({ width })),
        stickyRowsCount: 1,
        ...(sheet.frozenColumns === undefined ? {} : { stickyColumnsCount: sheet.frozenColumns }),
      }),
    ),
  ).toBuffer();
  return ok({
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    notices: noticeIfAny('cellTextCut', cutCells),
  });
}

function styleCell(styled: StyledCell, value: ColumnValue, isHeader: boolean): Cell {
  if (value === null || value === '') {
    return styled.background === undefined ? null : { backgroundColor: styled.background };
  }
  return {
    value,
    alignVertical: isHeader ? 'bottom' : 'top',
    ...(typeof value === 'string' ? { type: String, wrap: true } : {}),
    ...(isHeader || styled.isBold === true ? { fontWeight: 'bold' as const } : {}),
    ...(isHeader ? { bottomBorderStyle: 'thin' as const, bottomBorderColor: '#8a8378' } : {}),
    ...(styled.indent === undefined || styled.indent === 0
      ? {}
      : { indent: styled.indent, align: 'left' as const }),
    ...(styled.background === undefined
      ? {}
      : { backgroundColor: styled.background, textColor: readableOn(styled.background) }),
  };
}

/** Black or white, by relative luminance (WCAG 2.2); 0.179 is where their contrasts are equal. */
function readableOn(background: string): string {
  const channel = (from: number): number => {
    const value = Number.parseInt(background.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) > 0.179 ? '#000000' : '#ffffff';
}
