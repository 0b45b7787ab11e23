/** Initials that stand for coders' names in a copy for others. */

const mostLetters = 4;

/** “Anna Berg” gives “A.B.”, “jean-luc” “J.L.”; a name without letters or digits “?”. What follows an @ is left out. */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*/gu) ?? [];
  const letters = words.slice(0, mostLetters).map((word) => firstLetter(word).toUpperCase());
  return letters.length === 0 ? '?' : `${letters.join('.')}.`;
}

/** Different initials for different names: where two have the same, the later one gets a number, “A.B. 2”. */
export function distinctInitials(names: Iterable<string>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (given.has(name)) continue;
    const initials = initialsOf(name);
    let free = initials;
    for (let number = 2; taken.has(free); number += 1) free = `${initials} ${number}`;
    taken.add(free);
    given.set(name, free);
  }
  return given;
}

/** With the marks that belong to it. */
function firstLetter(word: string): string {
  return /^.\p{M}*/u.exec(word)?.[0] ?? '';
}
