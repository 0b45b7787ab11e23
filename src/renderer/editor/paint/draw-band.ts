import { codeColors, type Theme } from '../../../core/colors';
import { placeNames } from '../model/name-places';
import type { CodingModel, PaintedCode } from './coding-model';
import type { BandGeometry, Piece } from './measure-band';
import { laneStep, type PageColumns } from './page-columns';

export const nameHeight = 17;
/** A name may stand this far below the beginning of its bracket. */
const furthestName = 3 * nameHeight;
/** Of “+n”, which stands right before the lanes. */
const overflowWidth = 24;
const bracketWidth = 3;
const strongBracketWidth = 5;
const underlineWidth = 2;
const underlineStep = 3;
/** Where two rows of one bracket would leave a gap at the edge of a band. */
const overlap = 4;

export interface DrawOptions {
  readonly model: CodingModel;
  readonly columns: PageColumns;
  readonly theme: Theme;
  /** “+7”. */
  readonly more: (count: number) => string;
}

/** What was drawn for a band: removable, and able to emphasise single codings. */
export interface DrawnBand {
  readonly element: HTMLElement;
  /** Bracket boxes for the pointer; x from the page's left edge, y from the band's top. */
  readonly brackets: readonly Bracket[];
  readonly names: readonly { readonly top: number; readonly ids: readonly string[] }[];
  emphasise(ids: ReadonlySet<string>): void;
}

