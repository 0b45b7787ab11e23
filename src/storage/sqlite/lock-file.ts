/**
 * One writer per project: `.name.emic.lock` beside `name.emic`.
 *
 * The lock is taken by linking a complete file to its name, which the system lets only one do. A lock whose process is
 * gone is stale. Two processes that find the same stale lock must not both remove “it”, since the second might remove
 * the first's new lock; so whoever wants to remove the lock with nonce N first takes the claim `.name.emic.lock.N` (a
 * lock like any other, stale and claimed the same way), looks again, and only then renames its own record over it.
 */
import { folderOf } from './bound-file';
import { hostFault, resolveNew } from './compact-copy';
import { type FileSystem, systemCodeOf } from './file-system';
import { type LockRecord, readLock, removeIfThere, writeLock } from './lock-record';
import type { ProcessFacts } from './process-facts';
import { StorageFault } from './storage-fault';

export interface LockOptions {
  /** Of the project file; it need not exist yet. */
  readonly path: string;
  readonly coder: string;
  readonly files: FileSystem;
  readonly process: ProcessFacts;
  /** ISO UTC. */
  readonly now: () => string;
  /** A new unique text of letters, digits, `-` and `_`. */
  readonly newNonce: () => string;
  /** The user was asked and agreed to take the lock with this nonce from another machine. */
  readonly takeFrom?: string;
}

/** `isInherited`: its last owner never gave it back. */
export type LockAttempt =
  | { readonly owner: ProjectLock; readonly isInherited: boolean }
  | { readonly heldBy: LockHolder };

export interface LockHolder extends LockRecord {
  readonly where: 'thisProcess' | 'thisMachine' | 'otherMachine';
  /** Milliseconds since the last heartbeat, by our clock; never negative. */
  readonly silentFor: number;
}

export interface ProjectLock {
  readonly record: LockRecord;
  /** Whether it still is ours, by one small read; one that somebody deleted is taken again. False: stop writing. */
  holds(): boolean;
  /** Says that we are alive; to be called every minute or so. False when the lock was lost: stop writing. */
  heartbeat(): boolean;
  /** Gives the lock back, if it still is ours. Never throws. */
  release(): void;
}

/** A lock that is no JSON is being written by a system without links, or was cut by a crash: look again before judging. */
const LOOKS = 20;
const PAUSE = 10;
const TRIES = 200;

/**
 * Takes the lock, from a dead process of this machine too. A lock of another machine is never taken without
 * `takeFrom`: whether that machine is off or merely offline can't be seen from here.
 * Throws StorageFault (`readOnly`, `diskFull`, `missing` folder, ...) where no lock can be made.
 */
export function acquireLock(options: LockOptions): LockAttempt {
  const { files } = options;
  const path = lockPathOf(files, options.path);
  try {
    return take(options, path);
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    throw hostFault(error, path);
  }
}

/** Who holds the project, without trying to take it; undefined when nobody does. */
export function lockHolder(
  options: Pick<LockOptions, 'path' | 'files' | 'process' | 'now'>,
): LockHolder | undefined {
  const found = readLock(options.files, lockPathOf(options.files, options.path));
  if (found === undefined || found === 'damaged' || isGone(options.process, found)) return undefined;
  return holderOf(options, found);
}

export function lockPathOf(files: FileSystem, projectPath: string): string {
  const path = realPathOf(files, projectPath);
  const folder = folderOf(path);
  const name = path.slice(folder.length).replace(/^[/\\]/, '');
  return `${folder.replace(/[/\\]$/, '')}/.${name}.lock`;
}

/** Through a symbolic link the same project has the same lock. */
function realPathOf(files: FileSystem, path: string): string {
  try {
    return files.realpathSync(path);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return resolveNew(files, path);
    throw hostFault(error, path);
  }
}

function take(options: LockOptions, path: string): LockAttempt {
  const record = newRecord(options);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (place(options.files, path, record))
      return { owner: ownedLock(options, path, record), isInherited: false };
    const found = look(options.files, path);
    if (found === undefined) continue;
    if (found !== 'damaged' && !mayTake(options, found)) return { heldBy: holderOf(options, found) };
    if (replaceStale(options, path, found, record))
      return { owner: ownedLock(options, path, record), isInherited: true };
    pause(PAUSE);
  }
  throw new StorageFault('busy', `the lock ${path} keeps changing hands`);
}

