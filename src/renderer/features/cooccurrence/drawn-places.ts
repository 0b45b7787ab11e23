import type { CooccurrenceResult } from '../../../core/cooccurrence';
import { type NetworkPositions, networkLayout, networkOf } from '../../../core/figures';
import type { Box, NodePlaces } from './network-shape';

/** The network as it was last on the screen, so that an exported figure shows the codes where the reader put them. */
interface DrawnPlaces {
  readonly result: CooccurrenceResult;
  readonly places: NodePlaces;
  readonly box: Box;
}

const narrowest = 720;

let last: DrawnPlaces | null = null;

export function setDrawnPlaces(drawn: DrawnPlaces): void {
  if (drawn.box.width > 0) last = drawn;
}

/** Positions in the order of `networkOf`, as seen where this very table was seen, else laid out. */
export function positionsFor(
  result: CooccurrenceResult,
  threshold: number,
): { readonly positions: NetworkPositions; readonly box: Box } {
  const { codes, links } = networkOf(result, { threshold });
  const seen = last?.result === result ? last : null;
  const box = seen?.box ?? { width: 960, height: 640 };
  if (!seen || !codes.every(({ row }) => seen.places.has(row))) {
    return { positions: networkLayout({ nodes: codes, edges: links }, { ...box, padding: 72 }), box };
  }
  const along = (axis: 'x' | 'y') => Float64Array.from(codes, ({ row }) => seen.places.get(row)?.[axis] ?? 0);
  // A figure has its sentences above and below, which need more room than a narrow view has.
  const width = Math.max(narrowest, box.width);
  const x = along('x').map((value) => value + (width - box.width) / 2);
  return { positions: { x, y: along('y') }, box: { ...box, width } };
}
