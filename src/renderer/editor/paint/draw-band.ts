import { drawLaneFolds, drawOverflows } from './draw-folds';
import {
  type Bracket,
  bracketOf,
  drawBrackets,
  drawEmphasis,
  drawMemoSigns,
  drawUnderlines,
  type MemoSign,
} from './draw-lines';
import { type DrawnName, drawNames } from './draw-names';
import type { DrawOptions, Fold } from './draw-options';
import type { BandGeometry } from './measure-band';
import { label } from './shapes';
import { noteWidth, timeWidth } from './text-width';

/** What was drawn for a band: removable, and able to emphasise single codings. */
export interface DrawnBand {
  readonly element: HTMLElement;
  /** Bracket boxes for the pointer; x from the page's left edge, y from the band's top. */
  readonly brackets: readonly Bracket[];
  readonly names: readonly DrawnName[];
  /** Where several codings hide behind one “+n”. */
  readonly folds: readonly Fold[];
  readonly memos: readonly MemoSign[];
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
  const brackets = geometry.pieces.map((piece) => bracketOf(piece, geometry.height, options));
  drawBrackets(svg, brackets, options);
  const strong = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  svg.append(strong);
  const memos = drawMemoSigns(svg, brackets, model);
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
    names: names.placed,
    folds: [...names.folds, ...folds],
    memos,
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

/** Of a name or a time, of which each may take two, pixels. */
const noteRowHeight = 12.5;

/** Numbers, and what a feature has to say left of the text. */
function drawGutter(element: HTMLElement, geometry: BandGeometry, { columns }: DrawOptions): void {
  const { numbers, notes } = geometry;
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
    if (note.time) {
      node.replaceChildren(noteRow(note.text), noteRow(note.time));
      const width = columns.textLeft - 12 - left;
      const rows = (noteWidth(note.text) > width ? 2 : 1) + (timeWidth(note.time) > width ? 2 : 1);
      const below = notes.find((other) => other.top > top)?.top ?? geometry.height;
      if (rows > 2 && below - top >= rows * noteRowHeight) {
        node.classList.add('has-long-rows');
        node.style.height = `${rows * noteRowHeight}px`;
      }
    }
    // A long name by itself takes the height of the row for two lines.
    else if (noteWidth(note.text) > columns.textLeft - 12 - left) {
      node.classList.add('is-tall');
      node.style.lineHeight = `${height / 2}px`;
    }
    element.append(node);
  }
}

function noteRow(words: string): HTMLElement {
  const row = document.createElement('div');
  row.textContent = words;
  return row;
}

export type { MarginWords } from './draw-options';
export type { Bracket, DrawOptions, Fold };
