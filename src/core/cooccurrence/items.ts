import type { Selection } from './selection';
import type { CodingTable } from './types';

/** What is compared: the codings as they are, or the places (spans of a code united per group). */
export type ItemKind = 'codings' | 'places';

/** The items of one group in order of start, columns in step; the arrays are used again for each group. */
export interface Items {
  count: number;
  start: Int32Array;
  end: Int32Array;
  low: Int32Array;
  high: Int32Array;
  row: Int32Array;
}

/** Makes the items of a group: each coding once for every row that it counts for, for places united as it comes. */
export function itemBuilder(
  selection: Selection,
  table: CodingTable,
  kind: ItemKind,
): (group: number) => Items {
  const { size, order, groupOffsets, rowOffsets, rows } = selection;
  let capacity = 0;
  for (let group = 0; group + 1 < groupOffsets.length; group += 1) {
    let items = 0;
    for (let at = groupOffsets[group] ?? 0; at < (groupOffsets[group + 1] ?? 0); at += 1) {
      const code = table.code[order[at] ?? 0] ?? 0;
      items += (rowOffsets[code + 1] ?? 0) - (rowOffsets[code] ?? 0);
    }
    capacity = Math.max(capacity, items);
  }
  const column = () => new Int32Array(capacity);
  const items: Items = {
    count: 0,
    start: column(),
    end: column(),
    low: column(),
    high: column(),
    row: column(),
  };
  const lastPlace = new Int32Array(size);
  return (group) => {
    let count = 0;
    lastPlace.fill(-1);
    const groupEnd = groupOffsets[group + 1] ?? 0;
    for (let at = groupOffsets[group] ?? 0; at < groupEnd; at += 1) {
      const coding = order[at] ?? 0;
      const code = table.code[coding] ?? 0;
      const start = table.start[coding] ?? 0;
      const end = table.end[coding] ?? 0;
      const rowsEnd = rowOffsets[code + 1] ?? 0;
      for (let r = rowOffsets[code] ?? 0; r < rowsEnd; r += 1) {
        const row = rows[r] ?? 0;
        if (kind === 'places') {
          const last = lastPlace[row] ?? -1;
          if (last >= 0 && start <= (items.end[last] ?? 0)) {
            if (end > (items.end[last] ?? 0)) items.end[last] = end;
            continue;
          }
          lastPlace[row] = count;
        }
        items.start[count] = start;
        items.end[count] = end;
        items.row[count] = row;
        count += 1;
      }
    }
    items.count = count;
    return items;
  };
}
