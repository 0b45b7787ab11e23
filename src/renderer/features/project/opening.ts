import { create } from 'zustand';
import { flushDrafts } from '../memos/draft-registry';

/** True while a project is being made, opened or closed: the window shows it and asks nothing twice. */
export const openingStore = create<{ readonly isOpening: boolean }>(() => ({ isOpening: false }));

/** Nothing is typed into a project that goes; a second opening meanwhile does nothing. */
export async function whileOpening(work: () => Promise<void>): Promise<void> {
  if (openingStore.getState().isOpening) return;
  openingStore.setState({ isOpening: true });
  try {
    await flushDrafts();
    await work();
  } finally {
    openingStore.setState({ isOpening: false });
  }
}
