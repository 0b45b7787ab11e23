import type { MatrixAnswer } from '../../../contract/queries';
import { codeColors, type Theme } from '../../../core/colors';
import type { CooccurrenceResult } from '../../../core/cooccurrence';
import {
  type LabelPlace,
  type Network,
  type NetworkLink,
  networkLayout,
  networkOf,
  placeLabels,
} from '../../../core/figures';
import type { CodeId } from '../../../core/ids';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where each code stands, by row of the result, in pixels of the box. */
export type NodePlaces = ReadonlyMap<number, Point>;

export interface DrawnNode extends Point {
  readonly row: number;
  readonly id: CodeId;
  readonly name: string;
  readonly color: string;
  readonly radius: number;
  readonly ownCount: number;
  readonly label: LabelPlace;
}

export interface DrawnEdge extends NetworkLink {
  readonly from: DrawnNode;
  readonly to: DrawnNode;
}

const padding = 64;
const labelSize = 12;

/**
 * Places for the codes of the network that the threshold leaves. The others get theirs from the whole network, so
 * that moving the threshold adds and takes away nodes but moves none.
 */
export function arrange(
  result: CooccurrenceResult,
  { threshold, box }: { threshold: number; box: Box },
): NodePlaces {
  const places = new Map<number, Point>();
  const wanted = threshold > 0 ? [0, threshold] : [0];
  for (const least of wanted) {
    const { codes, links } = networkOf(result, { threshold: least });
    const { x, y } = networkLayout({ nodes: codes, edges: links }, { ...box, padding });
    codes.forEach(({ row }, index) => {
      places.set(row, { x: x[index] ?? 0, y: y[index] ?? 0 });
    });
  }
  return places;
}

/** The network with everything that is needed to paint it. */
export function drawnNetwork(
  network: Network,
  { codes, places, theme, box }: { codes: MatrixAnswer['codes']; places: NodePlaces; theme: Theme; box: Box },
): { readonly nodes: readonly DrawnNode[]; readonly edges: readonly DrawnEdge[] } {
  const middle = { x: box.width / 2, y: box.height / 2 };
  const bare = network.codes.flatMap(({ row, radius, ownCount }) => {
    const code = codes[row];
    if (!code) return [];
    const color = codeColors(code.color, theme).mark;
    return [{ row, id: code.id, name: code.name, color, radius, ownCount, ...(places.get(row) ?? middle) }];
  });
  const labels = placeLabels(
    bare.map(({ x, y, radius, name }) => ({ x, y, radius, text: name })),
    { size: labelSize, ...box },
  );
  const nodes = bare.map((node, index) => ({
    ...node,
    label: labels[index] ?? { x: node.x, y: node.y, anchor: 'middle' as const },
  }));
  const edges = network.links.flatMap((link) => {
    const from = nodes[link.source];
    const to = nodes[link.target];
    return from && to ? [{ ...link, from, to }] : [];
  });
  return { nodes, edges };
}

/** The next node in a direction: near, and more ahead than aside. */
export function nodeTowards<T extends Point>(nodes: readonly T[], from: T, key: string): T | null {
  const direction = directions[key];
  if (!direction) return null;
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const dx = node.x - from.x;
    const dy = node.y - from.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (node === from || ahead <= 0 || aside > 2.5 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost >= least) continue;
    least = cost;
    best = node;
  }
  return best;
}

const directions: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};
