import { create } from 'zustand';
import { shell } from '../../client';

/** Whether the dialog for a copy is open. */
export const copyDialogStore = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openCopyDialog(): void {
  copyDialogStore.setState({ isOpen: true });
}

export function closeCopyDialog(): void {
  copyDialogStore.setState({ isOpen: false });
}

export interface CopyWishes {
  readonly history: boolean;
  readonly names: 'kept' | 'initials';
}

let last: CopyWishes | null = null;

/** As the last copy on this machine was made. */
export function lastWishes(): CopyWishes {
  const { choices } = shell.settings;
  last ??= {
    history: choices['copy:history'] !== false,
    names: choices['copy:names'] === 'initials' ? 'initials' : 'kept',
  };
  return last;
}

export function rememberWishes(wishes: CopyWishes): void {
  last = wishes;
  shell.saveSetting('choices', { 'copy:history': wishes.history, 'copy:names': wishes.names });
}
