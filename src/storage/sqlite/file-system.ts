/**
 * The few synchronous functions of `node:fs` that the storage floor needs. `node:fs` itself satisfies this; tests
 * inject one that fills the disk, goes read-only, is killed before its n-th operation or forgets what was not synced.
 */
export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: bigint;
  readonly nlink: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  /** Bytes. */
  readonly size: bigint;
  readonly mtimeNs: bigint;
  isFile(): boolean;
}

type BigStat = { readonly bigint: true };

export interface FileSystem {
  openSync(path: string, flags: string, mode?: number): number;
  closeSync(fd: number): void;
  readSync(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  writeSync(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  fsyncSync(fd: number): void;
  ftruncateSync(fd: number, length: number): void;
  fstatSync(fd: number, options: BigStat): FileStatus;
  /** Undefined where there is no file: SQLite asks so often that an exception each time would be slow. */
  statSync(path: string, options: BigStat & { readonly throwIfNoEntry: false }): FileStatus | undefined;
  fchmodSync(fd: number, mode: number): void;
  fchownSync(fd: number, uid: number, gid: number): void;
  /** `mode`: 0 exists, 2 writable, 4 readable. */
  accessSync(path: string, mode?: number): void;
  realpathSync(path: string): string;
  unlinkSync(path: string): void;
  renameSync(from: string, to: string): void;
  linkSync(from: string, to: string): void;
}

/** The operating system's code of a thrown file error ('ENOENT', ...), or undefined. */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
