import type { ComponentType } from 'react';
import { create } from 'zustand';
import type { CarryOver } from '../../../core/anchoring';
import type { SourceId } from '../../../core/ids';
import type { BaseText, EditSession } from './edit-session';

/** A document whose text is being corrected; what shows it comes with it, so that nothing of it is loaded before. */
export interface OpenEdit {
  readonly session: EditSession;
  readonly Pane: ComponentType<{ readonly session: EditSession }>;
}

interface EditingStore {
  readonly edits: Readonly<Record<SourceId, OpenEdit | undefined>>;
  /** The document to which a newer version is being found. */
  readonly replacing: { readonly sourceId: SourceId; readonly name: string; readonly path: string } | null;
  /** What somebody has to decide before a correction goes over to the present text. */
  readonly carrying: Carrying | null;
}

/** A correction of an earlier text, and the present one, which both changed the same words. */
export interface Carrying {
  readonly sourceId: SourceId;
  readonly name: string;
  readonly over: CarryOver;
  readonly present: BaseText;
}

export const editingStore = create<EditingStore>(() => ({ edits: {}, replacing: null, carrying: null }));

export function closeCarrying(): void {
  editingStore.setState({ carrying: null });
}

export function closeReplacing(): void {
  editingStore.setState({ replacing: null });
}
