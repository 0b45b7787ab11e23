import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';

/** Whose turns are marked in a document. */
export interface ChosenSpeaker {
  readonly sourceId: SourceId;
  readonly speaker: string;
}

export const speakerStore = create<{ readonly chosen: ChosenSpeaker | null }>(() => ({ chosen: null }));

export function chooseSpeaker(chosen: ChosenSpeaker | null): void {
  speakerStore.setState({ chosen });
}
