/**
 * Reading a file that another process may be writing. Our locks are not SQLite's, so a reader looks at the journal
 * instead: the state read counts only if no commit was under way before or after and none happened between. The
 * journal itself is hidden from SQLite in `read` mode, or it would roll the writer's transaction back.
 */
import type { BoundFile } from './bound-file';
import { isJournalHot, readState } from './file-header';
import { StorageFault } from './storage-fault';

const PAUSE = 5;
/** On a slow machine one attempt may take all the time there is. */
const FEWEST_ATTEMPTS = 5;

export interface GuardOptions {
  readonly file: BoundFile;
  /** Milliseconds. */
  readonly patience: number;
  /** Throws away what SQLite remembers of the file: it may be of two states. `work` connects anew. */
  forget(): void;
}

/** Runs `work` until it saw one unchanging state. Its errors count only then, too. */
export function readGuarded<T>(options: GuardOptions, work: () => T): T {
  const { file } = options;
  const deadline = performance.now() + options.patience;
  const first = stateOf(file);
  let attempts = 0;
  for (;;) {
    const before = stateOf(file);
    const isQuiet = !isJournalHot(file.files, file.path);
    if (isQuiet) {
      const outcome = attempt(work);
      attempts += 1;
      if (!isJournalHot(file.files, file.path) && stateOf(file) === before) {
        if ('error' in outcome) throw outcome.error;
        return outcome.result;
      }
      options.forget();
    }
    if (performance.now() > deadline) {
      const isStuck = !isQuiet && stateOf(file) === first;
      if (isStuck) throw new StorageFault('needsRecovery', 'a writer ended in the middle of a commit');
      if (!isQuiet || attempts >= FEWEST_ATTEMPTS)
        throw new StorageFault('busy', 'another program keeps writing');
    }
    pause(PAUSE);
  }
}

function stateOf(file: BoundFile): string {
  const { files, mainDescriptor } = file;
  if (mainDescriptor !== undefined) return readState(files, mainDescriptor);
  const descriptor = files.openSync(file.path, 'r');
  try {
    return readState(files, descriptor);
  } finally {
    files.closeSync(descriptor);
  }
}

function attempt<T>(work: () => T): { result: T } | { error: unknown } {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}

const never = new Int32Array(new SharedArrayBuffer(4));

/** Waits without giving up the thread: the storage floor is synchronous. */
function pause(milliseconds: number): void {
  Atomics.wait(never, 0, 0, milliseconds);
}
