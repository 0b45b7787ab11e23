/**
 * What the first bytes of a database and of its journal say, read past SQLite.
 * Layout: https://www.sqlite.org/fileformat2.html#the_database_header
 */
import { type FileSystem, systemCodeOf } from './file-system';

const MAGIC = 'SQLite format 3\0';
const CHANGE_COUNTER = 24;

export interface FileHeader {
  /** Bytes. */
  readonly size: bigint;
  readonly isSqlite: boolean;
}

export function readHeader(files: FileSystem, path: string): FileHeader {
  const descriptor = files.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(MAGIC.length);
    const count = files.readSync(descriptor, bytes, 0, bytes.length, 0);
    const { size } = files.fstatSync(descriptor, { bigint: true });
    return { size, isSqlite: count === bytes.length && String.fromCharCode(...bytes) === MAGIC };
  } finally {
    files.closeSync(descriptor);
  }
}

/** SQLite's counter of changes and the size: two equal states in a row mean that nobody committed between. */
export function readState(files: FileSystem, descriptor: number): string {
  const bytes = new Uint8Array(4);
  files.readSync(descriptor, bytes, 0, 4, CHANGE_COUNTER);
  const { size } = files.fstatSync(descriptor, { bigint: true });
  return `${bytes.join('.')}/${size}`;
}

/**
 * True while the database file may hold half a transaction: from SQLite's sync of the journal to the end of the
 * commit, or after a crash in between. Before that sync the journal starts with a zero byte, after the commit it
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
    const first = new Uint8Array(1);
    return files.readSync(descriptor, first, 0, 1, 0) === 1 && first[0] !== 0;
  } finally {
    files.closeSync(descriptor);
  }
}
