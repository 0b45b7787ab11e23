/**
 * One project file as SQLite sees it: the database, its rollback journal and (of a foreign tool) its write-ahead log,
 * each under a name in Emscripten's file system and a path in the real one.
 *
 * Every method does what the POSIX function of its name does on the real disk, remembers what went wrong for the
 * error message, and throws an `Errno`.
 */
import { type FileStatus, type FileSystem, systemCodeOf } from './file-system';
import { ACCESS, ERRNO, errnoOf, OPEN } from './posix';
import { MAGIC_LENGTH, unveiledByte, veiled } from './veiled-journal';

export class Errno extends Error {
  constructor(readonly number: number) {
    super(`errno ${number}`);
  }
}

/** What the operating system last refused, for telling disk full from read-only from broken. */
export interface HostFault {
  readonly operation: 'open' | 'read' | 'write' | 'sync' | 'truncate' | 'remove' | 'close';
  readonly systemCode: string | undefined;
  readonly cause: unknown;
}

export type FilePart = '' | '-journal' | '-wal';
export const FILE_PARTS: readonly FilePart[] = ['', '-journal', '-wal'];

/** An open real file. */
export interface OpenFile {
  readonly file: BoundFile;
  readonly part: FilePart;
  readonly descriptor: number;
  position: number;
}

/** Codes with which systems say that a folder can't be synced, and needn't be. */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF', 'ENOSYS']);

export class BoundFile {
  /** The first refusal since `forgetFault`. */
  fault: HostFault | undefined;
  /** A sync failed: what the system holds in memory can't be trusted any more. */
  syncFailed = false;
  /** The descriptor of the database file while SQLite has it open. */
  mainDescriptor: number | undefined;
  /** The path is no longer this file's (`detach`). */
  isDetached = false;
  #folderIsUnsynced = false;

  constructor(
    readonly files: FileSystem,
    /** Absolute, symbolic links resolved. */
    readonly path: string,
    /** Then nothing is written, and the journal is hidden: a reader must never roll back a writer's transaction. */
    readonly readOnly: boolean,
  ) {}

  forgetFault(): void {
    this.fault = undefined;
  }

  /**
   * From now on nothing is written, and the journal at the path is somebody else's: rolled back from it, the open file
   * would get another file's pages.
   */
  detach(): void {
    this.isDetached = true;
  }

  /** Creates the empty database file; fails when there is one. */
  create(): void {
    this.files.closeSync(this.files.openSync(this.path, 'wx+', 0o644));
    this.#folderIsUnsynced = true;
  }

