/**
 * What the first hundred bytes of a database say, believed only as far as the rest of the file agrees.
 * Layout: https://www.sqlite.org/fileformat2.html#the_database_header
 */
import type { PageFile } from './page-file';

export interface SalvageHeader {
  /** False where the header is destroyed, and all below was guessed. */
  readonly isIntact: boolean;
  /** The file begins as every SQLite file does. */
  readonly hasMagic: boolean;
  readonly pageSize: number;
  /** Bytes of a page that hold content. */
  readonly usableSize: number;
  /** As the header counts; 0 where it can't be believed. */
  readonly pageCount: number;
  readonly firstFreePage: number;
  readonly freePageCount: number;
  readonly applicationId: number;
  readonly userVersion: number;
}

const magic = 'SQLite format 3\0';
const pageSizes = [4096, 1024, 2048, 8192, 16_384, 32_768, 65_536, 512];
const smallestUsable = 480;

export function readSalvageHeader(file: PageFile): SalvageHeader {
  const bytes = file.bytes(0, 100) ?? new Uint8Array(100);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const hasMagic = String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
  const stored = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const reserved = view.getUint8(20);
  const isFormat =
    view.getUint8(21) === 64 &&
    view.getUint8(22) === 32 &&
    view.getUint8(23) === 32 &&
    view.getUint32(56) === 1;
  const isIntact = hasMagic && pageSizes.includes(stored) && isFormat && stored - reserved >= smallestUsable;
  const guessed = isIntact ? stored : guessPageSize(file, pageSizes.includes(stored) ? stored : undefined);
  return {
    isIntact,
    hasMagic,
    pageSize: guessed,
    usableSize: isIntact ? guessed - reserved : guessed,
    pageCount: isIntact && view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) : 0,
    firstFreePage: isIntact ? view.getUint32(32) : 0,
    freePageCount: isIntact ? view.getUint32(36) : 0,
    applicationId: view.getUint32(68),
    userVersion: view.getUint32(60),
  };
}

const sampled = 400;

/** The size at whose multiples most b-tree pages begin. */
function guessPageSize(file: PageFile, stored: number | undefined): number {
  let best = stored ?? 4096;
  let bestShare = 0;
  for (const size of stored === undefined ? pageSizes : [stored, ...pageSizes]) {
    const pages = Math.floor(file.size / size);
    const step = Math.max(1, Math.floor(pages / sampled));
    let looked = 0;
    let found = 0;
    for (let page = 1; page < pages; page += step) {
      looked += 1;
      const bytes = file.bytes(page * size, 8);
      if (bytes && looksLikeBtree(bytes, size)) found += 1;
    }
    // A smaller size finds the same pages at every other or fourth place.
    if (looked > 0 && found / looked > bestShare * 1.1) {
      best = size;
      bestShare = found / looked;
    }
  }
  return best;
}

function looksLikeBtree(bytes: Uint8Array, pageSize: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const type = view.getUint8(0);
  if (type !== 2 && type !== 5 && type !== 10 && type !== 13) return false;
  const cells = view.getUint16(3);
  const content = view.getUint16(5) || 65_536;
  return cells > 0 && content <= pageSize && 8 + cells * 2 <= content && view.getUint16(1) < pageSize;
}
