interface Height {
  readonly top: number;
  readonly bottom: number;
}

/** A row of text in which more codings lie than underlines can show: “+n” stands beside it. */
export interface HiddenRow extends Height {
  /** The codings that are not shown, by place in the model. */
  readonly places: readonly number[];
  /** The same ones as in the row above: the number need not be written again. */
  readonly isAsAbove: boolean;
}

/** Which of the pieces (those without a mark) lie in which row; rows from the top, heights in pixels. */
export function hiddenByRow(
  rows: readonly Height[],
  pieces: readonly (Height & { readonly place: number })[],
): HiddenRow[] {
  const found: HiddenRow[] = [];
  let above: readonly number[] = [];
  for (const { top, bottom } of rows) {
    const middle = (top + bottom) / 2;
    const here = pieces.filter((piece) => piece.top < middle && piece.bottom > middle);
    const places = [...new Set(here.map(({ place }) => place))];
    const isAsAbove =
      places.length === above.length && places.every((place, index) => place === above[index]);
    if (places.length > 0) found.push({ top, bottom, places, isAsAbove });
    above = places;
  }
  return found;
}
