import { type CooccurrenceResult, pairRows } from '../cooccurrence';
import type { NetworkEdge } from './network-layout';

export interface NetworkCode {
  /** Row of the result. */
  readonly row: number;
  readonly ownCount: number;
  /** Its area stands for the own count. */
  readonly radius: number;
}

export interface NetworkLink extends NetworkEdge {
  /** Rows of the result; the cell that the edge opens. */
  readonly row: number;
  readonly column: number;
  /** What the cell shows, and what the threshold is compared with. */
  readonly value: number;
  readonly count: number;
  /** Width of the line in pixels. */
  readonly width: number;
}

export interface Network {
  readonly codes: readonly NetworkCode[];
  /** `source` and `target` are indices into `codes`. */
  readonly links: readonly NetworkLink[];
}

export interface NetworkChoice {
  /** Edges whose value is below it are left out. */
  readonly threshold?: number;
  /** Codes without an edge are drawn too. */
  readonly showIsolated?: boolean;
}

/** Of the largest circle, in pixels; smaller where there are more than 24 codes to draw. */
const largestRadius = 24;
const smallestRadius = 4;
const widestLine = 9;

/**
 * A table as a network: a node for each code that occurs, an edge for each related pair whose value reaches the
 * threshold (FG3). Where a table is not symmetric, the edge takes the larger of the two cells.
 */
export function networkOf(result: CooccurrenceResult, choice: NetworkChoice = {}): Network {
  const strongest = new Map<string, { row: number; column: number; value: number; count: number }>();
  for (const { row, column, count, coefficient } of pairRows(result)) {
    const value = coefficient ?? count;
    const key = `${Math.min(row, column)} ${Math.max(row, column)}`;
    // Pairs come strongest first, so the first of two cells is the larger.
    if (strongest.has(key) || !Number.isFinite(value) || value <= 0 || value < (choice.threshold ?? 0))
      continue;
    strongest.set(key, { row, column, value, count });
  }
  const pairs = [...strongest.values()];
  const linked = new Set(pairs.flatMap(({ row, column }) => [row, column]));
  const own = (row: number) => result.counts[row * result.size + row] ?? 0;
  const rows = Array.from(result.codes, (_, row) => row).filter(
    (row) => own(row) > 0 && (linked.has(row) || choice.showIsolated === true),
  );
  const largest = rows.reduce((most, row) => Math.max(most, own(row)), 1);
  const room = largestRadius * Math.min(1, Math.max(0.4, Math.sqrt(24 / Math.max(1, rows.length))));
  const codes = rows.map((row) => ({
    row,
    ownCount: own(row),
    radius: Math.max(smallestRadius, room * Math.sqrt(own(row) / largest)),
  }));
  const indexOf = new Map(rows.map((row, index) => [row, index]));
  const top = pairs.reduce((most, { value }) => Math.max(most, value), 0);
  const links = pairs.map((pair) => ({
    ...pair,
    source: indexOf.get(pair.row) ?? 0,
    target: indexOf.get(pair.column) ?? 0,
    weight: pair.value / top,
    width: 1 + (widestLine - 1) * (pair.value / top),
  }));
  return { codes, links };
}
