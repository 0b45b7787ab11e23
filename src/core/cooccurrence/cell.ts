import type { CodeId } from '../ids';
import { fail, ok, type Result } from '../result';
import { checkCooccurrence } from './check';
import { comparesCodings } from './matrix';
import { type PlacedSpans, passesTest, planRelation } from './relation';
import { type Selection, select, selfAndAncestors } from './selection';
import type { CellQuotation, CooccurrenceData, CooccurrenceQuery, Relation } from './types';

/**
 * The places or pairs behind one cell, in document order (CO16): as many as the cell says for pairs and places;
 * for characters their lengths add up to the cell; for documents every place in which the relation holds. On the
 * diagonal the code's own items, for a code with its own ancestor nothing.
 */
export function cellQuotations(
  data: CooccurrenceData,
  query: CooccurrenceQuery,
  cell: { readonly row: CodeId; readonly column: CodeId },
): Result<readonly CellQuotation[]> {
  const checked = checkCooccurrence(query);
  if (!checked.ok) return checked;
  const rowCode = data.codeIds.indexOf(cell.row);
  const columnCode = data.codeIds.indexOf(cell.column);
  if (rowCode < 0 || columnCode < 0) {
    return fail('notFound', 'One of the two codes is no longer in the project. Open the table again.');
  }
  if (query.withSubcodes && rowCode !== columnCode && isInLine(data.codeParents, rowCode, columnCode))
    return ok([]);
  const selected = select(data, { ...query, codeIds: [cell.row, cell.column] });
  if (!selected.ok) return selected;
  const selection = selected.value;
  const sideOf = (code: number) => selection.codes.indexOf(code);
  const isUnited = !comparesCodings(query);
  const found: CellQuotation[] = [];
  for (let group = 0; group < selection.groupSources.length; group += 1) {
    const sourceIndex = selection.groupSources[group] ?? 0;
    const rows = itemsOf(data, selection, { group, row: sideOf(rowCode), isUnited });
    if (rowCode === columnCode) {
      for (const { start, end, codings } of rows) {
        found.push({ sourceIndex, start, end, rowCodings: codings, columnCodings: codings });
      }
      continue;
    }
    const columns = itemsOf(data, selection, { group, row: sideOf(columnCode), isUnited });
    const related = relatedIn(data, query.relation, { sourceIndex, rows, columns });
    const isOverlap = query.relation.kind === 'overlaps';
    if (isOverlap || query.count === 'pairs')
      addPairs(found, { sourceIndex, rows, columns, related, isOverlap });
    else addRows(found, { sourceIndex, rows, columns, related });
  }
  return ok(found.sort((a, b) => a.sourceIndex - b.sourceIndex || a.start - b.start || a.end - b.end));
}

/** A coding or a place of one side, with the rows of the coding table that make it. */
interface Item {
  start: number;
  end: number;
  codings: number[];
}

interface Sides {
  readonly sourceIndex: number;
  readonly rows: readonly Item[];
  readonly columns: readonly Item[];
  readonly related: (a: number, b: number) => boolean;
}

function addPairs(found: CellQuotation[], { isOverlap, ...sides }: Sides & { isOverlap: boolean }): void {
  const { sourceIndex, rows, columns, related } = sides;
  rows.forEach((a, i) => {
    columns.forEach((b, j) => {
      if (!related(i, j)) return;
      const start = isOverlap ? Math.max(a.start, b.start) : a.start;
      const end = isOverlap ? Math.min(a.end, b.end) : a.end;
      found.push({ sourceIndex, start, end, rowCodings: a.codings, columnCodings: b.codings });
    });
  });
}

function addRows(found: CellQuotation[], { sourceIndex, rows, columns, related }: Sides): void {
  rows.forEach((a, i) => {
    const partners = columns.filter((_, j) => related(i, j));
    if (partners.length === 0) return;
    const columnCodings = partners.flatMap(({ codings }) => codings);
    found.push({ sourceIndex, start: a.start, end: a.end, rowCodings: a.codings, columnCodings });
  });
}

function itemsOf(
  { table }: CooccurrenceData,
  { order, groupOffsets, rowOffsets, rows }: Selection,
  { group, row, isUnited }: { group: number; row: number; isUnited: boolean },
): Item[] {
  const items: Item[] = [];
  for (const coding of order.subarray(groupOffsets[group] ?? 0, groupOffsets[group + 1] ?? 0)) {
    const code = table.code[coding] ?? 0;
    if (!rows.subarray(rowOffsets[code] ?? 0, rowOffsets[code + 1] ?? 0).includes(row)) continue;
    const start = table.start[coding] ?? 0;
    const end = table.end[coding] ?? 0;
    const last = items.at(-1);
    if (isUnited && last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.codings.push(coding);
    } else items.push({ start, end, codings: [coding] });
  }
  return items;
}

function relatedIn(
  data: CooccurrenceData,
  relation: Relation,
  { sourceIndex, rows, columns }: Omit<Sides, 'related'>,
): Sides['related'] {
  const plan = planRelation(relation, data.unitSpans);
  const a = placed(rows);
  const b = placed(columns);
  plan.place(a, sourceIndex);
  plan.place(b, sourceIndex);
  return (i, j) =>
    (a.low[i] ?? 0) < (b.high[j] ?? 0) &&
    (b.low[j] ?? 0) < (a.high[i] ?? 0) &&
    passesTest(plan.test, a.start[i] ?? 0, a.end[i] ?? 0, b.start[j] ?? 0, b.end[j] ?? 0);
}

function placed(items: readonly Item[]): PlacedSpans {
  return {
    count: items.length,
    start: Int32Array.from(items, ({ start }) => start),
    end: Int32Array.from(items, ({ end }) => end),
    low: new Int32Array(items.length),
    high: new Int32Array(items.length),
  };
}

function isInLine(parents: Int32Array, a: number, b: number): boolean {
  return selfAndAncestors(parents, a).includes(b) || selfAndAncestors(parents, b).includes(a);
}
