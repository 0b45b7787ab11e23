/**
 * The bytes of a damaged file, read on demand and never written. A block that the disk refuses is tried again page by
 * page, so that one bad sector costs one page.
 */
import type { FileSystem } from '../../sqlite/file-system';

export interface PageFile {
  /** Bytes. */
  readonly size: number;
  /** `length` bytes at `offset`, those beyond the end as zeros; undefined where the disk does not give them. */
  bytes(offset: number, length: number): Uint8Array | undefined;
  close(): void;
}

const blockLength = 1 << 16;
const blocksKept = 64;

/** Throws what the file system throws when the file can't be opened. */
export function openPageFile(files: FileSystem, path: string): PageFile {
  const descriptor = files.openSync(path, 'r');
  const size = Number(files.fstatSync(descriptor, { bigint: true }).size);
  const blocks = new Map<number, Uint8Array | null>();

  const read = (offset: number, length: number): Uint8Array | null => {
    const bytes = new Uint8Array(length);
    try {
      for (let got = 0; got < length && offset + got < size; ) {
        const count = files.readSync(descriptor, bytes, got, length - got, offset + got);
        if (count === 0) break;
        got += count;
      }
      return bytes;
    } catch {
      return null;
    }
  };
  const block = (number: number): Uint8Array | null => {
    const known = blocks.get(number);
    if (known !== undefined) return known;
    const bytes = read(number * blockLength, blockLength);
    if (blocks.size >= blocksKept) {
      const oldest = blocks.keys().next().value;
      if (oldest !== undefined) blocks.delete(oldest);
    }
    blocks.set(number, bytes);
    return bytes;
  };

  return {
    size,
    bytes(offset, length) {
      const first = Math.floor(offset / blockLength);
      if (offset + length > (first + 1) * blockLength) return read(offset, length) ?? undefined;
      const whole = block(first);
      if (whole === null) return read(offset, length) ?? undefined;
      return whole.subarray(offset - first * blockLength, offset - first * blockLength + length);
    },
    close: () => files.closeSync(descriptor),
  };
}
