import { type CooccurrenceResult, describeCooccurrence } from '../cooccurrence';
import type { Shape } from './figure';
import type { Palette } from './palette';
import { wrapText } from './text-width';

/** Title and definition above a figure. */
export interface Heading {
  readonly shapes: readonly Shape[];
  /** y below the last line. */
  readonly bottom: number;
  readonly description: string;
}

/** The figure's name, and the sentences that say what it counts: no figure leaves the app without them (FG2). */
export function heading(
  result: CooccurrenceResult,
  options: {
    readonly title: string;
    readonly definition?: string;
    readonly palette: Palette;
    readonly width: number;
  },
): Heading {
  const { title, palette, width } = options;
  const margin = 24;
  const description = options.definition ?? describeCooccurrence(result.query, result);
  const shapes: Shape[] = [];
  let y = margin + 14;
  if (title !== '') {
    shapes.push({ kind: 'text', x: margin, y, text: title, size: 16, weight: 600, color: palette.ink });
    y += 24;
  }
  for (const text of wrapText(description, 12, Math.max(240, Math.min(720, width - 2 * margin)))) {
    shapes.push({ kind: 'text', x: margin, y, text, size: 12, color: palette.quietInk });
    y += 18;
  }
  return { shapes, bottom: y, description };
}
