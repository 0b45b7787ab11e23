import { createStore, type StoreApi } from 'zustand';
import type { TextSpan } from '../../../core/text';

/** What changes with every key in one document view; parts of the view listen to it by themselves. */
export interface DocumentViewState {
  readonly selection: TextSpan;
  /** Whether the selection came from the mouse, which then is near. */
  readonly isByMouse: boolean;
  /** A mouse button is down in the text. */
  readonly isPressed: boolean;
  /** The selection for which nothing more is to be offered: Escape was pressed. */
  readonly dismissed: TextSpan | null;
}

export type DocumentViewStore = StoreApi<DocumentViewState>;

export function createViewStore(): DocumentViewStore {
  return createStore(() => ({
    selection: { start: 0, end: 0 },
    isByMouse: false,
    isPressed: false,
    dismissed: null,
  }));
}

/** Listeners that are called while the text moves; kept out of React because it happens in every frame. */
export class Moves {
  private readonly listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };
}
