/**
 * A damaged database as numbered pages: header, journal and file put together. All the rest reads through this.
 */
import { isJournalHot } from '../../sqlite/file-header';
import type { FileSystem } from '../../sqlite/file-system';
import { readSalvageHeader, type SalvageHeader } from './file-header';
import { openPageFile, type PageFile } from './page-file';
import { readRollbackJournal } from './rollback-journal';

export interface Pages {
  readonly header: SalvageHeader;
  /** Bytes of the file. */
  readonly size: number;
  /** Pages are numbered 1 to `count`; the last may be cut, its missing bytes are zeros. */
  readonly count: number;
  /** Pages that the header counts and the file does not have. */
  readonly missing: number;
  /** An unfinished transaction was taken back. */
  readonly isRolledBack: boolean;
  /** Content of a page without its reserved end; undefined where there is none or the disk does not give it. */
  page(number: number): Uint8Array | undefined;
  close(): void;
}

/** Throws what the file system throws when the file can't be opened. */
export function openPages(files: FileSystem, path: string): Pages {
  const file = openPageFile(files, path);
  let journal: PageFile | undefined;
  try {
    if (isJournalHot(files, path)) journal = openPageFile(files, `${path}-journal`);
    return pagesOf(file, journal);
  } catch (error) {
    file.close();
    journal?.close();
    throw error;
  }
}

/** Pages that nothing counts, beyond which no more are looked for. */
const hollowPages = 100_000;

function pagesOf(file: PageFile, journal: PageFile | undefined): Pages {
  let header = readSalvageHeader(file);
  const rolledBack = journal && readRollbackJournal(journal, header.pageSize);
  const firstPage = rolledBack?.offsets.get(1);
  if (journal && firstPage !== undefined) header = readSalvageHeader(shifted(journal, firstPage));
  const { pageSize, usableSize } = header;
  const inFile = Math.ceil(file.size / pageSize);
  const counted = rolledBack?.pageCount ?? header.pageCount;
  // A count that is too small may be what is damaged; a file of holes far beyond it is not worth a walk of hours.
  const isHollow = header.isIntact && counted > 0 && inFile > 2 * counted + hollowPages;
  const count = rolledBack || isHollow ? counted : inFile;
  return {
    header,
    size: file.size,
    count: Math.min(count, inFile + (rolledBack?.offsets.size ?? 0)),
    missing: Math.max(0, (header.isIntact ? counted : 0) - Math.floor(file.size / pageSize)),
    isRolledBack: rolledBack !== undefined,
    page(number) {
      if (!(number >= 1) || number > count) return undefined;
      const offset = rolledBack?.offsets.get(number);
      if (journal && offset !== undefined) return journal.bytes(offset, usableSize);
      return number > inFile ? undefined : file.bytes((number - 1) * pageSize, usableSize);
    },
    close() {
      file.close();
      journal?.close();
    },
  };
}

function shifted(file: PageFile, by: number): PageFile {
  return { ...file, bytes: (offset, length) => file.bytes(offset + by, length) };
}