export interface Bracket {
  /** The coding's id: places in the model change with every coding, a band stays as it was drawn. */
  readonly id: string;
  readonly place: number;
  readonly lane: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Underlines, brackets, names and paragraph numbers of a band, from its measurements, as one detached element. */
export function drawBand(geometry: BandGeometry, options: DrawOptions): DrawnBand {
  const { model, columns, theme } = options;
  const element = document.createElement('div');
  element.className = 'band';
  const svg = svgElement('svg');
  svg.setAttribute('class', 'band-lines');
  element.append(svg);
  drawUnderlines(svg, geometry, options);
  const brackets = geometry.pieces.map((piece) => bracketOf(piece, model, columns));
  drawBrackets(svg, brackets, options);
  const strong = svgElement('g');
  svg.append(strong);
  for (const { number, top, height } of geometry.numbers) {
    element.append(
      label('band-number', String(number), { left: 0, top, width: columns.textLeft - 14, height }),
    );
  }
  for (const { top, hidden } of geometry.overflows) {
    element.append(
      label('band-overflow', options.more(hidden), {
        left: columns.lanesLeft - overflowWidth - 3,
        top,
        width: overflowWidth,
      }),
    );
  }
  const names = columns.namesWidth > 0 ? drawNames(element, geometry, options) : [];
  return {
    element,
    brackets,
    names: names.map(({ top, ids }) => ({ top, ids })),
    emphasise(emphasised) {
      strong.replaceChildren();
      for (const bracket of brackets) {
        if (!emphasised.has(bracket.id)) continue;
        const color = codeColors(model.code(bracket.place)?.color ?? '#808080', theme).mark;
        const x = bracket.left + bracketWidth / 2;
        strong.append(
          line(`M${x} ${bracket.top}V${bracket.bottom}`, {
            color,
            width: strongBracketWidth,
            name: 'band-bracket',
          }),
        );
      }
      for (const name of names) {
        name.element.classList.toggle(
          'is-strong',
          name.ids.some((id) => emphasised.has(id)),
        );
      }
    },
  };
}

function bracketOf(piece: Piece, model: CodingModel, columns: PageColumns): Bracket {
  const lane = Math.min(model.lanes.laneOf[piece.place] ?? 0, columns.lanes - 1);
  return {
    id: model.coding(piece.place)?.id ?? '',
    place: piece.place,
    lane,
    left: columns.lanesLeft + lane * laneStep,
    top: piece.top + (piece.isStart ? 2 : -overlap),
    bottom: piece.bottom + (piece.isEnd ? -1 : overlap),
  };
}

function drawBrackets(
  svg: SVGElement,
  brackets: readonly Bracket[],
  { model, columns, theme }: DrawOptions,
): void {
  const paths = new Map<string, string>();
  for (const { place, left, top, bottom } of brackets) {
    const isFolded = (model.lanes.laneOf[place] ?? 0) >= columns.lanes;
    const color = isFolded ? 'folded' : codeColors(model.code(place)?.color ?? '#808080', theme).mark;
    paths.set(color, `${paths.get(color) ?? ''}M${left + bracketWidth / 2} ${top}V${bottom}`);
  }
  for (const [color, path] of paths) {
    const name = color === 'folded' ? 'band-bracket is-folded' : 'band-bracket';
    svg.append(line(path, { color: color === 'folded' ? null : color, width: bracketWidth, name }));
  }
}

function drawUnderlines(svg: SVGElement, geometry: BandGeometry, { model, theme }: DrawOptions): void {
  const paths = new Map<string, { level: number; color: string; path: string }>();
  for (const piece of geometry.pieces) {
    if (piece.rows.length === 0) continue;
    const level = model.levels[piece.place] ?? 1;
    const { mark } = codeColors(model.code(piece.place)?.color ?? '#808080', theme);
    const key = `${level}${mark}`;
    const entry = paths.get(key) ?? { level, color: mark, path: '' };
    paths.set(key, entry);
    for (const row of piece.rows) {
      const y = underlineY(row.bottom, level);
      entry.path += `M${round(row.left)} ${y}H${round(row.right)}`;
    }
  }
  for (const { level, color, path } of paths.values()) {
    svg.append(line(path, { color, width: underlineWidth, name: `band-underline is-level-${level}` }));
  }
}

function underlineY(bottom: number, level: number): number {
  return Math.round(bottom + (level - 1) * underlineStep) - 1;
}

interface DrawnName {
  readonly element: HTMLElement;
  readonly ids: string[];
  readonly top: number;
}

function drawNames(element: HTMLElement, geometry: BandGeometry, options: DrawOptions): DrawnName[] {
  const { model, columns, theme, more } = options;
  const wanted = wantedNames(geometry, model);
  const { placed, folded } = placeNames(wanted, {
    height: nameHeight,
    furthest: furthestName,
    limit: geometry.height,
  });
  const box = { left: columns.namesLeft, width: columns.namesWidth, height: nameHeight };
  const drawn: DrawnName[] = [];
  for (const { index, top } of placed) {
    const name = wanted[index];
    if (!name) continue;
    const node = label('band-name', name.code.name, { ...box, top });
    node.style.color = codeColors(name.code.color, theme).text;
    element.append(node);
    drawn.push({ element: node, ids: name.ids, top });
  }
  for (const { indexes, top } of folded) {
    const names = indexes.flatMap((index) => wanted[index] ?? []);
    const node = label('band-name is-fold', more(names.length), { ...box, top });
    node.title = names.map((name) => name.code.path).join('\n');
    element.append(node);
    drawn.push({ element: node, ids: names.flatMap((name) => name.ids), top });
  }
  return drawn;
}

/** One name a code and row: two coders' codings of one passage share it. */
function wantedNames(geometry: BandGeometry, model: CodingModel) {
  const wanted = new Map<string, { top: number; code: PaintedCode; ids: string[]; lane: number }>();
  for (const piece of geometry.pieces) {
    const code = model.code(piece.place);
    if (!piece.isStart || !code) continue;
    const { top, bottom } = piece.firstRow;
    const key = `${code.id} ${Math.round(top)}`;
    const known = wanted.get(key);
    const id = model.coding(piece.place)?.id ?? '';
    if (known) known.ids.push(id);
    else {
      wanted.set(key, {
        top: Math.round((top + bottom - nameHeight) / 2),
        code,
        ids: [id],
        lane: model.lanes.laneOf[piece.place] ?? 0,
      });
    }
  }
  return [...wanted.values()].sort((a, b) => a.top - b.top || a.lane - b.lane);
}

function label(
  className: string,
  text: string,
  box: { left: number; top: number; width?: number; height?: number },
): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  if (box.width !== undefined) element.style.width = `${box.width}px`;
  if (box.height !== undefined) {
    element.style.height = `${box.height}px`;
    element.style.lineHeight = `${box.height}px`;
  }
  return element;
}

function line(path: string, style: { color: string | null; width: number; name: string }): SVGElement {
  const element = svgElement('path');
  element.setAttribute('d', path);
  element.setAttribute('class', style.name);
  element.setAttribute('stroke-width', String(style.width));
  if (style.color) element.setAttribute('stroke', style.color);
  return element;
}

function svgElement(name: 'svg' | 'g' | 'path'): SVGElement {
  return document.createElementNS('http://www.w3.org/2000/svg', name);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
