import { create } from 'zustand';
import type { FolderId } from '../../../core/ids';

/** View state of the tree of documents. Folders are open unless closed. */
interface DocumentsStore {
  readonly closedIds: ReadonlySet<string>;
  readonly selectedIds: readonly string[];
  /** A folder that was just made and is to be named. */
  readonly renamingId: FolderId | null;
}

export const documentsStore = create<DocumentsStore>(() => ({
  closedIds: new Set(),
  selectedIds: [],
  renamingId: null,
}));
