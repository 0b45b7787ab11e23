import { codeColors } from '../../../core/colors';
import type { CodingModel } from './coding-model';
import type { DrawOptions } from './draw-options';
import type { BandGeometry, Piece } from './measure-band';
import { laneStep, type PageColumns } from './page-columns';
import { LinesByStyle, line, round } from './shapes';

const bracketWidth = 3;
const strongBracketWidth = 5;
const underlineWidth = 2;
const underlineStep = 3;
/** Where two rows of one bracket would leave a gap at the edge of a band. */
const overlap = 4;

export interface Bracket {
  /** The coding's id: places in the model change with every coding, a band stays as it was drawn. */
  readonly id: string;
  readonly place: number;
  readonly lane: number;
  /** Deeper than the lanes that are drawn. */
  readonly isFolded: boolean;
  /** Not a part that goes on from the band before, or into the next. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export function bracketOf(piece: Piece, model: CodingModel, columns: PageColumns): Bracket {
  const wanted = model.lanes.laneOf[piece.place] ?? 0;
  const lane = Math.min(wanted, columns.lanes - 1);
  return {
    id: model.id(piece.place),
    place: piece.place,
    lane,
    isFolded: model.lanes.count > columns.lanes && wanted >= columns.lanes - 1,
    isStart: piece.isStart,
    isEnd: piece.isEnd,
    left: columns.lanesLeft + lane * laneStep,
    top: piece.top + (piece.isStart ? 2 : -overlap),
    bottom: piece.bottom + (piece.isEnd ? -1 : overlap),
  };
}

/** A coding's brackets; what is folded is drawn with its count (`draw-folds.ts`). */
export function drawBrackets(
  svg: SVGElement,
  brackets: readonly Bracket[],
  { model, theme }: DrawOptions,
): void {
  const lines = new LinesByStyle();
  for (const bracket of brackets) {
    const isBare = model.bare(bracket.place) !== undefined;
    if (bracket.isFolded) continue;
    const color = isBare ? null : markOf(model, bracket.place, theme);
    const name = isBare ? 'band-bracket is-bare' : 'band-bracket';
    lines.add({ name, color, width: bracketWidth }, barOf(bracket));
  }
  svg.append(...lines.elements());
}

const barOf = ({ left, top, bottom }: Bracket) => `M${left + bracketWidth / 2} ${top}V${bottom}`;

/**
 * What is emphasised is told by shape, not by colour alone: a wider bracket with a foot at each end, and a line below
 * its text where it has none.
 */
export function drawEmphasis(
  brackets: readonly Bracket[],
  { marks }: BandGeometry,
  { model, theme }: DrawOptions,
): SVGElement[] {
  const emphasised = new Set(brackets.map(({ place }) => place));
  const lines = brackets.map((bracket) => {
    const isBare = model.bare(bracket.place) !== undefined;
    const color = isBare ? null : markOf(model, bracket.place, theme);
    const x = bracket.left + bracketWidth / 2;
    const foot = x - 5;
    const top = bracket.isStart ? `M${foot} ${bracket.top + 1}H${x}` : '';
    const bottom = bracket.isEnd ? `M${foot} ${bracket.bottom - 1}H${x}` : '';
    const name = isBare ? 'band-bracket is-bare is-strong' : 'band-bracket is-strong';
    const feet = isBare ? 'band-foot is-bare' : 'band-foot';
    const width = isBare ? bracketWidth : strongBracketWidth;
    return [
      line(barOf(bracket), { color, width, name }),
      line(`${top}${bottom}`, { color, width: 2, name: feet }),
    ];
  });
  const under = new LinesByStyle();
  for (const { place, level, rows } of marks) {
    if (!emphasised.has(place)) continue;
    const color = model.bare(place) ? null : markOf(model, place, theme);
    for (const row of rows)
      under.add(
        { color, width: underlineWidth + 1.5, name: 'band-underline is-strong' },
        underOf(row, level),
      );
  }
  return [...lines.flat(), ...under.elements()];
}

/** A sheet with a folded corner, 7 by 8 pixels, at the head of a bare quotation that has a memo. */
export function drawMemoSigns(svg: SVGElement, brackets: readonly Bracket[], model: CodingModel): void {
  for (const { place, isStart, isFolded, left, top } of brackets) {
    if (!isStart || isFolded || !model.bare(place)?.hasMemo) continue;
    const x = left - 1.5;
    const y = top + 0.5;
    const sheet = `M${x} ${y}h3.5l2.5 2.5v5.5h-6z`;
    svg.append(line(sheet, { color: null, width: 1, name: 'band-memo' }));
  }
}

export function drawUnderlines(svg: SVGElement, { marks }: BandGeometry, options: DrawOptions): void {
  const { model, theme } = options;
  const lines = new LinesByStyle();
  for (const { place, level, rows } of marks) {
    const isBare = model.bare(place) !== undefined;
    const color = isBare ? null : markOf(model, place, theme);
    const name = `band-underline ${isBare ? 'is-bare' : `is-level-${level}`}`;
    for (const row of rows) lines.add({ color, name, width: underlineWidth }, underOf(row, level));
  }
  svg.append(...lines.elements());
}

function underOf(row: { left: number; right: number; bottom: number }, level: number): string {
  const y = Math.round(row.bottom + (level - 1) * underlineStep) - 1;
  return `M${round(row.left)} ${y}H${round(row.right)}`;
}

function markOf(model: CodingModel, place: number, theme: DrawOptions['theme']): string {
  return codeColors(model.code(place)?.color ?? '#808080', theme).mark;
}