  open(part: FilePart, flags: number, mode: number): OpenFile {
    const wantsWrite = (flags & OPEN.accessMode) !== 0;
    if ((this.readOnly || this.isDetached) && wantsWrite) throw new Errno(ERRNO.EROFS);
    this.#refuseHidden(part);
    // A database that vanished must not come back empty: its file is made by `create` alone.
    const allowed = part === '' ? flags & ~OPEN.create : flags;
    const descriptor = this.#attempt('open', () =>
      this.#openReal(this.path + part, allowed, wantsWrite, mode),
    );
    if (part === '') this.mainDescriptor = descriptor;
    return { file: this, part, descriptor, position: 0 };
  }

  #openReal(path: string, flags: number, wantsWrite: boolean, mode: number): number {
    const mustCreate = (flags & OPEN.exclusive) !== 0;
    for (;;) {
      try {
        if (!mustCreate) return this.files.openSync(path, wantsWrite ? 'r+' : 'r');
      } catch (error) {
        if (systemCodeOf(error) !== 'ENOENT' || (flags & OPEN.create) === 0) throw error;
      }
      try {
        const descriptor = this.files.openSync(path, 'wx+', mode);
        this.#folderIsUnsynced = true;
        return descriptor;
      } catch (error) {
        // Somebody made it between the two attempts: open that one.
        if (mustCreate || systemCodeOf(error) !== 'EEXIST') throw error;
      }
    }
  }

  close(open: OpenFile): void {
    if (open.part === '' && this.mainDescriptor === open.descriptor) this.mainDescriptor = undefined;
    this.#attempt('close', () => this.files.closeSync(open.descriptor));
  }

  read(open: OpenFile, buffer: Uint8Array, start: number, length: number): number {
    const count = this.#attempt('read', () =>
      this.files.readSync(open.descriptor, buffer, start, length, open.position),
    );
    if (open.part === '-journal' && open.position === 0 && count > 0) buffer[start] = this.#firstByte(open);
    open.position += count;
    return count;
  }

  write(open: OpenFile, buffer: Uint8Array, start: number, length: number): number {
    if (this.readOnly || this.isDetached) throw new Errno(ERRNO.EROFS);
    const isHead = open.part === '-journal' && open.position === 0;
    const count = this.#attempt('write', () =>
      isHead
        ? this.files.writeSync(open.descriptor, veiled(buffer.subarray(start, start + length)), 0, length, 0)
        : this.files.writeSync(open.descriptor, buffer, start, length, open.position),
    );
    open.position += count;
    return count;
  }

  #firstByte({ descriptor }: OpenFile): number {
    const head = new Uint8Array(MAGIC_LENGTH);
    this.#attempt('read', () => this.files.readSync(descriptor, head, 0, MAGIC_LENGTH, 0));
    return unveiledByte(head) ?? 0;
  }

  truncate(open: OpenFile, length: number): void {
    if (this.readOnly || this.isDetached) throw new Errno(ERRNO.EROFS);
    this.#attempt('truncate', () => this.files.ftruncateSync(open.descriptor, length));
  }

  /** Syncs the folder too when a file was made or removed: SQLite's own folder sync reaches only the memory files. */
  sync(open: OpenFile): void {
    this.#attemptSync(() => this.files.fsyncSync(open.descriptor));
    this.syncFolder();
  }

  syncFolder(): void {
    if (!this.#folderIsUnsynced) return;
    this.#attemptSync(() => syncFolderOf(this.files, this.path));
    this.#folderIsUnsynced = false;
  }

  remove(part: FilePart): void {
    if (this.readOnly || this.isDetached) throw new Errno(ERRNO.EROFS);
    this.#attempt('remove', () => this.files.unlinkSync(this.path + part));
    this.#folderIsUnsynced = true;
  }

  /** Undefined where there is no such file. */
  status(part: FilePart): FileStatus | undefined {
    if (this.#isHidden(part)) return undefined;
    return this.#attempt('open', () =>
      this.files.statSync(this.path + part, { bigint: true, throwIfNoEntry: false }),
    );
  }

  statusOf(open: OpenFile): FileStatus {
    return this.#attempt('read', () => this.files.fstatSync(open.descriptor, { bigint: true }));
  }

  access(part: FilePart, mode: number): void {
    this.#refuseHidden(part);
    if ((this.readOnly || this.isDetached) && (mode & ACCESS.write) !== 0) throw new Errno(ERRNO.EROFS);
    this.#attempt('open', () => this.files.accessSync(this.path + part, mode));
  }

  exists(part: FilePart): boolean {
    try {
      this.files.accessSync(this.path + part);
      return true;
    } catch {
      return false;
    }
  }

  #isHidden(part: FilePart): boolean {
    return (this.readOnly || this.isDetached) && part === '-journal';
  }

  #refuseHidden(part: FilePart): void {
    if (this.#isHidden(part)) throw new Errno(ERRNO.ENOENT);
  }

  #attemptSync(work: () => void): void {
    try {
      this.#attempt('sync', work);
    } catch (error) {
      this.syncFailed = true;
      throw error;
    }
  }

  /** An exception must not pass through SQLite's frames: it would leave them half done. */
  #attempt<T>(operation: HostFault['operation'], work: () => T): T {
    try {
      return work();
    } catch (cause) {
      const systemCode = systemCodeOf(cause);
      // Asking for a file that isn't there is no fault; losing sight of an open one shows elsewhere.
      if (systemCode !== 'ENOENT') this.fault ??= { operation, systemCode, cause };
      throw new Errno(errnoOf(systemCode));
    }
  }
}

/** Makes the creation, renaming or removal of `path` durable, where the system can. */
export function syncFolderOf(files: FileSystem, path: string): void {
  let folder: number | undefined;
  try {
    folder = files.openSync(folderOf(path), 'r');
    files.fsyncSync(folder);
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(systemCodeOf(error) ?? '')) throw error;
  } finally {
    if (folder !== undefined) files.closeSync(folder);
  }
}

/** The folder part of a path of either kind of slash. */
export function folderOf(path: string): string {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  if (slash < 0) return '.';
  // The root, of a drive too, keeps its slash.
  return slash === 0 || path[slash - 1] === ':' ? path.slice(0, slash + 1) : path.slice(0, slash);
}
