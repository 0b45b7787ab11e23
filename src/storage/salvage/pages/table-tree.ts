/**
 * The leaf pages that belong to a table by its tree. A page is taken when its row numbers lie where the tree has it
 * and its rows are of the table; a page that is not, or can't be read, is a break, and what hangs below it is lost to
 * the tree.
 */
import { headerAt, interiorType, type LeafPage, leafType, readLeafPage } from './leaf-page';
import type { Pages } from './pages';
import { readVarint } from './record';

export interface TreeLeaf extends LeafPage {
  readonly page: number;
}

export interface TableTree {
  readonly leaves: readonly TreeLeaf[];
  /** Places where the tree leads nowhere. */
  readonly breaks: number;
}

interface Branch {
  readonly page: number;
  /** Row numbers below: above `low`, up to `high`. */
  readonly low: number;
  readonly high: number;
  readonly depth: number;
}

export interface TreeOptions {
  readonly root: number;
  /** Pages that are in a tree already; grows. */
  readonly taken: Set<number>;
  /** Whether the rows of a leaf are of this table. */
  readonly fits: (leaf: LeafPage) => boolean;
}

const deepest = 40;

export function walkTable(pages: Pages, { root, taken, fits }: TreeOptions): TableTree {
  const leaves: TreeLeaf[] = [];
  let breaks = 0;
  const stack: Branch[] = [
    { page: root, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, depth: 0 },
  ];
  for (let branch = stack.pop(); branch; branch = stack.pop()) {
    const { page, low, high, depth } = branch;
    const type = taken.has(page) || depth > deepest ? undefined : pages.page(page)?.[headerAt(page)];
    if (type === leafType) {
      const leaf = readLeafPage(pages, page);
      if (leaf && liesBetween(leaf, branch) && fits(leaf)) {
        taken.add(page);
        leaves.push({ ...leaf, page });
        if (!leaf.isSound) breaks += 1;
        continue;
      }
    }
    const children = type === interiorType ? childrenOf(pages, page) : undefined;
    if (!children) {
      breaks += 1;
      continue;
    }
    taken.add(page);
    if (!children.isSound) breaks += 1;
    let from = low;
    const below: Branch[] = [];
    for (const [child, key] of children.list) {
      const to = key ?? high;
      if (to < from || to > high) breaks += 1;
      below.push({ page: child, low: from, high: to, depth: depth + 1 });
      from = to;
    }
    stack.push(...below.reverse());
  }
  return { leaves, breaks };
}

/** Most of its rows: a single number may be damaged. */
function liesBetween({ cells }: LeafPage, { low, high }: Branch): boolean {
  const inside = cells.filter(({ rowId }) => rowId > low && rowId <= high).length;
  return inside * 2 >= cells.length;
}

function childrenOf(
  pages: Pages,
  page: number,
):
  | { readonly list: (readonly [page: number, key: number | undefined])[]; readonly isSound: boolean }
  | undefined {
  const bytes = pages.page(page);
  if (!bytes) return undefined;
  const header = headerAt(page);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint16(header + 3);
  const list: (readonly [number, number | undefined])[] = [];
  let isSound = true;
  const add = (child: number, key: number | undefined) => {
    if (child > 1 && child <= pages.count) list.push([child, key]);
    else isSound = false;
  };
  if (header + 12 + 2 * count > bytes.length) return undefined;
  for (let index = 0; index < count; index += 1) {
    const at = view.getUint16(header + 12 + 2 * index);
    const key = at + 4 < bytes.length ? readVarint(bytes, at + 4) : undefined;
    if (key) add(view.getUint32(at), key[0]);
    else isSound = false;
  }
  add(view.getUint32(header + 8), undefined);
  return { list, isSound };
}
