/** What of a coding's margin is near the upper edge of the window. Heights in pixels, counted from that edge. */
export interface EdgeCoding {
  readonly id: string;
  /** Its code: codings of one code share a name. */
  readonly key: string;
  /** Its place in the order of the text. */
  readonly place: number;
  /** Where its name (or the “+n” in which it is counted) stands; minus infinity where it is further up than known. */
  readonly nameTop: number;
  /** Where its bracket ends. */
  readonly bottom: number;
}

export interface StuckNames {
  /** The codings of each name, from the edge downwards. */
  readonly names: readonly (readonly string[])[];
  /** Those for whose names there is no room, counted in a “+n” below. */
  readonly folded: readonly string[];
  /** Names counted in it. */
  readonly foldedNames: number;
}

export interface StuckSizes {
  /** Of one name. */
  readonly height: number;
  /** Names, the “+n” being one. */
  readonly most: number;
}

/** A bracket of which no more is left to be seen needs no name. */
const leastBracket = 8;

/**
 * The names that stay at the upper edge of the window while their own places are above it and their brackets go on
 * below. A name that the text brings up to them joins them, so that none is covered; nothing else ever moves one.
 */
export function stickNames(codings: readonly EdgeCoding[], { height, most }: StuckSizes): StuckNames {
  const waiting = codings
    .filter(({ bottom }) => bottom > leastBracket)
    .sort((a, b) => (a.nameTop === b.nameTop ? a.place - b.place : a.nameTop < b.nameTop ? -1 : 1));
  const stack = new Map<string, string[]>();
  for (const { id, key, nameTop } of waiting) {
    if (nameTop >= Math.min(stack.size, most) * height) break;
    const known = stack.get(key);
    if (known) known.push(id);
    else stack.set(key, [id]);
  }
  const all = [...stack.values()];
  if (all.length <= most) return { names: all, folded: [], foldedNames: 0 };
  const names = all.slice(0, most - 1);
  const rest = all.slice(most - 1);
  return { names, folded: rest.flat(), foldedNames: rest.length };
}
