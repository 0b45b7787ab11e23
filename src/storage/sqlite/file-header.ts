/**
 * What the first bytes of a database and of its journal say, read past SQLite.
 * Layout: https://www.sqlite.org/fileformat2.html#the_database_header
 */
import { type FileSystem, systemCodeOf } from './file-system';
import { MAGIC_LENGTH, unveiledByte } from './veiled-journal';

const MAGIC = 'SQLite format 3\0';
const HEADER_LENGTH = 100;
const PAGE_SIZE = 16;
const CHANGE_COUNTER = 24;
const PAGE_COUNT = 28;
const VERSION_VALID_FOR = 92;

export interface FileHeader {
  /** Bytes. */
  readonly size: bigint;
  readonly isSqlite: boolean;
  /** The file ends before the last page that the header counts; SQLite lets a last page that is cut pass. */
  readonly isCut: boolean;
}

export function readHeader(files: FileSystem, path: string): FileHeader {
  const descriptor = files.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(HEADER_LENGTH);
    const count = files.readSync(descriptor, bytes, 0, bytes.length, 0);
    const { size } = files.fstatSync(descriptor, { bigint: true });
    const isSqlite =
      count >= MAGIC.length && String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC;
    return { size, isSqlite, isCut: isSqlite && size < expectedSize(new DataView(bytes.buffer)) };
  } finally {
    files.closeSync(descriptor);
  }
}

function expectedSize(header: DataView): bigint {
  // An old writer did not keep the page count; it is valid only beside its own change counter.
  if (header.getUint32(CHANGE_COUNTER) !== header.getUint32(VERSION_VALID_FOR)) return 0n;
  const pageSize = header.getUint16(PAGE_SIZE);
  return BigInt(pageSize === 1 ? 65_536 : pageSize) * BigInt(header.getUint32(PAGE_COUNT));
}

/** SQLite's counter, which each commit raises by one, whoever made it. */
export function readCommits(files: FileSystem, descriptor: number): number {
  const bytes = new Uint8Array(4);
  files.readSync(descriptor, bytes, 0, 4, CHANGE_COUNTER);
  return new DataView(bytes.buffer).getUint32(0);
}

/** Counter and size: two equal states in a row mean that nobody committed between. */
export function readState(files: FileSystem, descriptor: number): string {
  const { size } = files.fstatSync(descriptor, { bigint: true });
  return `${readCommits(files, descriptor)}/${size}`;
}

/**
 * True while the database file may hold half a transaction: from SQLite's sync of the journal to the end of the
 * commit, or after a crash in between. Before that sync the journal starts with zero bytes, after the commit it
 * is empty.
 */
export function isJournalHot(files: FileSystem, databasePath: string): boolean {
  let descriptor: number;
  try {
    descriptor = files.openSync(`${databasePath}-journal`, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    const head = new Uint8Array(MAGIC_LENGTH);
    return files.readSync(descriptor, head, 0, MAGIC_LENGTH, 0) > 0 && unveiledByte(head) !== 0;
  } finally {
    files.closeSync(descriptor);
  }
}
