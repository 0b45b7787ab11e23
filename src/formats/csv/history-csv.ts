import { ok, type Result } from '../../core/result';
import type { ExportOptions, HistoryExport, HistoryRow, WrittenFile } from '../exporter';
import { stringifyCsv } from './stringify-csv';

/** The columns of an audit trail, in file order. */
export const HISTORY_COLUMNS = [
  'sequence',
  'at',
  'coder',
  'action',
  'what',
  'state',
  'why',
  'document',
  'code',
] as const satisfies readonly (keyof HistoryRow)[];

/** The audit trail as a table, oldest entry first; times stay in UTC, as programs want them. */
export function writeHistoryCsv(
  { rows }: HistoryExport,
  { bom = false }: ExportOptions = {},
): Result<WrittenFile> {
  const cells = rows.map((row) => HISTORY_COLUMNS.map((column) => row[column]));
  const csv = stringifyCsv([HISTORY_COLUMNS, ...cells], { bom });
  return ok({ bytes: new TextEncoder().encode(csv), notices: [] });
}
