import { drawLaneFolds, drawOverflows } from './draw-folds';
import {
  type Bracket,
  bracketOf,
  drawBrackets,
  drawEmphasis,
  drawMemoSigns,
  drawUnderlines,
} from './draw-lines';
import { drawNames } from './draw-names';
import type { DrawOptions, Fold } from './draw-options';
import type { BandGeometry } from './measure-band';
import { label } from './shapes';

/** What was drawn for a band: removable, and able to emphasise single codings. */
export interface DrawnBand {
  readonly element: HTMLElement;
  /** Bracket boxes for the pointer; x from the page's left edge, y from the band's top. */
  readonly brackets: readonly Bracket[];
  readonly names: readonly { readonly top: number; readonly ids: readonly string[] }[];
  /** Where several codings hide behind one “+n”. */
  readonly folds: readonly Fold[];
  readonly notes: BandGeometry['notes'];
  emphasise(ids: ReadonlySet<string>): void;
}

/** Underlines, brackets, names and paragraph numbers of a band, from its measurements, as one detached element. */
export function drawBand(geometry: BandGeometry, options: DrawOptions): DrawnBand {
  const { model, columns } = options;
  const element = document.createElement('div');
  element.className = 'band';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'band-lines');
  element.append(svg);
  drawUnderlines(svg, geometry, options);
  const brackets = geometry.pieces.map((piece) => bracketOf(piece, model, columns));
  drawBrackets(svg, brackets, options);
  const strong = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  svg.append(strong);
  drawMemoSigns(svg, brackets, model);
  drawGutter(element, geometry, options);
  const folds: Fold[] = [
    ...drawOverflows(element, geometry, options),
    ...drawLaneFolds(element, brackets, options),
  ];
  const names = columns.namesWidth > 0 ? drawNames(element, geometry, options) : { placed: [], folds: [] };
  const all = [...names.placed, ...names.folds, ...folds];
  let shown = '';
  return {
    element,
    brackets,
    names: names.placed.map(({ top, ids }) => ({ top, ids })),
    folds: [...names.folds, ...folds],
    notes: geometry.notes,
    emphasise(emphasised) {
      const mine = brackets.filter(({ id }) => emphasised.has(id));
      const key = mine.map(({ id }) => id).join(' ');
      if (key === shown) return;
      shown = key;
      strong.replaceChildren(...drawEmphasis(mine, geometry, options));
      for (const name of all) {
        name.element.classList.toggle(
          'is-strong',
          name.ids.some((id) => emphasised.has(id)),
        );
      }
    },
  };
}

/** Numbers, and what a feature has to say left of the text. */
function drawGutter(element: HTMLElement, { numbers, notes }: BandGeometry, { columns }: DrawOptions): void {
  for (const { number, top, height } of numbers) {
    element.append(
      label('band-number', String(number), {
        left: columns.textLeft - columns.gutter,
        top,
        width: columns.numberWidth,
        height,
      }),
    );
  }
  for (const { note, top, height } of columns.notesWidth > 0 ? notes : []) {
    const name = note.isQuiet ? 'band-note is-quiet' : 'band-note';
    const left = columns.textLeft - columns.gutter + columns.numberWidth + 6;
    const node = label(name, note.text, { left, top, width: columns.textLeft - 12 - left, height });
    element.append(node);
  }
}

export type { MarginWords } from './draw-options';
export type { Bracket, DrawOptions, Fold };
