import { create } from 'zustand';
import { usable } from '../../client';
import type { DocumentPane } from './DocumentPane';

interface PaneStore {
  readonly pane: typeof DocumentPane | null;
  readonly error: unknown;
}

/**
 * The view with the editor in it is large, so it is loaded apart, in the quiet after the start. Not by `React.lazy`:
 * React holds back what follows a placeholder for 300 ms, which would double the time to open a document.
 */
export const paneStore = create<PaneStore>(() => ({ pane: null, error: null }));

let isLoading = false;

export function loadPane(): void {
  if (isLoading) return;
  isLoading = true;
  import('./DocumentPane').then(
    (module) => paneStore.setState({ pane: module.DocumentPane }),
    (error: unknown) => paneStore.setState({ error }),
  );
}

void usable.then(loadPane);
