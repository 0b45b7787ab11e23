import { toggleInspector, toggleSideBar, workspaceStore } from './workspace-store';

/** Ways of the keyboard from part to part of the window. */
export type PanelName = 'documents' | 'codes' | 'dock' | 'inspector';

const focusers = new Map<PanelName | 'filter', () => void>();

/** A part says how it takes the focus; the answer takes that back. */
export function onFocusWish(name: PanelName | 'filter', focus: () => void): () => void {
  focusers.set(name, focus);
  return () => {
    if (focusers.get(name) === focus) focusers.delete(name);
  };
}

export function focusPanel(name: PanelName | 'filter'): void {
  const { isSideBarOpen, isInspectorOpen } = workspaceStore.getState();
  const isInSideBar = name === 'documents' || name === 'codes' || name === 'filter';
  const isClosed = name === 'inspector' ? !isInspectorOpen : isInSideBar && !isSideBarOpen;
  if (isClosed) {
    if (name === 'inspector') toggleInspector();
    else toggleSideBar();
    // The panel is there after the next paint.
    requestAnimationFrame(() => requestAnimationFrame(() => focusers.get(name)?.()));
    return;
  }
  focusers.get(name)?.();
}

export function focusFilter(): void {
  focusPanel('filter');
}
