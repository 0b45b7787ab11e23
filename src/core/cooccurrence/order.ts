import { shownValue } from './rows';
import type { CooccurrenceResult } from './types';

export const matrixOrders = ['tree', 'count', 'clustered'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

/**
 * Rows in the order in which to show them (CO19): as in the code tree, by own count downwards, or clustered, codes
 * that meet beside each other (average linkage on the values shown, the better end of each cluster turned to the
 * other). Cubic in the number of codes: 200 codes take about ten milliseconds.
 */
export function matrixOrder(result: CooccurrenceResult, order: MatrixOrder): number[] {
  const rows = Array.from(result.codes, (_, row) => row);
  if (order === 'tree') return rows;
  if (order === 'count') {
    const own = (row: number) => result.counts[row * result.size + row] ?? 0;
    return rows.sort((a, b) => own(b) - own(a) || a - b);
  }
  return clustered(result, rows);
}

interface Cluster {
  rows: number[];
  /** Sum of the values between this cluster and each other one, by index. */
  readonly ties: Float64Array;
}

function clustered(result: CooccurrenceResult, rows: readonly number[]): number[] {
  const tie = (a: number, b: number) => {
    const values = [shownValue(result, a, b), shownValue(result, b, a)].filter(Number.isFinite);
    return Math.max(0, ...values);
  };
  const clusters: (Cluster | null)[] = rows.map((a) => ({
    rows: [a],
    ties: Float64Array.from(rows, (b) => (a === b ? 0 : tie(a, b))),
  }));
  for (;;) {
    const pair = closest(clusters);
    if (!pair) break;
    const [a, b] = pair;
    const first = clusters[a];
    const second = clusters[b];
    if (!first || !second) break;
    first.rows = joined(first.rows, second.rows, tie);
    clusters[b] = null;
    clusters.forEach((other, at) => {
      if (!other || at === a) return;
      first.ties[at] = (first.ties[at] ?? 0) + (second.ties[at] ?? 0);
      other.ties[a] = first.ties[at] ?? 0;
    });
  }
  // Clusters that meet nowhere: the larger first, single codes last, in tree order.
  return clusters
    .filter((cluster) => cluster !== null)
    .sort((a, b) => b.rows.length - a.rows.length)
    .flatMap((cluster) => cluster.rows);
}

function closest(clusters: readonly (Cluster | null)[]): [number, number] | null {
  let best: [number, number] | null = null;
  let most = 0;
  for (let a = 0; a < clusters.length; a += 1) {
    const first = clusters[a];
    if (!first) continue;
    for (let b = a + 1; b < clusters.length; b += 1) {
      const second = clusters[b];
      if (!second) continue;
      const mean = (first.ties[b] ?? 0) / (first.rows.length * second.rows.length);
      if (mean > most) {
        most = mean;
        best = [a, b];
      }
    }
  }
  return best;
}

function joined(a: number[], b: number[], tie: (a: number, b: number) => number): number[] {
  const ends = (rows: number[]) => [rows, [...rows].reverse()] as const;
  let best = [...a, ...b];
  let most = -1;
  for (const left of ends(a)) {
    for (const right of ends(b)) {
      const strength = tie(left.at(-1) ?? 0, right[0] ?? 0);
      if (strength <= most) continue;
      most = strength;
      best = [...left, ...right];
    }
  }
  return best;
}
