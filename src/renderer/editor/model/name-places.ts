/** A code's name that wants to stand in the margin beside the first row of its bracket. Heights in pixels. */
export interface WantedName {
  readonly top: number;
}

export interface NamePlaces {
  /** Index of the wanted name and where it stands. */
  readonly placed: readonly { readonly index: number; readonly top: number }[];
  /** Names for which there was no room, counted in one “+n” at the place of a name. */
  readonly folded: readonly { readonly indexes: readonly number[]; readonly top: number }[];
}

/**
 * Places names (given in order of `top`) one below the other without collision: each as near below its wish as
 * can be, at most `furthest` away. Those that would land further away are folded: the last name that stood there
 * gives its place to a “+n” for itself and them. Nothing is placed below `limit`.
 */
export function placeNames(
  wanted: readonly WantedName[],
  { height, furthest, limit }: { height: number; furthest: number; limit: number },
): NamePlaces {
  const placed: { index: number; top: number }[] = [];
  const folded: { indexes: number[]; top: number }[] = [];
  let free = Number.NEGATIVE_INFINITY;
  wanted.forEach(({ top: wish }, index) => {
    const top = Math.max(wish, free);
    const fits = top - wish <= furthest && (top + height <= limit || top === wish);
    if (fits) {
      placed.push({ index, top });
      free = top + height;
      return;
    }
    const fold = folded.at(-1);
    if (fold && fold.top + height === free) {
      fold.indexes.push(index);
      return;
    }
    const last = placed.pop();
    if (!last) return;
    folded.push({ indexes: [last.index, index], top: last.top });
  });
  return { placed, folded };
}
