import { textWidth } from './text-width';

export interface LabelPlace {
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly text: string;
}

/**
 * A place for each node's name around its circle (FG5): below where it is free, else the side where it covers
 * least of other names, circles and the edge of the figure. Larger nodes choose first.
 */
export function placeLabels(
  nodes: readonly Labelled[],
  { size, width, height }: { size: number; width: number; height: number },
): LabelPlace[] {
  const circles = nodes.map(({ x, y, radius }) => boxAround(x, y, radius));
  const taken: Box[] = [];
  const places = new Map<number, LabelPlace>();
  const largestFirst = nodes
    .map((_, index) => index)
    .sort((a, b) => (nodes[b]?.radius ?? 0) - (nodes[a]?.radius ?? 0) || a - b);
  for (const index of largestFirst) {
    const node = nodes[index];
    if (!node) continue;
    let best: { place: LabelPlace; box: Box; cost: number } | undefined;
    for (const [order, place] of candidates(node, size).entries()) {
      const box = labelBox(place, textWidth(node.text, size), size);
      let cost = order * 2 + 4 * outside(box, width, height);
      for (const other of taken) cost += 2 * sharedArea(box, other);
      circles.forEach((circle, at) => {
        if (at !== index) cost += sharedArea(box, circle);
      });
      if (!best || cost < best.cost) best = { place, box, cost };
    }
    if (!best) continue;
    taken.push(best.box);
    places.set(index, best.place);
  }
  return nodes.map(({ x, y }, index) => places.get(index) ?? { x, y, anchor: 'middle' });
}

function candidates({ x, y, radius }: Labelled, size: number): LabelPlace[] {
  const middle = y + size * 0.36;
  const slanted = radius * 0.75 + 3;
  return [
    { x, y: y + radius + size + 2, anchor: 'middle' },
    { x, y: y - radius - 5, anchor: 'middle' },
    { x: x + radius + 5, y: middle, anchor: 'start' },
    { x: x - radius - 5, y: middle, anchor: 'end' },
    { x: x + slanted, y: y + slanted + size * 0.7, anchor: 'start' },
    { x: x - slanted, y: y + slanted + size * 0.7, anchor: 'end' },
    { x: x + slanted, y: y - slanted, anchor: 'start' },
    { x: x - slanted, y: y - slanted, anchor: 'end' },
  ];
}

function labelBox({ x, y, anchor }: LabelPlace, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - size, right: left + width, bottom: y + size * 0.3 };
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function sharedArea(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside({ left, top, right, bottom }: Box, width: number, height: number): number {
  const across = Math.max(0, -left) + Math.max(0, right - width);
  const down = Math.max(0, -top) + Math.max(0, bottom - height);
  return across * (bottom - top) + down * (right - left);
}
