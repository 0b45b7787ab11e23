import type { ComponentType } from 'react';
import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';
import type { EditSession } from './edit-session';

/** A document whose text is being corrected; what shows it comes with it, so that nothing of it is loaded before. */
export interface OpenEdit {
  readonly session: EditSession;
  readonly Pane: ComponentType<{ readonly session: EditSession }>;
}

interface EditingStore {
  readonly edits: Readonly<Record<SourceId, OpenEdit | undefined>>;
  /** The document to which a newer version is being found. */
  readonly replacing: { readonly sourceId: SourceId; readonly name: string; readonly path: string } | null;
}

export const editingStore = create<EditingStore>(() => ({ edits: {}, replacing: null }));

export function closeReplacing(): void {
  editingStore.setState({ replacing: null });
}
