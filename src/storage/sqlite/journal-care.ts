/**
 * The two moments at which the journal is ours to remove: at rest, and after SQLite has rolled back from it.
 */
import type { BoundFile } from './bound-file';
import { isJournalHot } from './file-header';

/** TRUNCATE leaves an empty journal; at rest a project is one file. */
export function removeQuietJournal(file: BoundFile): void {
  if (file.readOnly || file.isDetached) return;
  try {
    if (!file.exists('-journal') || isJournalHot(file.files, file.path)) return;
    file.remove('-journal');
    file.syncFolder();
  } catch {
    // An empty journal more or less harms nobody.
  }
}

/**
 * Makes the state just found in the open file the one that a power cut would leave. Only right after an opening that
 * has recovered the file: a journal that is still needed would be lost.
 */
export function makeDurable(file: BoundFile): void {
  if (file.mainDescriptor !== undefined) file.files.fsyncSync(file.mainDescriptor);
  if (file.exists('-journal')) file.remove('-journal');
  file.syncFolder();
}
