import { codeColors, heatColor, type Theme } from '../colors';
import { type CooccurrenceResult, formatValue, shownValue } from '../cooccurrence';
import { type Figure, fontFamily, middleToBaseline, type Shape } from './figure';
import { heading } from './heading';
import { scaleLegend } from './legend';
import { type Palette, palettes } from './palette';
import { fitText, textWidth } from './text-width';

/** How a code is written in a figure; one for each row of the result, in its order. */
export interface FigureLabel {
  readonly name: string;
  /** As stored; the figure derives the theme's variant. */
  readonly color: string;
}

export interface MatrixFigureOptions {
  readonly labels: readonly FigureLabel[];
  readonly theme: Theme;
  readonly title?: string;
  /** The definition in another language; English where not given. */
  readonly definition?: string;
  /** Rows of the result in the order in which to draw them (`matrixOrder`). */
  readonly order?: readonly number[];
  /**
   * What is printed in a cell: the count that a coefficient rests on, as in the window, or the value that colours
   * the cell. The same where the question asks for no coefficient. Counts where not given.
   */
  readonly numbers?: 'count' | 'value';
}

const margin = 24;
const slant = 36;

interface Layout {
  readonly cell: number;
  readonly step: number;
  readonly labelSize: number;
  readonly numberSize: number;
  readonly left: number;
  readonly top: number;
}

/** The heat map: colour by the value shown, a number in the cell, the code's own count on the diagonal (FG3). */
export function matrixFigure(result: CooccurrenceResult, options: MatrixFigureOptions): Figure {
  const palette = palettes[options.theme];
  const order = options.order ?? Array.from(result.codes, (_, row) => row);
  const labels = order.map((row) => options.labels[row] ?? { name: '', color: '#808080' });
  const cell = order.length <= 24 ? 44 : order.length <= 60 ? 28 : 16;
  const labelSize = cell === 44 ? 12 : cell === 28 ? 11 : 9;
  const names = labels.map(({ name }) => fitText(name, labelSize, cell === 16 ? 140 : 240));
  const nameWidth = names.reduce((widest, name) => Math.max(widest, textWidth(name, labelSize)), 40);
  const lastName = names.at(-1) ?? '';
  const rise = nameWidth * Math.sin((slant * Math.PI) / 180);
  const left = margin + nameWidth + 24;
  const step = cell + 2;
  const overhang = textWidth(lastName, labelSize) * Math.cos((slant * Math.PI) / 180);
  const width = Math.max(560, left + order.length * step + Math.max(overhang, margin) + margin);

  const title = options.title ?? 'Co-occurrence';
  const head = heading(result, { title, definition: options.definition, palette, width });
  const layout: Layout = {
    cell,
    step,
    labelSize,
    numberSize: cell === 44 ? 11 : 9,
    left,
    top: head.bottom + 24 + rise,
  };
  const scale = scaleMaximum(result);
  const { numbers = 'count' } = options;
  const legend = scaleLegend(result, {
    maximum: scale,
    numbers,
    theme: options.theme,
    palette,
    x: left,
    y: layout.top + order.length * step + 28,
  });
  return {
    width: Math.ceil(width),
    height: Math.ceil(legend.bottom + margin),
    background: palette.paper,
    fontFamily,
    title,
    description: head.description,
    shapes: [
      ...head.shapes,
      ...labelShapes(labels, names, { layout, palette, theme: options.theme }),
      ...order.flatMap((row, y) =>
        order.flatMap((column, x) =>
          cellShapes(result, {
            row,
            column,
            x,
            y,
            layout,
            palette,
            scale,
            theme: options.theme,
            labels,
            numbers,
          }),
        ),
      ),
      ...legend.shapes,
    ],
  };
}

/** The value at the strong end of the scale: the largest finite one off the diagonal; 0 where there is none. */
export function scaleMaximum(result: CooccurrenceResult): number {
  let maximum = 0;
  for (let row = 0; row < result.size; row += 1) {
    for (let column = 0; column < result.size; column += 1) {
      const value = row === column ? 0 : shownValue(result, row, column);
      if (Number.isFinite(value) && value > maximum) maximum = value;
    }
  }
  return maximum;
}

function labelShapes(
  labels: readonly FigureLabel[],
  names: readonly string[],
  { layout, palette, theme }: { layout: Layout; palette: Palette; theme: Theme },
): Shape[] {
  const { cell, step, labelSize, left, top } = layout;
  return names.flatMap((text, index): Shape[] => {
    const middle = top + index * step + cell / 2;
    const name = labels[index]?.name;
    const tip = name === text ? undefined : name;
    return [
      {
        kind: 'text',
        x: left - 22,
        y: middle + labelSize * middleToBaseline,
        text,
        size: labelSize,
        anchor: 'end',
        color: palette.ink,
      },
      {
        kind: 'rect',
        x: left - 15,
        y: middle - 4,
        width: 8,
        height: 8,
        radius: 2,
        fill: codeColors(labels[index]?.color ?? '', theme).mark,
        tip,
      },
      {
        kind: 'text',
        x: left + index * step + cell / 2,
        y: top - 12,
        text,
        size: labelSize,
        rotation: -slant,
        color: palette.ink,
      },
    ];
  });
}

function cellShapes(
  result: CooccurrenceResult,
  at: {
    row: number;
    column: number;
    x: number;
    y: number;
    layout: Layout;
    palette: Palette;
    scale: number;
    theme: Theme;
    labels: readonly FigureLabel[];
    numbers: 'count' | 'value';
  },
): Shape[] {
  const { row, column, layout, palette, theme } = at;
  const isOwn = row === column;
  const value = shownValue(result, row, column);
  const count = result.counts[row * result.size + column] ?? Number.NaN;
  const hasCoefficient = result.coefficients !== null && !isOwn;
  const isCounted = hasCoefficient && at.numbers === 'count';
  const isEmpty = count === 0 || (value === 0 && !isCounted);
  const share = at.scale > 0 && !Number.isNaN(value) ? Math.min(1, Math.max(0, value / at.scale)) : 0;
  const heat = heatColor(share, theme);
  const isPlain = isOwn || isEmpty || Number.isNaN(value);
  const x = layout.left + at.x * layout.step;
  const y = layout.top + at.y * layout.step;
  const number = isCounted ? formatValue(count, false) : formatValue(value, hasCoefficient);
  const printed = isEmpty && !isOwn ? '' : number;
  const also = isCounted && !Number.isNaN(value) ? ` (${formatValue(value, true)})` : '';
  const rect: Shape = {
    kind: 'rect',
    x,
    y,
    width: layout.cell,
    height: layout.cell,
    radius: layout.cell >= 28 ? 4 : 2,
    fill: isOwn ? palette.paper : isPlain ? palette.emptyCell : heat.fill,
    ...(isOwn ? { stroke: palette.hairline, strokeWidth: 1 } : {}),
    ...(printed === ''
      ? {}
      : { tip: `${at.labels[at.y]?.name ?? ''} × ${at.labels[at.x]?.name ?? ''}: ${printed}${also}` }),
  };
  const size = layout.numberSize;
  if (printed === '' || textWidth(printed, size) > layout.cell - 2) return [rect];
  const color = isPlain ? palette.quietInk : heat.text;
  return [
    rect,
    {
      kind: 'text',
      x: x + layout.cell / 2,
      y: y + layout.cell / 2 + size * middleToBaseline,
      text: printed,
      size,
      anchor: 'middle',
      color,
    },
  ];
}
