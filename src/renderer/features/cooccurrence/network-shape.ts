import type { MatrixAnswer } from '../../../contract/queries';
import { codeColors, type Theme } from '../../../core/colors';
import type { CooccurrenceResult } from '../../../core/cooccurrence';
import {
  fitText,
  type LabelPlace,
  type Network,
  type NetworkLink,
  networkLayout,
  networkOf,
  placeLabels,
  textWidth,
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
  /** As it is drawn: a long one is shortened. */
  readonly shownName: string;
  readonly color: string;
  readonly radius: number;
  readonly ownCount: number;
  readonly label: LabelPlace;
  /** Its name would cover another one's; it is shown while the node is pointed at. */
  readonly isNameHidden: boolean;
}

export interface DrawnEdge extends NetworkLink {
  readonly from: DrawnNode;
  readonly to: DrawnNode;
}

const padding = 64;
const labelSize = 12;
/** Pixels; the whole name comes when the node is pointed at. */
const longestName = 140;

/** With more lines than that, a drawing is a knot. */
const readableEdges = 120;

/** The value from which edges are drawn: the one chosen, else one that leaves so many as can be told apart. */
export function thresholdOf(result: CooccurrenceResult, chosen: number | null): number {
  if (chosen !== null) return chosen;
  const values = networkOf(result).links.map(({ value }) => value);
  return values.length <= readableEdges ? 0 : (values[readableEdges - 1] ?? 0);
}

/** Places for the codes of the network that the threshold leaves. */
export function arrange(
  result: CooccurrenceResult,
  { threshold, box }: { threshold: number; box: Box },
): NodePlaces {
  const { codes, links } = networkOf(result, { threshold });
  const { x, y } = networkLayout({ nodes: codes, edges: links }, { ...box, padding });
  return new Map(codes.map(({ row }, index) => [row, { x: x[index] ?? 0, y: y[index] ?? 0 }]));
}

/** The places with those of codes that a lower threshold has added; the others stay where they are. */
export function withNewcomers(places: NodePlaces, network: Network, box: Box): NodePlaces {
  if (network.codes.every(({ row }) => places.has(row))) return places;
  const nodes = network.codes.map(({ row, radius }) => ({ radius, fixed: places.get(row) }));
  const { x, y } = networkLayout({ nodes, edges: network.links }, { ...box, padding });
  const all = new Map(places);
  const within = (value: number, length: number) => Math.min(length - 24, Math.max(24, value));
  network.codes.forEach(({ row }, index) => {
    if (!all.has(row))
      all.set(row, { x: within(x[index] ?? 0, box.width), y: within(y[index] ?? 0, box.height) });
  });
  return all;
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
    const shownName = fitText(code.name, labelSize, longestName);
    const at = places.get(row) ?? middle;
    return [{ row, id: code.id, name: code.name, shownName, color, radius, ownCount, ...at }];
  });
  const labels = placeLabels(
    bare.map(({ x, y, radius, shownName }) => ({ x, y, radius, text: shownName })),
    { size: labelSize, ...box },
  );
  const named = bare.map((node, index) => ({
    ...node,
    label: labels[index] ?? { x: node.x, y: node.y, anchor: 'middle' as const },
  }));
  const legible = legibleNames(named);
  const nodes = named.map((node) => ({ ...node, isNameHidden: !legible.has(node.row) }));
  const edges = network.links.flatMap((link) => {
    const from = nodes[link.source];
    const to = nodes[link.target];
    return from && to ? [{ ...link, from, to }] : [];
  });
  return { nodes, edges };
}

/** The names that can stand without covering each other, those of the most frequent codes first. */
function legibleNames(nodes: readonly Omit<DrawnNode, 'isNameHidden'>[]): ReadonlySet<number> {
  const taken: { left: number; right: number; y: number }[] = [];
  const legible = new Set<number>();
  for (const { row, shownName, label } of nodes.toSorted((a, b) => b.ownCount - a.ownCount)) {
    const width = textWidth(shownName, labelSize);
    const left = label.anchor === 'start' ? label.x : label.x - (label.anchor === 'end' ? width : width / 2);
    const box = { left, right: left + width, y: label.y };
    const isCovered = taken.some(
      (other) =>
        Math.abs(other.y - box.y) < labelSize * 1.1 && other.left < box.right && box.left < other.right,
    );
    if (isCovered) continue;
    taken.push(box);
    legible.add(row);
  }
  return legible;
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
