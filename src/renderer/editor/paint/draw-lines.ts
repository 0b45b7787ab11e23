import { codeColors } from '../../../core/colors';
import type { CodingModel } from './coding-model';
import type { DrawOptions } from './draw-options';
import type { BandGeometry, Piece } from './measure-band';
import { laneStep } from './page-columns';
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

/** `height` is that of the band: a part that goes on reaches to its edge, over the space between paragraphs. */
export function bracketOf(
  piece: Piece,
  height: number,
  { model, columns }: Pick<DrawOptions, 'model' | 'columns'>,
): Bracket {
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
    top: piece.isStart ? piece.top + 2 : Math.min(0, piece.top) - overlap,
    bottom: piece.isEnd ? piece.bottom - 1 : Math.max(height, piece.bottom) + overlap,
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

/** The sign that a memo is written here; x from the page's left edge, y from the band's top. */
export interface MemoSign {
  /** The coding at whose head it stands, or the bare quotation. */
  readonly id: string;
  readonly on: 'coding' | 'quotation';
  readonly left: number;
  readonly top: number;
}

/** A sheet with a folded corner. */
export const memoSignSize = { width: 7, height: 9 };

/** At the head of what has a memo; that of a quotation with several codings stands at one of them. */
export function drawMemoSigns(svg: SVGElement, brackets: readonly Bracket[], model: CodingModel): MemoSign[] {
  const signed = new Set<string | undefined>();
  const signs = brackets.flatMap(({ id, place, isStart, isFolded, left, top }): MemoSign[] => {
    if (!isStart || isFolded) return [];
    const at = { id, left: left - 2, top };
    const coding = model.coding(place);
    if (coding?.hasMemo) return [{ ...at, on: 'coding' }];
    const hasMemo = coding ? coding.quotationHasMemo : model.bare(place)?.hasMemo;
    if (!hasMemo || signed.has(model.quotationId(place))) return [];
    signed.add(model.quotationId(place));
    return [{ ...at, on: 'quotation' }];
  });
  for (const { left, top } of signs) {
    const sheet = `M${left + 0.5} ${top + 0.5}h3.5l2.5 2.5v5.5h-6z`;
    svg.append(line(sheet, { color: null, width: 1, name: 'band-memo' }));
  }
  return signs;
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
