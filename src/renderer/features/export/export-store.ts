import { create } from 'zustand';
import type { QuotationFilter } from '../../../contract/quotation-list';

/** What can be written as a file for others. */
export type ExportKind = 'codebook' | 'quotations' | 'cooccurrence' | 'history';

interface ExportStore {
  readonly kind: ExportKind | null;
  /** The list of quotations from which the export was asked for. */
  readonly list: QuotationFilter | null;
}

export const exportStore = create<ExportStore>(() => ({ kind: null, list: null }));

export function openExportDialog(kind: ExportKind, list: QuotationFilter | null = null): void {
  exportStore.setState({ kind, list });
}

export function closeExportDialog(): void {
  exportStore.setState({ kind: null, list: null });
}
