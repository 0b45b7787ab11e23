import { fail, ok, type Result } from '../result';
import type { CodingTable, CooccurrenceData, CooccurrenceQuery } from './types';

/** A query resolved against the data: which codings count, in which groups, for which rows. */
export interface Selection {
  readonly size: number;
  /** Row → index in `codeIds`. */
  readonly codes: Int32Array;
  /** The rows for which a code's codings count: `rows[rowOffsets[code] .. rowOffsets[code + 1])`. */
  readonly rowOffsets: Int32Array;
  readonly rows: Int32Array;
  /**
   * The codings, grouped by document (*each*: by document, then coder), in order of start within a group. Group g
   * is `order[groupOffsets[g] .. groupOffsets[g + 1])` and lies in document `groupSources[g]`.
   */
  readonly order: Int32Array;
  readonly groupOffsets: Int32Array;
  readonly groupSources: Int32Array;
  readonly considered: { readonly codings: number; readonly documents: number; readonly coders: number };
  readonly hidden: { readonly codings: number };
}

/** Applies the filters of a query; a name in a filter that the data does not know is refused (`notFound`). */
export function select(data: CooccurrenceData, query: CooccurrenceQuery): Result<Selection> {
  const sources = member(data.sourceIds, query.sourceIds);
  const coders = member(data.coderIds, query.coderIds);
  const shown = member(data.codeIds, query.codeIds);
  if (!sources || !coders || !shown) {
    const what = !sources ? 'document' : !coders ? 'coder' : 'code';
    return fail('notFound', `The co-occurrence names a ${what} that is not in the project. Choose it again.`);
  }
  if (!query.withSubcodes && data.codeIsCodable) {
    for (let code = 0; code < shown.length; code += 1) if (data.codeIsCodable[code] === 0) shown[code] = 0;
  }
  const { codes, rowOffsets, rows } = rowsOfCodes(data, shown, query.withSubcodes);
  const grouped = groupCodings(data, {
    perCoder: query.coders === 'each',
    counts: (coding) => {
      const code = data.table.code[coding] ?? 0;
      return (
        sources[data.table.sourceIndex[coding] ?? 0] === 1 &&
        coders[data.table.coder[coding] ?? 0] === 1 &&
        (rowOffsets[code + 1] ?? 0) > (rowOffsets[code] ?? 0)
      );
    },
  });
  return ok({ size: codes.length, codes, rowOffsets, rows, ...grouped });
}

/** 1 for each id that is wanted; null where a wanted one is unknown. */
function member<Id extends string>(all: readonly Id[], wanted: readonly Id[] | undefined): Uint8Array | null {
  const isIn = new Uint8Array(all.length);
  if (wanted === undefined) return isIn.fill(1);
  const indices = new Map(all.map((id, index) => [id, index]));
  for (const id of wanted) {
    const index = indices.get(id);
    if (index === undefined) return null;
    isIn[index] = 1;
  }
  return isIn;
}

function rowsOfCodes(data: CooccurrenceData, shown: Uint8Array, withSubcodes: boolean) {
  const rowOf = new Int32Array(shown.length).fill(-1);
  let size = 0;
  for (let code = 0; code < shown.length; code += 1) {
    if (shown[code] !== 1) continue;
    rowOf[code] = size;
    size += 1;
  }
  const codes = new Int32Array(size);
  const rowOffsets = new Int32Array(shown.length + 1);
  const rows: number[] = [];
  for (let code = 0; code < shown.length; code += 1) {
    const own = rowOf[code] ?? -1;
    if (own >= 0) codes[own] = code;
    for (const at of withSubcodes ? selfAndAncestors(data.codeParents, code) : [code]) {
      const row = rowOf[at] ?? -1;
      if (row >= 0) rows.push(row);
    }
    rowOffsets[code + 1] = rows.length;
  }
  return { codes, rowOffsets, rows: Int32Array.from(rows) };
}

/** The code and those above it, nearest first. */
export function selfAndAncestors(parents: Int32Array, code: number): number[] {
  const chain: number[] = [];
  for (let at = code; at >= 0 && chain.length <= parents.length; at = parents[at] ?? -1) chain.push(at);
  return chain;
}

function groupCodings(
  data: CooccurrenceData,
  { perCoder, counts }: { perCoder: boolean; counts: (coding: number) => boolean },
) {
  const { table } = data;
  const total = table.start.length;
  const coders = perCoder ? data.coderIds.length : 1;
  // Offsets of the groups by counting, then each coding into its place: linear, and keeps an order by start.
  const ends = new Int32Array(data.sourceIds.length * coders + 1);
  const groupOf = new Int32Array(total);
  let kept = 0;
  for (let coding = 0; coding < total; coding += 1) {
    // A coding without a character covers nothing.
    const isKept = (table.end[coding] ?? 0) > (table.start[coding] ?? 0) && counts(coding);
    const group = (table.sourceIndex[coding] ?? 0) * coders + (perCoder ? (table.coder[coding] ?? 0) : 0);
    groupOf[coding] = isKept ? group : -1;
    if (!isKept) continue;
    ends[group + 1] = (ends[group + 1] ?? 0) + 1;
    kept += 1;
  }
  for (let group = 1; group < ends.length; group += 1)
    ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  const next = ends.slice();
  const order = new Int32Array(kept);
  const usedCoders = new Uint8Array(data.coderIds.length);
  for (let coding = 0; coding < total; coding += 1) {
    const group = groupOf[coding] ?? -1;
    if (group < 0) continue;
    const at = next[group] ?? 0;
    order[at] = coding;
    next[group] = at + 1;
    usedCoders[table.coder[coding] ?? 0] = 1;
  }

  const groupOffsets = [0];
  const groupSources: number[] = [];
  let documents = 0;
  for (let group = 0; group + 1 < ends.length; group += 1) {
    const from = ends[group] ?? 0;
    const to = ends[group + 1] ?? 0;
    if (to === from) continue;
    const source = Math.floor(group / coders);
    if (groupSources.at(-1) !== source) documents += 1;
    groupOffsets.push(to);
    groupSources.push(source);
    sortByStart(order, table, { from, to });
  }
  return {
    order,
    groupOffsets: Int32Array.from(groupOffsets),
    groupSources: Int32Array.from(groupSources),
    considered: { codings: kept, documents, coders: usedCoders.reduce((sum, used) => sum + used, 0) },
    hidden: { codings: total - kept },
  };
}

/** Numbers sort many times faster without a comparing function, so start and index are packed into one. */
function sortByStart(
  order: Int32Array,
  table: CodingTable,
  { from, to }: { from: number; to: number },
): void {
  let isSorted = true;
  for (let at = from + 1; at < to && isSorted; at += 1) {
    isSorted = (table.start[order[at - 1] ?? 0] ?? 0) <= (table.start[order[at] ?? 0] ?? 0);
  }
  if (isSorted) return;
  const part = order.slice(from, to);
  const scale = part.length;
  // Starts are below 2^31, so the keys are exact up to 2^22 codings in one document.
  if (scale > 2 ** 22) {
    order.set(
      part.sort((a, b) => (table.start[a] ?? 0) - (table.start[b] ?? 0)),
      from,
    );
    return;
  }
  const keys = new Float64Array(scale);
  for (let at = 0; at < scale; at += 1) keys[at] = (table.start[part[at] ?? 0] ?? 0) * scale + at;
  keys.sort();
  for (let at = 0; at < scale; at += 1) order[from + at] = part[(keys[at] ?? 0) % scale] ?? 0;
}
