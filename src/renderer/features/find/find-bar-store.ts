import { create } from 'zustand';
import type { SourceId } from '../../../core/ids';
import { workspaceStore } from '../../app/workspace-store';
import { activeDocument, type OpenDocument } from '../coding/open-documents';
import { editingStore } from '../editing/editing-store';
import { findMemory, keepFind } from './find-options';
import type { FindPlace } from './find-steps';

/** The find bar of one document. */
export interface FindBarState extends FindPlace {
  readonly text: string;
  /** Grows when the field is to take the keyboard. */
  readonly focus: number;
}

export const findBarStore = create<{ readonly bars: Readonly<Record<SourceId, FindBarState>> }>(() => ({
  bars: {},
}));

/** A longer selection, or one of several paragraphs, is hardly what is looked for. */
const longestSelection = 200;

/** The selected words, if they can be meant. */
export function selectedWords({ surface }: OpenDocument): string | null {
  const { start, end } = surface.selection();
  if (start === end || end - start > longestSelection) return null;
  const words = surface.document.slice(start, end);
  return words.includes('\n') ? null : words;
}

/** The text in front is being corrected: then words are looked for in it as it is by now. */
function findInEdit() {
  const { activeTab } = workspaceStore.getState();
  return activeTab?.kind === 'document'
    ? editingStore.getState().edits[activeTab.sourceId]?.session.find
    : undefined;
}

/** Opens the bar of the document in front, with the selected words in it, or with the last ones. */
export function openFindBar(): void {
  findInEdit()?.open();
  const document = activeDocument();
  if (!document) return;
  const known = findBarStore.getState().bars[document.sourceId];
  const text = selectedWords(document) ?? known?.text ?? findMemory.getState().words;
  const at = document.surface.selection().start;
  setBar(document.sourceId, { text, at, steps: 0, last: 0, focus: (known?.focus ?? 0) + 1 });
}

/** To the next or previous hit of what was looked for last; opens the bar where it is not open. */
export function stepFind(by: 1 | -1): void {
  findInEdit()?.step(by);
  const document = activeDocument();
  if (!document) return;
  const bar = findBarStore.getState().bars[document.sourceId];
  if (bar) setBar(document.sourceId, { ...bar, steps: bar.steps + by, last: by });
  else openFindBar();
}

export function setBar(sourceId: SourceId, bar: FindBarState): void {
  findBarStore.setState(({ bars }) => ({ bars: { ...bars, [sourceId]: bar } }));
}

export function closeBar(sourceId: SourceId): void {
  const bar = findBarStore.getState().bars[sourceId];
  if (bar && bar.text !== '') keepFind({ words: bar.text });
  findBarStore.setState(({ bars }) => {
    const { [sourceId]: _, ...others } = bars;
    return { bars: others };
  });
}
