import type { ReactNode } from 'react';
import { create } from 'zustand';

/** What is on its way to the printer; null: nothing. */
export const printStore = create<{ readonly content: ReactNode | null }>(() => ({ content: null }));

/**
 * Prints a page of its own, not the window: `content` is drawn whole (nothing virtual), on white, beside the
 * application, and only on paper. Resolves when the system's dialog is done with it.
 */
export function printPage(content: ReactNode): Promise<void> {
  printStore.setState({ content });
  return new Promise((resolve) => {
    window.addEventListener(
      'afterprint',
      () => {
        printStore.setState({ content: null });
        resolve();
      },
      { once: true },
    );
  });
}
