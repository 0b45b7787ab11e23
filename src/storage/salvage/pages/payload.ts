/**
 * The bytes of a record, from its page and the overflow pages behind it. A page belongs to one record only, which
 * also ends every circle. Where a link is broken, the next page is tried: SQLite writes a long text in one run, and
 * the number of pages that must follow says whether it is the right one.
 */
import type { Cell } from './leaf-page';
import type { Pages } from './pages';

/** Bytes that could not be read. */
export interface Gap {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface Payload {
  /** Zeros in gaps. Shorter than the record where its end is lost. */
  readonly bytes: Uint8Array;
  readonly gaps: readonly Gap[];
}

export interface PayloadReader {
  /** The part of the record on its own page. */
  local(cell: Cell): Uint8Array;
  whole(cell: Cell): Payload;
}

/** Broken links after which no more of one record is looked for. */
const mostBreaks = 200;

export function createPayloadReader(pages: Pages, isTaken: (page: number) => boolean): PayloadReader {
  const owners = new Map<number, string>();
  const perPage = pages.header.usableSize - 4;
  const local = (cell: Cell) =>
    (pages.page(cell.page) ?? new Uint8Array(0)).subarray(cell.start, cell.start + cell.localLength);
  const linkOf = (page: number): number => {
    const bytes = pages.page(page);
    return bytes ? new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) : 0;
  };
  const isUsable = (page: number, owner: string) =>
    page > 1 && page <= pages.count && !isTaken(page) && (owners.get(page) ?? owner) === owner;
  /** Whether a chain of exactly `count` pages begins here. */
  const isChain = (first: number, count: number, owner: string): boolean => {
    let page = first;
    for (let left = count; left > 0; left -= 1) {
      if (!isUsable(page, owner)) return false;
      page = linkOf(page);
    }
    return page === 0;
  };

  return {
    local,
    whole(cell) {
      const owner = `${cell.page}:${cell.at}`;
      const total = Math.ceil((cell.length - cell.localLength) / perPage);
      const parts: Uint8Array[] = [local(cell)];
      const gaps: Gap[] = [];
      const seen = new Set<number>();
      let length = cell.localLength;
      let page = cell.overflow;
      let isTrusted = isChain(page, total, owner);
      let breaks = 0;
      for (let left = total - 1; left >= 0; left -= 1) {
        if (!isUsable(page, owner) || seen.has(page)) break;
        seen.add(page);
        owners.set(page, owner);
        const want = Math.min(perPage, cell.length - length);
        const bytes = pages.page(page)?.subarray(4, 4 + want);
        let link = linkOf(page);
        // No text holds a NUL, so a page of zeros was written over.
        let isBroken = bytes === undefined || bytes.every((byte) => byte === 0) || (left === 0 && link !== 0);
        if (!isTrusted && left > 0 && link !== page + 1) {
          const goesOn = breaks < mostBreaks;
          if (goesOn && !isChain(link, left, owner)) {
            breaks += 1;
            isBroken = true;
            if (isChain(page + 1, left, owner)) {
              link = page + 1;
              isTrusted = true;
            } else if (left > 1 && !isUsable(link, owner)) link = page + 1;
          } else isTrusted = goesOn;
        }
        // A broken link alone costs no text; a page that was written over holds none.
        if (bytes && (!isBroken || isReadable(bytes))) parts.push(bytes);
        else {
          gaps.push({ from: length, to: length + want });
          parts.push(new Uint8Array(want));
        }
        length += want;
        page = link;
      }
      if (length < cell.length) gaps.push({ from: length, to: cell.length });
      return { bytes: joined(parts, length), gaps };
    },
  };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text but for a few bytes. */
function isReadable(bytes: Uint8Array): boolean {
  const text = utf8.decode(bytes);
  let strange = 0;
  for (const character of text) {
    if (character === '\uFFFD' || (character < ' ' && character !== '\n' && character !== '\t')) strange += 1;
  }
  return strange <= 6 + text.length / 100;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
