/**
 * The cells of a table's leaf page. Only what the page itself accounts for is taken: a cell that lies in freed space
 * or under another is what is left of a deleted row, and must stay deleted.
 * Layout: https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
import type { Pages } from './pages';
import { readVarint } from './record';

export interface Cell {
  readonly page: number;
  /** Offset in the page; with `page` the cell's identity. */
  readonly at: number;
  readonly rowId: number;
  /** Bytes of the whole record. */
  readonly length: number;
  /** Where in the page its first part lies. */
  readonly start: number;
  readonly localLength: number;
  /** The first page of the rest; 0 where the record lies on the page whole. */
  readonly overflow: number;
}

export interface LeafPage {
  readonly cells: readonly Cell[];
  /** Pointers that lead to no cell. */
  readonly lost: number;
  /** Every byte of the page is accounted for. */
  readonly isSound: boolean;
}

export const leafType = 13;
export const interiorType = 5;

export function headerAt(page: number): number {
  return page === 1 ? 100 : 0;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Undefined where the page is no leaf page of a table. */
export function readLeafPage(pages: Pages, page: number): LeafPage | undefined {
  const bytes = pages.page(page);
  const header = headerAt(page);
  if (bytes?.[header] !== leafType) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint16(header + 3);
  const content = view.getUint16(header + 5) || 65_536;
  const pointers = header + 8;
  const most = Math.floor((Math.min(content, bytes.length) - pointers) / 2);
  const freed = freeBlocks(view, header);
  const cells: Cell[] = [];
  let used = 0;
  let lost = 0;
  let isRead = count <= most;
  const taken: Extent[] = [...(freed ?? [])];
  const owed = bytes.length - content - view.getUint8(header + 7) - sum(freed ?? []);
  // The count may be what is damaged: where the bytes do not add up, the pointers go on as long as they lead to cells.
  for (let index = 0; index < most; index += 1) {
    const isCounted = index < count;
    if (!isCounted && used >= owed) break;
    const cell = readCell(pages, { page, bytes, at: view.getUint16(pointers + 2 * index) });
    const extent = cell && { from: cell.at, to: endOf(cell) };
    const isNew =
      cell !== undefined &&
      extent !== undefined &&
      cell.at >= content &&
      extent.to <= bytes.length &&
      cell.rowId > (cells.at(-1)?.rowId ?? Number.NEGATIVE_INFINITY) &&
      !taken.some(({ from, to }) => extent.from < to && from < extent.to);
    if (!isNew) {
      isRead = false;
      if (!isCounted) break;
      lost += 1;
      continue;
    }
    if (!isCounted) isRead = false;
    cells.push(cell);
    taken.push(extent);
    used += extent.to - extent.from;
  }
  return { cells, lost, isSound: isRead && freed !== undefined && used === owed };
}

/** A cell takes at least four bytes. */
function endOf({ start, localLength, overflow, at }: Cell): number {
  return Math.max(start + localLength + (overflow === 0 ? 0 : 4), at + 4);
}

function readCell(
  pages: Pages,
  { page, bytes, at }: { readonly page: number; readonly bytes: Uint8Array; readonly at: number },
): Cell | undefined {
  const length = readVarint(bytes, at);
  const key = length && readVarint(bytes, length[1]);
  // No record is longer than the file.
  if (!length || !key || length[0] < 2 || length[0] > pages.count * bytes.length) return undefined;
  const localLength = localLengthOf(length[0], pages.header.usableSize);
  const start = key[1];
  const end = start + localLength;
  if (end > bytes.length) return undefined;
  const isWhole = localLength === length[0];
  if (!isWhole && end + 4 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const overflow = isWhole ? 0 : view.getUint32(end);
  return { page, at, rowId: signed(key[0]), length: length[0], start, localLength, overflow };
}

/** Row numbers beyond 2^53 are none of ours; they only must not be taken for small ones. */
function signed(value: number): number {
  return value > 2 ** 63 ? value - 2 ** 64 : value;
}

/** https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages */
function localLengthOf(length: number, usable: number): number {
  const most = usable - 35;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** Undefined where the chain of freed blocks is broken. */
function freeBlocks(view: DataView, header: number): Extent[] | undefined {
  const blocks: Extent[] = [];
  let last = 0;
  for (let at = view.getUint16(header + 1); at !== 0; at = view.getUint16(at)) {
    if (at <= last || at + 4 > view.byteLength) return undefined;
    const size = view.getUint16(at + 2);
    if (size < 4 || at + size > view.byteLength) return undefined;
    blocks.push({ from: at, to: at + size });
    last = at;
  }
  return blocks;
}

function sum(extents: readonly Extent[]): number {
  return extents.reduce((total, { from, to }) => total + to - from, 0);
}
