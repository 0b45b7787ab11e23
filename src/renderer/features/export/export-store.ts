import { create } from 'zustand';

/** What can be written as a file for others. */
export type ExportKind = 'codebook' | 'quotations' | 'cooccurrence' | 'history';

export const exportStore = create<{ readonly kind: ExportKind | null }>(() => ({ kind: null }));

export function openExportDialog(kind: ExportKind): void {
  exportStore.setState({ kind });
}

export function closeExportDialog(): void {
  exportStore.setState({ kind: null });
}
