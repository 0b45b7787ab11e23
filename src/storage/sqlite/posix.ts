/**
 * The few POSIX numbers that cross between SQLite and the file layer, as Emscripten's musl defines them (error
 * numbers are those of WASI), and the layout of its `struct stat`.
 */
import type { FileStatus } from './file-system';
import type { WasmMemory } from './wasm-memory';

export const ERRNO = {
  EACCES: 2,
  EBADF: 8,
  EBUSY: 10,
  EEXIST: 20,
  EINVAL: 28,
  EIO: 29,
  EISDIR: 31,
  EMFILE: 33,
  ENAMETOOLONG: 37,
  ENOENT: 44,
  ENOSPC: 51,
  ENOTDIR: 54,
  EPERM: 63,
  EROFS: 69,
} as const;

export type ErrnoName = keyof typeof ERRNO;

/** SQLite knows only ENOSPC as “full”, so a used-up quota is told as that. */
export function errnoOf(systemCode: string | undefined): number {
  if (systemCode === 'EDQUOT') return ERRNO.ENOSPC;
  if (systemCode !== undefined && systemCode in ERRNO) return ERRNO[systemCode as ErrnoName];
  return ERRNO.EIO;
}

/** Bits of the flags of `open`. */
export const OPEN = { accessMode: 3, create: 64, exclusive: 128 } as const;

/** Bits of the mode of `access`. */
export const ACCESS = { write: 2 } as const;

const BLOCK = 4096;

/** Fills Emscripten's 96-byte `struct stat`. */
export function writeStat(memory: WasmMemory, address: number, status: FileStatus): void {
  const low = (value: bigint) => Number(BigInt.asUintN(32, value));
  const seconds = status.mtimeNs / 1_000_000_000n;
  const nanoseconds = low(status.mtimeNs % 1_000_000_000n);
  memory.setUint32(address, low(status.dev));
  memory.setUint32(address + 4, low(status.mode));
  memory.setUint32(address + 8, low(status.nlink));
  memory.setUint32(address + 12, low(status.uid));
  memory.setUint32(address + 16, low(status.gid));
  memory.setUint32(address + 20, 0);
  memory.setBigInt64(address + 24, status.size);
  memory.setUint32(address + 32, BLOCK);
  memory.setUint32(address + 36, Math.ceil(Number(status.size) / 512));
  for (const time of [40, 56, 72]) {
    memory.setBigInt64(address + time, seconds);
    memory.setUint32(address + time + 8, nanoseconds);
  }
  memory.setBigInt64(address + 88, BigInt.asIntN(64, status.ino));
}
