/**
 * Lets stock sql.js work on real files. SQLite inside sql.js asks Emscripten for POSIX functions; through the public
 * `instantiateWasm` hook about twenty of them are answered here: for bound names by the real disk, for everything
 * else (temporary files) by Emscripten's memory files as before. So SQLite itself does journaling, recovery and
 * syncing; nothing here decides about durability.
 */
import { type BoundFile, Errno, FILE_PARTS, type FilePart, type OpenFile } from './bound-file';
import { ERRNO, writeStat } from './posix';
import type { FileFunction, WasmFunction } from './wasm-imports';
import type { WasmMemory } from './wasm-memory';

/** Descriptors of real files start here; Emscripten's own end at 4096. */
const FIRST_DESCRIPTOR = 1_000_000;

/** File type in `fdstat`: a regular file. */
const REGULAR_FILE = 4;

/** Of what sql.js passes, an address, number or descriptor is a number and a 64-bit number a bigint. */
type Argument = number | bigint;
type Implementation = (...args: Argument[]) => number;

interface BoundName {
  readonly file: BoundFile;
  readonly part: FilePart;
}

export class SqlJsFiles {
  readonly #names = new Map<string, BoundName>();
  readonly #open = new Map<number, OpenFile>();
  #nextDescriptor = FIRST_DESCRIPTOR;
  #pending: BoundFile | undefined;
  #memory: WasmMemory | undefined;

  /** Must be called before the instance runs: memory exists only after instantiation. */
  attach(memory: WasmMemory): void {
    this.#memory = memory;
  }

  /** The next database that sql.js opens under a name of its own (`/dbfile_N`) is `file`. */
  bindNext(file: BoundFile): void {
    this.#pending = file;
  }

  bind(name: string, file: BoundFile): void {
    for (const part of FILE_PARTS) {
      // A reader of a file in write-ahead mode needs a log; where there is none, an empty one in memory will do.
      if (part === '-wal' && file.readOnly && !file.exists(part)) continue;
      this.#names.set(name + part, { file, part });
    }
  }

