import { codeColors, type Theme } from '../../../core/colors';
import { placeNames } from '../model/name-places';
import type { CodingModel } from './coding-model';
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

/** What is written in the margin besides the codes' names. */
export interface MarginWords {
  /** “+7”. */
  readonly more: (count: number) => string;
  /** What stands there for a passage without a code. */
  readonly bare: (hasMemo: boolean) => string;
}

export interface DrawOptions {
  readonly model: CodingModel;
  readonly columns: PageColumns;
  readonly theme: Theme;
  readonly words: MarginWords;
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
  /** Not a part that goes on from the band before. */
  readonly isStart: boolean;
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
  drawMemoSigns(svg, brackets, model);
  for (const { number, top, height } of geometry.numbers) {
    element.append(
      label('band-number', String(number), { left: 0, top, width: columns.textLeft - 14, height }),
    );
  }
  for (const { top, hidden } of geometry.overflows) {
    element.append(
      label('band-overflow', options.words.more(hidden), {
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
        const isBare = model.bare(bracket.place) !== undefined;
        const color = isBare ? null : codeColors(model.code(bracket.place)?.color ?? '#808080', theme).mark;
        const x = bracket.left + bracketWidth / 2;
        strong.append(
          line(`M${x} ${bracket.top}V${bracket.bottom}`, {
            color,
            width: isBare ? bracketWidth : strongBracketWidth,
            name: isBare ? 'band-bracket is-bare is-strong' : 'band-bracket',
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
    id: model.id(piece.place),
    place: piece.place,
    lane,
    isStart: piece.isStart,
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
  const paths = new Map<string, { name: string; color: string | null; path: string }>();
  for (const { place, left, top, bottom } of brackets) {
    const isFolded = (model.lanes.laneOf[place] ?? 0) >= columns.lanes;
    const quiet = isFolded ? 'is-folded' : model.bare(place) ? 'is-bare' : null;
    const color = quiet ? null : codeColors(model.code(place)?.color ?? '#808080', theme).mark;
    const key = quiet ?? color ?? '';
    const entry = paths.get(key) ?? {
      name: quiet ? `band-bracket ${quiet}` : 'band-bracket',
      color,
      path: '',
    };
    paths.set(key, entry);
    entry.path += `M${left + bracketWidth / 2} ${top}V${bottom}`;
  }
  for (const { name, color, path } of paths.values()) {
    svg.append(line(path, { color, width: bracketWidth, name }));
  }
}

/** A sheet with a folded corner, 7 by 8 pixels, at the head of a bare quotation that has a memo. */
function drawMemoSigns(svg: SVGElement, brackets: readonly Bracket[], model: CodingModel): void {
  for (const { place, isStart, left, top } of brackets) {
    if (!isStart || !model.bare(place)?.hasMemo) continue;
    const x = left - 1.5;
    const y = top + 0.5;
    const sheet = `M${x} ${y}h3.5l2.5 2.5v5.5h-6z`;
    svg.append(line(sheet, { color: null, width: 1, name: 'band-memo' }));
  }
}

function drawUnderlines(svg: SVGElement, geometry: BandGeometry, { model, theme }: DrawOptions): void {
  const paths = new Map<string, { name: string; color: string | null; path: string }>();
  for (const piece of geometry.pieces) {
    if (piece.rows.length === 0) continue;
    const level = model.levels[piece.place] ?? 1;
    const isBare = model.bare(piece.place) !== undefined;
    const color = isBare ? null : codeColors(model.code(piece.place)?.color ?? '#808080', theme).mark;
    const name = `band-underline ${isBare ? 'is-bare' : `is-level-${level}`}`;
    const key = `${name}${color}`;
    const entry = paths.get(key) ?? { name, color, path: '' };
    paths.set(key, entry);
    for (const row of piece.rows) {
      const y = underlineY(row.bottom, level);
      entry.path += `M${round(row.left)} ${y}H${round(row.right)}`;
    }
  }
  for (const { name, color, path } of paths.values()) {
    svg.append(line(path, { color, width: underlineWidth, name }));
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
  const { columns, words } = options;
  const wanted = wantedNames(geometry, options);
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
    const node = label(name.color === null ? 'band-name is-bare' : 'band-name', name.name, { ...box, top });
    if (name.color !== null) node.style.color = name.color;
    element.append(node);
    drawn.push({ element: node, ids: name.ids, top });
  }
  for (const { indexes, top } of folded) {
    const names = indexes.flatMap((index) => wanted[index] ?? []);
    const node = label('band-name is-fold', words.more(names.length), { ...box, top });
    node.title = names.map((name) => name.path).join('\n');
    element.append(node);
    drawn.push({ element: node, ids: names.flatMap((name) => name.ids), top });
  }
  return drawn;
}

interface WantedNameOfBand {
  readonly top: number;
  readonly lane: number;
  readonly name: string;
  /** For the fold that may take its place. */
  readonly path: string;
  /** Null for what has no code. */
  readonly color: string | null;
  readonly ids: string[];
}

/** One name a code and row: two coders' codings of one passage share it. */
function wantedNames(geometry: BandGeometry, { model, theme, words }: DrawOptions): WantedNameOfBand[] {
  const wanted = new Map<string, WantedNameOfBand>();
  for (const piece of geometry.pieces) {
    const code = model.code(piece.place);
    const bare = model.bare(piece.place);
    if (!piece.isStart || (!code && !bare)) continue;
    const { top, bottom } = piece.firstRow;
    const id = model.id(piece.place);
    const key = `${code?.id ?? id} ${Math.round(top)}`;
    const known = wanted.get(key);
    const name = code?.name ?? words.bare(bare?.hasMemo ?? false);
    if (known) known.ids.push(id);
    else {
      wanted.set(key, {
        top: Math.round((top + bottom - nameHeight) / 2),
        lane: model.lanes.laneOf[piece.place] ?? 0,
        name,
        path: code?.path ?? name,
        color: code ? codeColors(code.color, theme).text : null,
        ids: [id],
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
