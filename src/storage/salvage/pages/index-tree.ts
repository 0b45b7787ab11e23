/**
 * The entries of an index by its tree. SQLite keeps them apart from the rows, so they often outlive them.
 * Layout: https://www.sqlite.org/fileformat2.html#b_tree_pages
 */
import type { Pages } from './pages';
import { readRecordHeader, readValues, readVarint, type Value, wholeColumns } from './record';

const interior = 2;
const leaf = 10;
const deepest = 40;

export interface IndexTree {
  /** The indexed columns, then the row's number. */
  readonly entries: readonly (readonly Value[])[];
  /** The tree led everywhere, and every entry could be read. */
  readonly isWhole: boolean;
}

/** Broken branches are left out, and entries that do not lie on their page whole. */
export function readIndex(pages: Pages, root: number): IndexTree {
  const entries: Value[][] = [];
  let isWhole = true;
  const seen = new Set<number>();
  const stack = [{ page: root, depth: 0 }];
  for (let branch = stack.pop(); branch; branch = stack.pop()) {
    const { page, depth } = branch;
    const bytes = seen.has(page) || depth > deepest ? undefined : pages.page(page);
    const type = bytes?.[0];
    if (!bytes || (type !== interior && type !== leaf) || page < 2) {
      isWhole = false;
      continue;
    }
    seen.add(page);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const pointers = type === interior ? 12 : 8;
    const count = Math.min(view.getUint16(3), Math.floor((bytes.length - pointers) / 2));
    for (let index = 0; index < count; index += 1) {
      const at = view.getUint16(pointers + 2 * index);
      if (at < pointers || at + 5 > bytes.length) {
        isWhole = false;
        continue;
      }
      if (type === interior) stack.push({ page: view.getUint32(at), depth: depth + 1 });
      const entry = entryAt(bytes, type === interior ? at + 4 : at);
      if (entry) entries.push(entry);
      else isWhole = false;
    }
    if (type === interior) stack.push({ page: view.getUint32(8), depth: depth + 1 });
  }
  return { entries, isWhole };
}

function entryAt(bytes: Uint8Array, at: number): Value[] | undefined {
  const length = readVarint(bytes, at);
  if (!length || length[1] + length[0] > bytes.length) return undefined;
  const local = bytes.subarray(length[1], length[1] + length[0]);
  const header = readRecordHeader(local, length[0]);
  if (!header || wholeColumns(header, local.length) < header.serialTypes.length) return undefined;
  return readValues(local, header);
}