  unbind(file: BoundFile): void {
    if (this.#pending === file) this.#pending = undefined;
    for (const [name, bound] of this.#names) if (bound.file === file) this.#names.delete(name);
    for (const [descriptor, open] of this.#open) {
      if (open.file !== file) continue;
      // SQLite closed the database but not this file: a failed close. Leaking the descriptor would lock it on Windows.
      this.#open.delete(descriptor);
      file.close(open);
    }
  }

  /** The replacement for one of the POSIX functions sql.js imports. */
  replacement(name: FileFunction, original: WasmFunction): WasmFunction {
    const fallback = original as unknown as Implementation;
    return this.#implementations[name](fallback) as WasmFunction;
  }

  get #heap(): WasmMemory {
    if (this.#memory === undefined) throw new Error('the memory of sql.js is not attached');
    return this.#memory;
  }

  #find(nameAddress: Argument): BoundName | undefined {
    const name = this.#heap.cString(Number(nameAddress));
    const path = name.startsWith('/') ? name : `/${name}`;
    const known = this.#names.get(path);
    if (known !== undefined || this.#pending === undefined || !/^\/dbfile_\d+$/.test(path)) return known;
    this.bind(path, this.#pending);
    this.#pending = undefined;
    return this.#names.get(path);
  }

  /** For functions whose argument `position` is a path; errors are negative. */
  #byPath(position: number, work: (bound: BoundName, ...args: Argument[]) => number) {
    return (fallback: Implementation): Implementation =>
      (...args) => {
        const bound = this.#find(args[position] ?? 0);
        return bound === undefined ? fallback(...args) : settle(-1, () => work(bound, ...args));
      };
  }

  /** For functions whose first argument is a descriptor; WASI functions have positive errors, system calls negative. */
  #byDescriptor(sign: 1 | -1, work: (open: OpenFile, ...args: Argument[]) => number) {
    return (fallback: Implementation): Implementation =>
      (...args) => {
        const open = this.#open.get(Number(args[0]));
        return open === undefined ? fallback(...args) : settle(sign, () => work(open, ...args));
      };
  }

  /** Walks the buffers of a gathered read or write until one is not filled; stores the byte count at `total`. */
  #transfer(
    buffers: Argument,
    count: Argument,
    total: Argument,
    move: (at: number, length: number) => number,
  ) {
    let sum = 0;
    for (let index = 0; index < Number(count); index++) {
      const entry = Number(buffers) + index * 8;
      const length = this.#heap.uint32(entry + 4);
      const moved = length === 0 ? 0 : move(this.#heap.uint32(entry), length);
      sum += moved;
      if (moved < length) break;
    }
    this.#heap.setUint32(Number(total), sum);
    return 0;
  }

  #writeStatus({ file, part }: BoundName, buffer: Argument): number {
    const status = file.status(part);
    if (status === undefined) return -ERRNO.ENOENT;
    writeStat(this.#heap, Number(buffer), status);
    return 0;
  }

  readonly #status = this.#byPath(0, (bound, _path, buffer) => this.#writeStatus(bound, buffer ?? 0));

  readonly #implementations: Record<FileFunction, (fallback: Implementation) => Implementation> = {
    __syscall_openat: this.#byPath(1, ({ file, part }, _folder, _path, flags, varargs) => {
      const mode = varargs ? this.#heap.uint32(Number(varargs)) : 0;
      const descriptor = this.#nextDescriptor++;
      this.#open.set(descriptor, file.open(part, Number(flags), mode));
      return descriptor;
    }),
    __syscall_stat64: this.#status,
    __syscall_lstat64: this.#status,
    __syscall_newfstatat: this.#byPath(1, (bound, _folder, _path, buffer) =>
      this.#writeStatus(bound, buffer ?? 0),
    ),
    __syscall_faccessat: this.#byPath(1, ({ file, part }, _folder, _path, mode) => {
      file.access(part, Number(mode));
      return 0;
    }),
    __syscall_readlinkat: this.#byPath(1, () => -ERRNO.EINVAL),
    __syscall_unlinkat: this.#byPath(1, ({ file, part }) => {
      file.remove(part);
      return 0;
    }),
    __syscall_fstat64: this.#byDescriptor(-1, (open, _descriptor, buffer) => {
      writeStat(this.#heap, Number(buffer), open.file.statusOf(open));
      return 0;
    }),
    __syscall_ftruncate64: this.#byDescriptor(-1, (open, _descriptor, length) => {
      open.file.truncate(open, Number(length));
      return 0;
    }),
    // The journal gets the permissions and owner of the database; where that is refused, SQLite does not mind.
    __syscall_fchmod: this.#byDescriptor(-1, (open, _descriptor, mode) =>
      ignoringRefusal(() => open.file.files.fchmodSync(open.descriptor, Number(mode) & 0o7777)),
    ),
    __syscall_fchown32: this.#byDescriptor(-1, (open, _descriptor, user, group) =>
      ignoringRefusal(() => open.file.files.fchownSync(open.descriptor, Number(user), Number(group))),
    ),
    // Locks always succeed, as in Emscripten: one writer is held by our own lock file.
    __syscall_fcntl64: this.#byDescriptor(-1, (_open, _descriptor, command, varargs) => {
      if (Number(command) === GET_LOCK) {
        const lock = this.#heap.uint32(Number(varargs));
        this.#heap.view.setInt16(lock, UNLOCKED, true);
      }
      return 0;
    }),
    fd_close: this.#byDescriptor(1, (open, descriptor) => {
      this.#open.delete(Number(descriptor));
      open.file.close(open);
      return 0;
    }),
    fd_fdstat_get: this.#byDescriptor(1, (_open, _descriptor, buffer) => {
      this.#heap.bytes.fill(0, Number(buffer), Number(buffer) + 24);
      this.#heap.bytes[Number(buffer)] = REGULAR_FILE;
      return 0;
    }),
    fd_read: this.#byDescriptor(1, (open, _descriptor, buffers, count, total) =>
      this.#transfer(buffers ?? 0, count ?? 0, total ?? 0, (at, length) =>
        open.file.read(open, this.#heap.bytes, at, length),
      ),
    ),
    fd_write: this.#byDescriptor(1, (open, _descriptor, buffers, count, total) =>
      this.#transfer(buffers ?? 0, count ?? 0, total ?? 0, (at, length) =>
        open.file.write(open, this.#heap.bytes, at, length),
      ),
    ),
    fd_seek: this.#byDescriptor(1, (open, _descriptor, offset, whence, result) => {
      const position = seekBase(open, Number(whence)) + Number(offset);
      if (!(position >= 0)) return ERRNO.EINVAL;
      open.position = position;
      this.#heap.setBigInt64(Number(result), BigInt(position));
      return 0;
    }),
    fd_sync: this.#syncImplementation(),
  };

  /** A sync of anything else is SQLite's sync of the folder, which lies in memory: the real folder's turn. */
  #syncImplementation() {
    const real = this.#byDescriptor(1, (open) => {
      open.file.sync(open);
      return 0;
    });
    return (fallback: Implementation): Implementation => {
      const memory: Implementation = (...args) =>
        settle(1, () => {
          for (const { file } of this.#names.values()) file.syncFolder();
          return fallback(...args) ?? 0;
        });
      return real(memory);
    };
  }
}

function seekBase(open: OpenFile, whence: number): number {
  if (whence === 0) return 0;
  return whence === 1 ? open.position : Number(open.file.statusOf(open).size);
}

const GET_LOCK = 12;
const UNLOCKED = 2;

function settle(sign: 1 | -1, work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (error instanceof Errno) return sign * error.number;
    throw error;
  }
}

function ignoringRefusal(work: () => void): number {
  try {
    work();
  } catch {
    return -ERRNO.EPERM;
  }
  return 0;
}
