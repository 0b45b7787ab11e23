import { acquireLock, type LockHolder, type ProjectLock } from '../storage/sqlite/lock-file';
import { StorageFault } from '../storage/sqlite/storage-fault';
import type { Platform } from './platform';

/** One writer per project. Held: the sentence that tells by whom; a second opener may still read. */
export interface WriterLock {
  /** Why nothing may be written any more: somebody else has taken the lock. */
  readonly lost: string | null;
  release(): void;
}

export type LockOutcome =
  | { readonly lock: WriterLock; readonly held: null }
  | { readonly lock: null; readonly held: string };

const heartbeatMilliseconds = 60_000;

export function acquireWriterLock(platform: Platform, path: string, coder: string): LockOutcome {
  try {
    const attempt = acquireLock({
      path,
      coder,
      files: platform.files,
      process: platform.process,
      now: platform.clock,
      newNonce: () => platform.newId<string>(),
    });
    if ('heldBy' in attempt) return { lock: null, held: sentenceFor(attempt.heldBy) };
    const { owner } = attempt;
    let lost: string | null = null;
    const stop = platform.every(heartbeatMilliseconds, () => {
      if (!isOwnerStill(owner)) lost = lostSentence;
    });
    return {
      held: null,
      lock: {
        get lost() {
          return lost;
        },
        release() {
          stop();
          owner.release();
        },
      },
    };
  } catch (error) {
    // Where no lock can be written, nothing else can: the project opens for reading and says why.
    if (error instanceof StorageFault && error.kind === 'readOnly') {
      return { lock: { lost: null, release: () => undefined }, held: null };
    }
    throw error;
  }
}

const lostSentence =
  'Another program has taken this project over, so here it can only be read from now on. Close it and open it again.';

/** A disk that does not answer costs one sign of life; only a lock that is seen to be another's is lost. */
function isOwnerStill(owner: ProjectLock): boolean {
  try {
    return owner.heartbeat();
  } catch {
    return true;
  }
}

function sentenceFor(holder: LockHolder): string {
  const who = holder.coder === '' ? 'Somebody' : holder.coder;
  const since = `since ${holder.since.slice(0, 16).replace('T', ' ')} UTC`;
  switch (holder.where) {
    case 'thisProcess':
      return `This project is already open here (${since}).`;
    case 'thisMachine':
      return `${who} has this project open in another window or program on this computer (${since}).`;
    case 'otherMachine':
      return `${who} has this project open on ${holder.host.replace(/#.*$/, '')} (${since}).`;
  }
}
