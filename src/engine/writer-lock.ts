import { folderOf } from '../storage/sqlite/bound-file';
import { removeLockDrafts } from '../storage/sqlite/lock-drafts';
import { acquireLock, type LockAttempt, lockPathOf, type ProjectLock } from '../storage/sqlite/lock-file';
import { StorageFault } from '../storage/sqlite/storage-fault';
import type { Platform } from './platform';

/** The right to write to a project: one at a time has it. */
export interface WriterLock {
  /** Whether it still is ours: one small read. Once lost it stays lost. */
  check(): boolean;
  /** The last writer never gave it back: it crashed, or was switched off. */
  readonly isInherited: boolean;
  release(): void;
}

export interface LockRequest {
  readonly path: string;
  readonly coder: string;
  /** The nonce of a silent holder whose lock the person has agreed to take over. */
  readonly takeOver?: string | undefined;
  /** Called with each heartbeat, also when the lock was found lost. */
  readonly onBeat: () => void;
}

const heartbeatMilliseconds = 60_000;

/** Null when somebody else holds the project. Throws StorageFault. */
export function acquireWriterLock(platform: Platform, request: LockRequest): WriterLock | null {
  const { path, coder, takeOver } = request;
  try {
    const attempt = acquireLock({
      path,
      coder,
      files: platform.files,
      process: platform.process,
      now: platform.clock,
      newNonce: () => platform.newId<string>(),
      ...(takeOver === undefined ? {} : { takeFrom: takeOver }),
    });
    if ('heldBy' in attempt) return null;
    void tidy(platform, path, attempt.owner);
    return kept(platform, attempt, request.onBeat);
  } catch (error) {
    // Where no lock can be written, nothing else can: the project opens for reading and says why.
    if (error instanceof StorageFault && error.kind === 'readOnly') {
      return { check: () => true, isInherited: false, release: () => undefined };
    }
    throw error;
  }
}

/** Beside the work: nobody waits for the folder to be read. */
async function tidy({ files, process, backgroundFiles, clock }: Platform, path: string, owner: ProjectLock) {
  const now = Date.parse(clock());
  try {
    const lockPath = lockPathOf(files, path);
    const names = await backgroundFiles.names(folderOf(lockPath));
    const { nonce } = owner.record;
    removeLockDrafts({ files, process, lockPath, nonce, names, now });
  } catch {
    // The next one who opens the project tries again.
  }
}

function kept(
  platform: Platform,
  { owner, isInherited }: Extract<LockAttempt, { owner: ProjectLock }>,
  onBeat: () => void,
): WriterLock {
  let isLost = false;
  const isOurs = (look: () => boolean) => {
    isLost ||= !answered(look);
    return !isLost;
  };
  const stop = platform.every(heartbeatMilliseconds, () => {
    isOurs(() => owner.heartbeat());
    onBeat();
  });
  return {
    isInherited,
    check: () => isOurs(() => owner.holds()),
    release() {
      stop();
      owner.release();
    },
  };
}

/** A disk that does not answer costs one sign of life; only a lock that is seen to be another's is lost. */
function answered(look: () => boolean): boolean {
  try {
    return look();
  } catch {
    return true;
  }
}
