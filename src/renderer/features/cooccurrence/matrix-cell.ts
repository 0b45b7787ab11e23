import { heatColor, type Theme } from '../../../core/colors';
import { type CooccurrenceResult, formatValue, shownValue } from '../../../core/cooccurrence';
import { scaleMaximum } from '../../../core/figures';

/** How a cell is drawn. */
export type CellLook =
  | { readonly kind: 'own' | 'empty' | 'none'; readonly text: string }
  | { readonly kind: 'heat'; readonly text: string; readonly fill: string; readonly ink: string };

/** Looks of a table's cells: the count as number, the shown value (coefficient or count) as colour. */
export function cellLooks(
  result: CooccurrenceResult,
  theme: Theme,
): (row: number, column: number) => CellLook {
  const maximum = scaleMaximum(result);
  // Shades are told apart by eye, so two hundred are enough to remember.
  const shades = new Map<number, ReturnType<typeof heatColor>>();
  const shadeOf = (value: number) => {
    const share = maximum > 0 ? Math.min(1, Math.max(0, value / maximum)) : 0;
    const step = Math.round(share * 200);
    const known = shades.get(step);
    if (known) return known;
    const shade = heatColor(step / 200, theme);
    shades.set(step, shade);
    return shade;
  };
  return (row, column) => {
    const count = result.counts[row * result.size + column] ?? Number.NaN;
    const text = formatCount(count);
    if (row === column) return { kind: 'own', text };
    if (Number.isNaN(count)) return { kind: 'none', text };
    if (count === 0) return { kind: 'empty', text: '' };
    const value = shownValue(result, row, column);
    const { fill, text: ink } = shadeOf(Number.isNaN(value) ? 0 : value);
    return { kind: 'heat', text, fill, ink };
  };
}

/** Counts in cells: in full up to 9,999, then in thousands (`12k`), so that they fit. */
function formatCount(count: number): string {
  if (Number.isNaN(count)) return '–';
  if (count < 10_000) return formatValue(count, false);
  return `${formatValue(Math.round(count / 1000), false)}k`;
}
