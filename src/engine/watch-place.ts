import { folderOf } from '../storage/sqlite/bound-file';
import { isJournalHot } from '../storage/sqlite/file-header';
import type { FileSystem } from '../storage/sqlite/file-system';

/** What stands at a project's path, by one look at the disk. */
export interface Place {
  readonly at: 'file' | 'nothing' | 'noFolder' | 'noAnswer';
  /** Device and number of the file; the same file has the same. Empty where there is none. */
  readonly file: string;
  /** Another text whenever anything about the place has changed: another file, or written to. */
  readonly signature: string;
}

export function lookAtPlace(files: FileSystem, path: string): Place {
  const missing = (at: Exclude<Place['at'], 'file'>): Place => ({ at, file: '', signature: at });
  try {
    const status = files.statSync(path, { bigint: true, throwIfNoEntry: false });
    if (status?.isFile()) {
      const file = `${status.dev}:${status.ino}`;
      return { at: 'file', file, signature: `${file}:${status.mtimeNs}:${status.size}` };
    }
    const folder = files.statSync(folderOf(path), { bigint: true, throwIfNoEntry: false });
    return missing(folder === undefined ? 'noFolder' : 'nothing');
  } catch {
    return missing('noAnswer');
  }
}

const pauseMilliseconds = 5;

/**
 * Waits up to `patience` milliseconds for another program to end its commit. Our locks are not SQLite's: reading in the middle of it, SQLite would
 * take the journal for one that a crash has left, and roll that program's change back. False: it goes on too long.
 */
export function isForeignCommitOver(files: FileSystem, path: string, patience: number): boolean {
  const deadline = performance.now() + patience;
  while (isHot(files, path)) {
    if (performance.now() > deadline) return false;
    Atomics.wait(never, 0, 0, pauseMilliseconds);
  }
  return true;
}

const never = new Int32Array(new SharedArrayBuffer(4));

function isHot(files: FileSystem, path: string): boolean {
  try {
    return isJournalHot(files, path);
  } catch {
    return false;
  }
}

/** A name beside a project for a version of it that has lost its place, from a time in ISO UTC. */
export function keptPath(path: string, now: string): string {
  const at = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [two(at.getHours()), two(at.getMinutes()), two(at.getSeconds())].join('.');
  return `${path.replace(/\.emic$/i, '')} (kept ${day} ${time}).emic`;
}
