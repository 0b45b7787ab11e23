import { codeColors, type Theme } from '../colors';
import { type CooccurrenceResult, formatValue } from '../cooccurrence';
import { type Figure, fontFamily, type Shape } from './figure';
import { heading } from './heading';
import { placeLabels } from './label-places';
import { valueName } from './legend';
import type { FigureLabel } from './matrix-figure';
import { type Network, type NetworkChoice, networkOf } from './network';
import { type NetworkPositions, networkLayout } from './network-layout';
import { type Palette, palettes } from './palette';
import { fitText, textWidth } from './text-width';

export interface NetworkFigureOptions extends NetworkChoice {
  readonly labels: readonly FigureLabel[];
  readonly theme: Theme;
  readonly title?: string;
  readonly definition?: string;
  readonly width?: number;
  readonly height?: number;
  /** Where the reader has put the nodes, in the order of `networkOf`; laid out anew where not given. */
  readonly positions?: NetworkPositions;
}

const labelSize = 12;
/** With more edges than that, their numbers would hide the drawing. */
const numberedEdges = 20;

/** The network: area of a circle by the code's own count, width of a line by the cell, names beside the circles. */
export function networkFigure(result: CooccurrenceResult, options: NetworkFigureOptions): Figure {
  const palette = palettes[options.theme];
  const network = networkOf(result, options);
  const width = options.width ?? 960;
  const title = options.title ?? 'Co-occurrence';
  const head = heading(result, { title, definition: options.definition, palette, width });
  const box = { width, height: options.height ?? 640 };
  const positions =
    options.positions ??
    networkLayout({ nodes: network.codes, edges: network.links }, { ...box, padding: 72 });
  const drawing = { network, positions, palette, options, box };
  const below = head.bottom + box.height + 16;
  return {
    width,
    height: Math.ceil(below + 24),
    background: palette.paper,
    fontFamily,
    title,
    description: head.description,
    shapes: [
      ...head.shapes,
      ...networkShapes(result, drawing).map((shape) => moveDown(shape, head.bottom)),
      { kind: 'text', x: 24, y: below, text: legendText(result, drawing), size: 11, color: palette.quietInk },
    ],
  };
}

interface Drawing {
  readonly network: Network;
  readonly positions: NetworkPositions;
  readonly palette: Palette;
  readonly options: NetworkFigureOptions;
  readonly box: { readonly width: number; readonly height: number };
}

function networkShapes(
  result: CooccurrenceResult,
  { network, positions, palette, options, box }: Drawing,
): Shape[] {
  const { codes, links } = network;
  const at = (index: number) => ({ x: positions.x[index] ?? 0, y: positions.y[index] ?? 0 });
  const labelOf = (index: number) =>
    options.labels[codes[index]?.row ?? -1] ?? { name: '', color: '#808080' };
  const edges: Shape[] = [];
  const numbers: Shape[] = [];
  // Strong edges come last, above the weak ones.
  for (const link of [...links].reverse()) {
    const from = at(link.source);
    const to = at(link.target);
    const value = formatValue(link.value, result.coefficients !== null);
    const tip = `${labelOf(link.source).name} × ${labelOf(link.target).name}: ${value}`;
    const stroke = palette.edge;
    edges.push({
      kind: 'line',
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      stroke,
      strokeWidth: link.width,
      opacity: 0.25 + 0.5 * link.weight,
      tip,
    });
    if (links.length > numberedEdges) continue;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + 3.5 };
    numbers.push({
      kind: 'text',
      ...middle,
      text: value,
      size: 10,
      anchor: 'middle',
      color: palette.quietInk,
      halo: palette.paper,
    });
  }
  const named = codes.map(({ radius }, index) => ({
    ...at(index),
    radius,
    text: fitText(labelOf(index).name, labelSize, 200),
  }));
  const places = placeLabels(named, { size: labelSize, ...box });
  const circles = codes.map(({ radius, ownCount }, index): Shape => {
    const { name, color } = labelOf(index);
    const tip = `${name}: ${formatValue(ownCount, false)}`;
    return {
      kind: 'circle',
      ...at(index),
      radius,
      fill: codeColors(color, options.theme).mark,
      stroke: palette.paper,
      strokeWidth: 2,
      tip,
    };
  });
  const names = named.map(({ text }, index): Shape => {
    const place = places[index] ?? { x: 0, y: 0, anchor: 'middle' as const };
    return { kind: 'text', ...place, text, size: labelSize, color: palette.ink, halo: palette.paper };
  });
  if (codes.length > 0) return [...edges, ...circles, ...numbers, ...names];
  const text = 'No two codes reach the threshold.';
  return [
    {
      kind: 'text',
      x: (box.width - textWidth(text, 13)) / 2,
      y: box.height / 2,
      text,
      size: 13,
      color: palette.quietInk,
    },
  ];
}

function legendText(result: CooccurrenceResult, { network, options }: Drawing): string {
  const { coefficient, count, coders } = result.query;
  const name = valueName(coefficient, count);
  const own = count === 'pairs' ? (coders === 'united' ? 'places' : 'codings') : count;
  const from = options.threshold ? ` (from ${formatValue(options.threshold, Boolean(coefficient))})` : '';
  return `Area of a circle: the code’s ${own}. Width of a line: ${name}${from}. ${network.codes.length} codes, ${network.links.length} edges.`;
}

function moveDown(shape: Shape, by: number): Shape {
  if (shape.kind === 'line') return { ...shape, y1: shape.y1 + by, y2: shape.y2 + by };
  return shape.kind === 'path' ? shape : { ...shape, y: shape.y + by };
}
