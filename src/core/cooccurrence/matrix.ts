import { assertNever, ok, type Result } from '../result';
import { checkCooccurrence, isSymmetric } from './check';
import { converse, planRelation } from './relation';
import { type Selection, select, selfAndAncestors } from './selection';
import type { Wanted } from './sweep';
import { type Tally, tally } from './tally';
import type { Coefficient, CooccurrenceData, CooccurrenceQuery, CooccurrenceResult } from './types';
import { warningsOf } from './warnings';

/**
 * The co-occurrence table: one function for window, exports and command line. Linear in the codings plus the
 * related pairs. Refused (`invalid`) where count and coefficient don't fit, (`notFound`) where a filter names what
 * is not there.
 */
export function computeCooccurrence(
  data: CooccurrenceData,
  query: CooccurrenceQuery,
): Result<CooccurrenceResult> {
  const checked = checkCooccurrence(query);
  if (!checked.ok) return checked;
  const selected = select(data, query);
  if (!selected.ok) return selected;
  const selection = selected.value;
  const sums = tallyFor(data, query, selection);

  const { size } = selection;
  const own = ownCounts(sums, query);
  const counts = countsOf(sums, query).slice();
  for (let row = 0; row < size; row += 1) counts[row * size + row] = own[row] ?? 0;
  const coefficients = query.coefficient
    ? coefficientMatrix(query.coefficient, { data, query, selection, sums })
    : null;
  if (query.withSubcodes) {
    emptyOwnAncestors(counts, selection, data.codeParents);
    if (coefficients) emptyOwnAncestors(coefficients, selection, data.codeParents);
  }
  const base = query.count === 'documents' ? sums.own.documents : sums.own.items;
  return ok({
    query,
    size,
    codes: selection.codes,
    counts,
    coefficients,
    base,
    considered: selection.considered,
    hidden: selection.hidden,
    warnings: warningsOf({ query, size, counts, coefficients, base }),
  });
}

/** Whether items are codings as they are: pairs and documents of *each* and *pooled* (CO9). */
export function comparesCodings({ count, coders }: Pick<CooccurrenceQuery, 'count' | 'coders'>): boolean {
  return coders !== 'united' && (count === 'pairs' || count === 'documents');
}

function tallyFor(data: CooccurrenceData, query: CooccurrenceQuery, selection: Selection): Tally {
  const { count, coefficient, relation } = query;
  const isOverlap = relation.kind === 'overlaps';
  const needsRowItems =
    coefficient === 'c-bounded' || coefficient === 'given-row' || coefficient === 'given-column';
  return runTally(data, { relation }, selection, {
    items: comparesCodings(query) ? 'codings' : 'places',
    // Two places of one code never touch, so each overlapping pair of places is one place of the intersection.
    pairs: count === 'pairs' || (count === 'places' && isOverlap),
    rowItems: count === 'places' && (!isOverlap || needsRowItems),
    rowCharacters: count === 'characters' && !isOverlap,
    sharedCharacters: count === 'characters' && isOverlap,
    documents: count === 'documents',
  });
}

function runTally(
  data: CooccurrenceData,
  { relation }: Pick<CooccurrenceQuery, 'relation'>,
  selection: Selection,
  wanted: Wanted,
): Tally {
  return tally(selection, data.table, {
    plan: planRelation(relation, data.unitSpans),
    wanted,
    isWholeDocument: relation.kind === 'same-document',
  });
}

function countsOf(sums: Tally, { count, relation }: CooccurrenceQuery): Float64Array {
  const isOverlap = relation.kind === 'overlaps';
  switch (count) {
    case 'pairs':
      return sums.pairs;
    case 'places':
      return isOverlap ? sums.pairs : sums.rowItems;
    case 'characters':
      return isOverlap ? sums.sharedCharacters : sums.rowCharacters;
    case 'documents':
      return sums.documents;
    default:
      return assertNever(count);
  }
}

function ownCounts({ own }: Tally, { count }: CooccurrenceQuery): Float64Array {
  if (count === 'characters') return own.characters;
  return count === 'documents' ? own.documents : own.items;
}

/** The formulas of CO13; n1 of the row's code, n2 of the column's. */
function coefficientMatrix(
  coefficient: Coefficient,
  given: { data: CooccurrenceData; query: CooccurrenceQuery; selection: Selection; sums: Tally },
): Float64Array {
  const { query, selection, sums } = given;
  const { size } = selection;
  const own = ownCounts(sums, query);
  const met = meetings(coefficient, given);
  const values = new Float64Array(size * size).fill(Number.NaN);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (row === column) continue;
      const n1 = own[row] ?? 0;
      const n2 = own[column] ?? 0;
      const n12 = met(row * size + column, column * size + row);
      const of = coefficient === 'given-row' ? n1 : coefficient === 'given-column' ? n2 : n1 + n2 - n12;
      // 0 / 0 is NaN, which prints “–”.
      values[row * size + column] = n12 / of;
    }
  }
  return values;
}

/** n12 of a cell; `turned` is the cell with row and column exchanged. */
function meetings(
  coefficient: Coefficient,
  { data, query, selection, sums }: Parameters<typeof coefficientMatrix>[1],
): (cell: number, turned: number) => number {
  const counts = countsOf(sums, query);
  if (coefficient === 'c' || coefficient === 'jaccard') return (cell) => counts[cell] ?? 0;
  if (query.count === 'characters' && query.relation.kind === 'overlaps') return (cell) => counts[cell] ?? 0;

  const figures = (of: Tally) => (query.count === 'characters' ? of.rowCharacters : of.rowItems);
  const rows = figures(sums);
  if (coefficient === 'given-row') return (cell) => rows[cell] ?? 0;
  // The column's items in the converse relation stand, row and column exchanged, in the table of that relation.
  const isOneTable = isSymmetric(query.relation.kind);
  const columns = isOneTable
    ? rows
    : figures(
        runTally(data, { relation: converse(query.relation) }, selection, {
          items: 'places',
          pairs: false,
          rowItems: query.count === 'places',
          rowCharacters: query.count === 'characters',
          sharedCharacters: false,
          documents: false,
        }),
      );
  if (coefficient === 'given-column') return (_, turned) => columns[turned] ?? 0;
  return (cell, turned) => Math.min(rows[cell] ?? 0, columns[turned] ?? 0);
}

/** CO12: a code with its own ancestor shares spans with itself; such a cell says nothing. */
function emptyOwnAncestors(values: Float64Array, { size, codes }: Selection, parents: Int32Array): void {
  const rowOf = new Map(Array.from(codes, (code, row) => [code, row]));
  for (let row = 0; row < size; row += 1) {
    for (const above of selfAndAncestors(parents, codes[row] ?? 0).slice(1)) {
      const column = rowOf.get(above);
      if (column === undefined) continue;
      values[row * size + column] = Number.NaN;
      values[column * size + row] = Number.NaN;
    }
  }
}
