/**
 * A transaction that was never ended leaves a journal with the pages as they were before it. They are read in place of
 * the file's own, so that nothing needs to be written to see the state before.
 * Layout: https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
import { unveiledByte } from '../../sqlite/veiled-journal';
import type { PageFile } from './page-file';

export interface RolledBack {
  /** Offset in the journal by page number. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Pages of the database before the transaction. */
  readonly pageCount: number;
}

const magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
const wholeRest = 0xffffffff;

/** Undefined where the journal is no journal, empty, or of another page size. */
export function readRollbackJournal(journal: PageFile, pageSize: number): RolledBack | undefined {
  const offsets = new Map<number, number>();
  let pageCount: number | undefined;
  const recordLength = pageSize + 8;
  for (let at = 0; at + 28 <= journal.size; ) {
    const header = journal.bytes(at, 28);
    if (!header || !beginsAsJournal(header)) break;
    const view = new DataView(header.buffer, header.byteOffset, header.length);
    const nonce = view.getUint32(12);
    const sector = view.getUint32(20);
    if (view.getUint32(24) !== pageSize || sector < 28 || sector > 65_536) break;
    pageCount ??= view.getUint32(16);
    const fit = Math.floor((journal.size - at - sector) / recordLength);
    const records = view.getUint32(8) === wholeRest ? fit : Math.min(view.getUint32(8), fit);
    for (let index = 0; index < records; index += 1) {
      const record = at + sector + index * recordLength;
      const page = soundPage(journal, record, { pageSize, nonce });
      if (page === undefined) return pageCount === undefined ? undefined : { offsets, pageCount };
      // The first image of a page is the oldest.
      if (!offsets.has(page)) offsets.set(page, record + 4);
    }
    const end = at + sector + records * recordLength;
    at = Math.ceil(end / sector) * sector;
    if (records === 0) break;
  }
  return pageCount === undefined || offsets.size === 0 ? undefined : { offsets, pageCount };
}

/** The first byte of our own journals is zero on disk (`sqlite/veiled-journal`). */
function beginsAsJournal(header: Uint8Array): boolean {
  return (
    unveiledByte(header) === magic[0] && magic.every((byte, index) => index === 0 || header[index] === byte)
  );
}

function soundPage(
  journal: PageFile,
  record: number,
  { pageSize, nonce }: { readonly pageSize: number; readonly nonce: number },
): number | undefined {
  const bytes = journal.bytes(record, pageSize + 8);
  if (!bytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = nonce;
  for (let at = pageSize - 200; at > 0; at -= 200) sum = (sum + view.getUint8(4 + at)) >>> 0;
  const page = view.getUint32(0);
  return sum === view.getUint32(4 + pageSize) && page > 0 ? page : undefined;
}
