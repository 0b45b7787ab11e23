/**
 * What a lock file says about its owner, and how it is read and written. It is JSON, one object, so that a person who
 * finds it can read whose it is.
 */
import { type FileSystem, systemCodeOf } from './file-system';

export interface LockRecord {
  /** Tells one taking of the lock from every other. */
  readonly nonce: string;
  readonly pid: number;
  readonly host: string;
  /** Tells the process from a later one with the same number; null where the system does not say. */
  readonly processStart: string | null;
  /** Who works there, for the sentence a second opener reads. */
  readonly coder: string;
  /** ISO UTC: when the lock was taken. */
  readonly since: string;
  /** ISO UTC: last sign of life. */
  readonly heartbeat: string;
}

const LARGEST = 65_536;
/** Shared by all readings, since the lock is read before each commit. */
const bytes = new Uint8Array(LARGEST);

/** The record, `damaged` when what is there is none, or undefined when nothing is there. */
export function readLock(files: FileSystem, path: string): LockRecord | 'damaged' | undefined {
  let descriptor: number;
  try {
    descriptor = files.openSync(path, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const length = files.readSync(descriptor, bytes, 0, LARGEST, 0);
    return parse(new TextDecoder().decode(bytes.subarray(0, length)));
  } finally {
    files.closeSync(descriptor);
  }
}

function parse(text: string): LockRecord | 'damaged' {
  try {
    const value: unknown = JSON.parse(text);
    return isLockRecord(value) ? value : 'damaged';
  } catch {
    return 'damaged';
  }
}

function isLockRecord(value: unknown): value is LockRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = [record.nonce, record.host, record.coder, record.since, record.heartbeat];
  const isStart = record.processStart === null || typeof record.processStart === 'string';
  // The nonce becomes part of a file name.
  const isPlain = typeof record.nonce === 'string' && /^[\w-]{1,64}$/.test(record.nonce);
  return (
    texts.every((text) => typeof text === 'string') && isStart && isPlain && Number.isInteger(record.pid)
  );
}

/** Writes the record to a file of its own, to be linked or renamed into place complete. */
export function writeLock(files: FileSystem, path: string, record: LockRecord): void {
  const bytes = new TextEncoder().encode(`${JSON.stringify(record, undefined, 2)}\n`);
  const descriptor = files.openSync(path, 'wx');
  let written = 0;
  try {
    while (written < bytes.length) {
      written += files.writeSync(descriptor, bytes, written, bytes.length - written, written);
    }
  } finally {
    files.closeSync(descriptor);
    // A full disk must not leave half a lock that nobody owns.
    if (written < bytes.length) removeIfThere(files, path);
  }
}

export function removeIfThere(files: FileSystem, path: string): void {
  try {
    files.unlinkSync(path);
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw error;
  }
}
