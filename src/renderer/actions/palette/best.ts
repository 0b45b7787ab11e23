import { folded } from '../../features/codes/codes-model';

export interface Named {
  readonly name: string;
  /** Other words by which it is looked for. */
  readonly keywords?: string;
}

/**
 * All words must occur; names that begin with the search come first, then those with a word that does, and last what
 * only its keywords find.
 */
export function best<T>(things: readonly T[], search: string, namesOf: (thing: T) => Named): readonly T[] {
  const wanted = folded(search);
  if (wanted === '') return things;
  const words = wanted.split(/\s+/);
  const rank = (name: string) => {
    if (!words.every((word) => name.includes(word))) return 3;
    return name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2;
  };
  return things
    .map((thing) => {
      const { name, keywords = '' } = namesOf(thing);
      return { thing, rank: rank(folded(name)), all: folded(`${name} ${keywords}`) };
    })
    .filter(({ all }) => words.every((word) => all.includes(word)))
    .sort((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}
