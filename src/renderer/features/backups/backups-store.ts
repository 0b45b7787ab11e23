import { create } from 'zustand';
import { queryClient, shell } from '../../client';

/** Whose backups are looked at; the project need be neither open nor sound. */
export interface BackedUpProject {
  readonly path: string;
  readonly name: string;
}

interface BackupsStore {
  readonly project: BackedUpProject | null;
  /** Where backups are kept on this machine; null: beside each project. */
  readonly folder: string | null;
}

export const backupsStore = create<BackupsStore>(() => ({
  project: null,
  folder: shell.settings.backupFolder,
}));

export function openBackups(project: BackedUpProject): void {
  askAgain();
  backupsStore.setState({ project });
}

export function closeBackups(): void {
  backupsStore.setState({ project: null });
}

/** Backups come and go without a change in the project. */
export function askAgain(): void {
  void queryClient.invalidateQueries({ queryKey: ['backups.list'] });
}

/** A project's name by its path, where nothing else is known of it. */
export function nameOfPath(path: string): string {
  return fileOfPath(path).replace(/\.emic$/i, '');
}

export function fileOfPath(path: string): string {
  return path.split(/[/\\]/).pop() ?? path;
}
