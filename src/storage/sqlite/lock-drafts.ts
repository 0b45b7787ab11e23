/**
 * What killed processes leave of their tries for a lock: drafts, `.name.emic.lock-ID` and `.name.emic.lock.N-ID`, that
 * were never linked or renamed into place, and claims to locks that are no more, `.name.emic.lock.N`.
 */
import type { FileSystem } from './file-system';
import { isGone } from './lock-file';
import { readLock, removeIfThere } from './lock-record';
import type { ProcessFacts } from './process-facts';

export interface LockDrafts {
  readonly files: FileSystem;
  readonly process: ProcessFacts;
  /** Of the lock, which is ours: no claim to one before it can come to anything. */
  readonly lockPath: string;
  readonly nonce: string;
  /** What is in the lock's folder. */
  readonly names: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One that was cut in the middle says nothing of its owner; whoever writes one does so at once. */
const longestWriting = 3_600_000;

/** Never throws: what can't be removed now is removed the next time. */
export function removeLockDrafts({ files, process, lockPath, nonce, names, now }: LockDrafts): void {
  const at = Math.max(lockPath.lastIndexOf('/'), lockPath.lastIndexOf('\\')) + 1;
  const [folder, own] = [lockPath.slice(0, at), lockPath.slice(at)];
  for (const name of names) {
    const isOfLock = name.startsWith(`${own}-`) || name.startsWith(`${own}.`);
    // Another project may be called like this one's lock; a claim to our own lock is no trace.
    if (!isOfLock || name.endsWith('.lock') || name.startsWith(`${own}.${nonce}`)) continue;
    try {
      const path = `${folder}${name}`;
      const found = readLock(files, path);
      const isLeft = found === 'damaged' ? isOld(files, path, now) : found && isGone(process, found);
      if (isLeft) removeIfThere(files, path);
    } catch {
      // Somebody else's, or gone meanwhile.
    }
  }
}

function isOld(files: FileSystem, path: string, now: number): boolean {
  const status = files.statSync(path, { bigint: true, throwIfNoEntry: false });
  return status !== undefined && now - Number(status.mtimeNs / 1_000_000n) > longestWriting;
}
