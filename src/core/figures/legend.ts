import { heatColor, type Theme } from '../colors';
import { type Coefficient, type CooccurrenceResult, type CountUnit, formatValue } from '../cooccurrence';
import type { Shape } from './figure';
import type { Palette } from './palette';

const coefficientNames: Readonly<Record<Coefficient, string>> = {
  c: 'c',
  'c-bounded': 'c, bounded',
  jaccard: 'Jaccard',
  'given-row': 'share of the row code',
  'given-column': 'share of the column code',
};

/** What the value of a table is called in a legend: its coefficient, else the unit that it counts. */
export function valueName(coefficient: Coefficient | null | undefined, count: CountUnit): string {
  return coefficient ? coefficientNames[coefficient] : count;
}

/** The scale of a heat map: a bar of its colours between 0 and the largest value. */
export function scaleLegend(
  result: CooccurrenceResult,
  place: {
    readonly maximum: number;
    /** What is printed in the cells, where colour is by a coefficient. */
    readonly numbers: 'count' | 'value';
    readonly theme: Theme;
    readonly palette: Palette;
    readonly x: number;
    readonly y: number;
  },
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { maximum, numbers, theme, palette, x, y } = place;
  const { coefficient, count } = result.query;
  const steps = 8;
  const shapes: Shape[] = [];
  for (let step = 0; step < steps; step += 1) {
    const fill = heatColor((step + 0.5) / steps, theme).fill;
    shapes.push({ kind: 'rect', x: x + step * 20, y, width: 20, height: 8, fill });
  }
  const text = (at: number, words: string, anchor: 'start' | 'end'): Shape => ({
    kind: 'text',
    x: at,
    y: y + 24,
    text: words,
    size: 11,
    anchor,
    color: palette.quietInk,
  });
  shapes.push(text(x, '0', 'start'), text(x + steps * 20, formatValue(maximum, Boolean(coefficient)), 'end'));
  shapes.push(
    text(
      x + steps * 20 + 12,
      coefficient && numbers === 'count'
        ? `colour: ${valueName(coefficient, count)}; numbers: ${count}; on the diagonal: the code’s own ${own(result)}`
        : `${valueName(coefficient, count)}; on the diagonal: the code’s own ${own(result)}`,
      'start',
    ),
  );
  return { shapes, bottom: y + 28 };
}

function own({ query }: CooccurrenceResult): string {
  return query.count === 'pairs' ? (query.coders === 'united' ? 'places' : 'codings') : query.count;
}