function newRecord(options: LockOptions): LockRecord {
  const now = options.now();
  return {
    nonce: options.newNonce(),
    pid: options.process.pid,
    host: options.process.host,
    processStart: options.process.startOf(options.process.pid) ?? null,
    coder: options.coder,
    since: now,
    heartbeat: now,
  };
}

/** True when the record now stands at `path`; false when something was there. */
function place(files: FileSystem, path: string, record: LockRecord): boolean {
  const own = `${path}-${record.nonce}`;
  writeLock(files, own, record);
  try {
    files.linkSync(own, path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    return placeWithoutLink(files, path, record);
  } finally {
    removeIfThere(files, own);
  }
}

/** FAT and some network drives have no links. The name is taken at once, the content follows. */
function placeWithoutLink(files: FileSystem, path: string, record: LockRecord): boolean {
  try {
    writeLock(files, path, record);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function look(files: FileSystem, path: string): LockRecord | 'damaged' | undefined {
  let found = readLock(files, path);
  for (let count = 0; found === 'damaged' && count < LOOKS; count++) {
    pause(PAUSE);
    found = readLock(files, path);
  }
  return found;
}

function mayTake(options: LockOptions, found: LockRecord): boolean {
  return (
    found.nonce === options.takeFrom || isGone(options.process, found) || isForgotten(options.process, found)
  );
}

/** The locks that this process holds, by nonce. */
const held = new Set<string>();

/** Ours, given back while the disk did not answer, so that it stayed there: nobody holds it. */
function isForgotten({ pid, host }: ProcessFacts, found: LockRecord): boolean {
  return found.host === host && found.pid === pid && !held.has(found.nonce);
}

/** The process that wrote it has ended, seen from its own machine. */
export function isGone(process: ProcessFacts, found: LockRecord): boolean {
  if (found.host !== process.host) return false;
  const start = process.startOf(found.pid);
  if (start === undefined) return true;
  return start !== null && found.processStart !== null && start !== found.processStart;
}

/** True when `record` now stands in the place of the stale lock. */
function replaceStale(
  options: LockOptions,
  path: string,
  stale: LockRecord | 'damaged',
  record: LockRecord,
): boolean {
  const { files } = options;
  const nonce = stale === 'damaged' ? 'damaged' : stale.nonce;
  const claim = take({ ...options, takeFrom: undefined }, `${path}.${nonce}`);
  if ('heldBy' in claim) return false;
  try {
    const now = readLock(files, path);
    const isSame = now === 'damaged' || now === undefined ? now === stale : now.nonce === nonce;
    if (!isSame) return false;
    const own = `${path}-${record.nonce}`;
    writeLock(files, own, record);
    files.renameSync(own, path);
    return true;
  } finally {
    claim.owner.release();
  }
}

function holderOf(options: Pick<LockOptions, 'process' | 'now'>, found: LockRecord): LockHolder {
  const { host, pid } = options.process;
  const silence = Date.parse(options.now()) - Date.parse(found.heartbeat);
  const where = found.host !== host ? 'otherMachine' : found.pid === pid ? 'thisProcess' : 'thisMachine';
  return { ...found, where, silentFor: Number.isFinite(silence) ? Math.max(0, silence) : 0 };
}

function ownedLock(options: LockOptions, path: string, taken: LockRecord): ProjectLock {
  const { files } = options;
  held.add(taken.nonce);
  let record = taken;
  const isOurs = () => {
    const found = readLock(files, path);
    return found !== undefined && found !== 'damaged' && found.nonce === taken.nonce;
  };
  // A lock that somebody deleted is taken again, unless somebody else was quicker.
  const holds = () => isOurs() || (readLock(files, path) === undefined && place(files, path, record));
  return {
    get record() {
      return record;
    },
    holds,
    heartbeat() {
      record = { ...record, heartbeat: options.now() };
      if (!holds()) return false;
      renew(files, path, record);
      return true;
    },
    release() {
      held.delete(taken.nonce);
      try {
        if (isOurs()) removeIfThere(files, path);
      } catch {
        // It will be found stale once this process has ended.
      }
    },
  };
}

/** A disk that is full or a virus scanner that holds the file costs one sign of life, not the lock. */
function renew(files: FileSystem, path: string, record: LockRecord): void {
  const own = `${path}-${record.nonce}`;
  try {
    removeIfThere(files, own);
    writeLock(files, own, record);
    files.renameSync(own, path);
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
  }
}

const never = new Int32Array(new SharedArrayBuffer(4));

function pause(milliseconds: number): void {
  Atomics.wait(never, 0, 0, milliseconds);
}
