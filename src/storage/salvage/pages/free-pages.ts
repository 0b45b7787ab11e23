/**
 * The list of free pages. They keep what was deleted, so no row is ever taken from them; where the list itself is
 * damaged, that must be known.
 * Layout: https://www.sqlite.org/fileformat2.html#the_freelist
 */
import type { Pages } from './pages';

export interface FreePages {
  readonly pages: ReadonlySet<number>;
  /** False where some free pages may be missing from the list. */
  readonly isComplete: boolean;
}

interface Trunk {
  readonly next: number;
  readonly leaves: readonly number[];
}

/** Reads the chain that the header names, or, where that is broken, all pages that look like a part of one. */
export function readFreePages(pages: Pages): FreePages {
  const { firstFreePage, freePageCount, isIntact } = pages.header;
  const chain = isIntact ? followChain(pages, firstFreePage) : undefined;
  if (chain && chain.size === freePageCount) return { pages: chain, isComplete: true };
  const found = findTrunks(pages);
  const isComplete = isIntact ? found.pages.size === freePageCount && found.isWhole : found.isWhole;
  for (const page of chain ?? []) found.pages.add(page);
  return { pages: found.pages, isComplete };
}

/** Undefined where the chain is broken. */
function followChain(pages: Pages, first: number): Set<number> | undefined {
  const found = new Set<number>();
  for (let page = first; page !== 0; ) {
    const trunk = readTrunk(pages, page);
    if (!trunk || found.has(page)) return undefined;
    found.add(page);
    for (const leaf of trunk.leaves) {
      if (found.has(leaf)) return undefined;
      found.add(leaf);
    }
    page = trunk.next;
  }
  return found;
}

function readTrunk(pages: Pages, page: number): Trunk | undefined {
  const bytes = page > 1 ? pages.page(page) : undefined;
  if (!bytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const next = view.getUint32(0);
  const count = view.getUint32(4);
  if (next > pages.count || next === page || count > bytes.length / 4 - 2) return undefined;
  const leaves: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const leaf = view.getUint32(8 + 4 * index);
    if (leaf < 2 || leaf > pages.count || leaf === page) return undefined;
    leaves.push(leaf);
  }
  return new Set(leaves).size === count ? { next, leaves } : undefined;
}

/** By their looks: an overflow page holds text where a trunk has its small count. */
function findTrunks(pages: Pages): { readonly pages: Set<number>; readonly isWhole: boolean } {
  const trunks = new Map<number, Trunk>();
  for (let page = 2; page <= pages.count; page += 1) {
    const bytes = pages.page(page);
    if (bytes?.[0] !== 0 || bytes[4] !== 0 || bytes[5] !== 0) continue;
    const trunk = readTrunk(pages, page);
    if (trunk && (trunk.leaves.length > 0 || trunk.next > 0)) trunks.set(page, trunk);
  }
  const found = new Set<number>();
  let broken = 0;
  const followed = new Set<number>();
  for (const [page, { next, leaves }] of trunks) {
    found.add(page);
    for (const leaf of leaves) found.add(leaf);
    if (next !== 0) {
      followed.add(next);
      if (!trunks.has(next)) broken += 1;
    }
  }
  // A chain has one beginning, and every link of it leads on.
  const beginnings = [...trunks.keys()].filter((page) => !followed.has(page)).length;
  return { pages: found, isWhole: broken === 0 && beginnings <= 1 };
}
