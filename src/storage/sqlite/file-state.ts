import { isJournalHot, readState } from './file-header';
import type { FileSystem } from './file-system';

/**
 * Tells one committed state of a database file from the next, without SQLite: a copy made between two equal answers
 * is that state. Undefined while a commit is under way, or where a crash has left one.
 */
export function committedState(files: FileSystem, path: string): string | undefined {
  const descriptor = files.openSync(path, 'r');
  try {
    const { dev, ino } = files.fstatSync(descriptor, { bigint: true });
    const state = `${dev}:${ino}:${readState(files, descriptor)}`;
    return isJournalHot(files, path) ? undefined : state;
  } finally {
    files.closeSync(descriptor);
  }
}
