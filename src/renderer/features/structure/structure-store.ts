import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';
import type { Segment } from '../../../core/structure';

/** What the dialog asks about: a part that is there, one that is to be made, a speaker's name everywhere. */
export type StructureQuestion =
  | { readonly kind: 'change'; readonly sourceId: SourceId; readonly segment: Segment }
  | {
      readonly kind: 'add';
      readonly sourceId: SourceId;
      readonly what: 'turn' | 'heading';
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'rename'; readonly sourceId: SourceId; readonly speaker: string };

export const structureStore = create<{ readonly question: StructureQuestion | null }>(() => ({
  question: null,
}));

export function askStructure(question: StructureQuestion): void {
  structureStore.setState({ question });
}

export function closeStructureDialog(): void {
  structureStore.setState({ question: null });
}
