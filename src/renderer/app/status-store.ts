import { create } from 'zustand';

/** What the view in front says of its state in the status bar: “¶ 5 · 1,683–1,787”, “Computed in 0.4 ms”. */
interface StatusStore {
  readonly position: string | null;
}

export const statusStore = create<StatusStore>(() => ({ position: null }));

export function setStatusPosition(position: string | null): void {
  if (statusStore.getState().position !== position) statusStore.setState({ position });
}
