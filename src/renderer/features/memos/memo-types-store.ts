import { create } from 'zustand';

export const memoTypesStore = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openMemoTypes(): void {
  memoTypesStore.setState({ isOpen: true });
}

export function closeMemoTypes(): void {
  memoTypesStore.setState({ isOpen: false });
}
