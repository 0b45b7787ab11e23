import { codeColors } from '../../../core/colors';
import { placeNames } from '../model/name-places';
import { type DrawOptions, type Fold, nameHeight } from './draw-options';
import type { BandGeometry } from './measure-band';
import { label } from './shapes';
import { nameWidth } from './text-width';

/** A name may stand this far below the beginning of its bracket. */
const furthestName = 4 * nameHeight;
/** Of a name on two lines. */
const tallName = 30;

export interface DrawnName {
  readonly element: HTMLElement;
  readonly ids: readonly string[];
  readonly top: number;
  readonly height: number;
}

export interface DrawnNames {
  readonly placed: readonly DrawnName[];
  readonly folds: readonly Fold[];
}

/** The codes' names beside the rows in which their brackets begin, none over another. */
export function drawNames(element: HTMLElement, geometry: BandGeometry, options: DrawOptions): DrawnNames {
  const { columns, words } = options;
  const wanted = wantedNames(geometry, options);
  const { placed, folded } = placeNames(wanted, {
    height: nameHeight,
    furthest: furthestName,
    limit: geometry.height,
  });
  const box = { left: columns.namesLeft, width: columns.namesWidth, height: nameHeight };
  const taken = [...placed, ...folded].map(({ top }) => top).sort((a, b) => a - b);
  const names = placed.flatMap(({ index, top }): DrawnName[] => {
    const name = wanted[index];
    if (!name) return [];
    // A long one takes two lines where nothing stands below it.
    const below = taken.find((other) => other > top) ?? geometry.height;
    const isTall = nameWidth(name.name) > columns.namesWidth && below - top >= tallName;
    const height = isTall ? tallName : nameHeight;
    const bare = name.color === null ? ' is-bare' : '';
    const node = label(`band-name${bare}${isTall ? ' is-tall' : ''}`, name.name, { ...box, top, height });
    if (isTall) node.style.lineHeight = `${tallName / 2}px`;
    if (name.color !== null) node.style.setProperty('--name-color', name.color);
    element.append(node);
    return [{ element: node, ids: name.ids, top, height }];
  });
  const folds = folded.map(({ indexes, top }): Fold => {
    const hidden = indexes.flatMap((index) => wanted[index] ?? []);
    const node = label('band-name is-fold', words.more(hidden.length), {
      left: box.left,
      height: box.height,
      top,
    });
    element.append(node);
    const ids = hidden.flatMap((name) => name.ids);
    return { element: node, left: box.left - 4, right: box.left + 44, top, bottom: top + nameHeight, ids };
  });
  return { placed: names, folds };
}

interface WantedNameOfBand {
  readonly top: number;
  readonly lane: number;
  readonly name: string;
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
    if (known) known.ids.push(id);
    else {
      wanted.set(key, {
        top: Math.round((top + bottom - nameHeight) / 2),
        lane: model.lanes.laneOf[piece.place] ?? 0,
        name: code?.name ?? words.bare(bare?.hasMemo ?? false),
        color: code ? codeColors(code.color, theme).text : null,
        ids: [id],
      });
    }
  }
  return [...wanted.values()].sort((a, b) => a.top - b.top || a.lane - b.lane);
}
