import type { ReactNode } from 'react';
import { create } from 'zustand';

export interface ConfirmOptions {
  readonly title: string;
  readonly body?: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** The confirming button warns. */
  readonly danger?: boolean;
  /** Another way out (“Merge instead…”); the promise then gives false and `onSelect` runs. */
  readonly extra?: { readonly label: string; readonly onSelect: () => void };
}

interface Asked extends ConfirmOptions {
  readonly answer: (isConfirmed: boolean) => void;
}

export const confirmStore = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

/** Asks and waits: true when confirmed. A second question closes the first with false. */
export function confirm(options: ConfirmOptions): Promise<boolean> {
  confirmStore.getState().asked?.answer(false);
  return new Promise((resolve) => {
    const answer = (isConfirmed: boolean) => {
      confirmStore.setState({ asked: null });
      resolve(isConfirmed);
    };
    confirmStore.setState({ asked: { ...options, answer } });
  });
}
