import type { Bracket } from './draw-lines';
import type { DrawOptions, Fold } from './draw-options';
import type { BandGeometry } from './measure-band';
import { label } from './shapes';

/** Of the “+n” between text and lanes, and of that in the last lane. */
const overflowWidth = 26;
const foldHeight = 13;

/** Beside each row of text that has more codings than underlines can show: “+n”. */
export function drawOverflows(
  element: HTMLElement,
  { hidden }: BandGeometry,
  { model, columns, words }: DrawOptions,
): Fold[] {
  return hidden
    .filter(({ isAsAbove }) => !isAsAbove)
    .map(({ top, bottom, places }) => {
      const left = columns.lanesLeft - overflowWidth - 4;
      const middle = (top + bottom) / 2;
      const box = {
        left,
        top: Math.round(middle - foldHeight / 2),
        width: overflowWidth,
        height: foldHeight,
      };
      const node = label('band-overflow', words.more(places.length), box);
      element.append(node);
      const ids = places.map((place) => model.id(place));
      return { element: node, left, right: columns.lanesLeft - 2, top, bottom, ids };
    });
}

/**
 * The last lane where the document has more lanes than there is room for: a broken bar for all that lie there, and at
 * the head of each stretch how many.
 */
export function drawLaneFolds(
  element: HTMLElement,
  brackets: readonly Bracket[],
  { columns, words }: DrawOptions,
): Fold[] {
  const folded = brackets.filter(({ isFolded }) => isFolded).toSorted((a, b) => a.top - b.top);
  const stretches: Bracket[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const bracket of folded) {
    if (bracket.top >= reach) stretches.push([]);
    stretches.at(-1)?.push(bracket);
    reach = Math.max(reach, bracket.bottom);
  }
  return stretches.map((stretch) => {
    const left = stretch[0]?.left ?? 0;
    const top = Math.max(0, stretch[0]?.top ?? 0);
    const bottom = Math.max(...stretch.map((bracket) => bracket.bottom));
    const bar = label('band-fold-bar', '', { left, top, width: 3, height: bottom - top });
    const right = columns.namesWidth > 0 ? columns.namesLeft - 2 : left + overflowWidth;
    const node = label('band-fold', words.more(stretch.length), { left: left - 2, top, height: foldHeight });
    element.append(bar, node);
    return { element: node, left: left - 3, right, top, bottom, ids: stretch.map(({ id }) => id) };
  });
}
