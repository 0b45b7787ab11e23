import { create } from 'zustand';

/** Which of the window's own dialogs is open; each is loaded when first opened. */
export type OpenDialog = 'none' | 'palette' | 'shortcuts' | 'keys' | 'about' | 'coder' | 'project';

export const dialogStore = create<{ readonly open: OpenDialog }>(() => ({ open: 'none' }));

export function openDialog(open: Exclude<OpenDialog, 'none'>): void {
  dialogStore.setState({ open });
}

export function closeDialog(): void {
  dialogStore.setState({ open: 'none' });
}
