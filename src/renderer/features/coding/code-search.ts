import type { CodeId } from '../../../core/ids';

export interface SearchableCode {
  readonly id: CodeId;
  readonly name: string;
  /** Names from the top, joined by ` > `. */
  readonly path: string;
}

/**
 * How well a code fits what was typed; null where it doesn't. Each word typed has to be found in the path, its
 * letters in order: best at the beginning of the name, then of a word in it, then of a word above, then anywhere.
 */
export function scoreCode(code: SearchableCode, query: string): number | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const name = fold(code.name);
  const above = fold(code.path.slice(0, code.path.length - code.name.length));
  let total = 0;
  for (const word of words) {
    const score = scoreWord(word, name, above);
    if (score === null) return null;
    total += score;
  }
  if (name === fold(query.trim())) total += 100;
  // Of equal fits the shorter name is more likely meant.
  return total - Math.min(9, name.length / 10);
}

/** Of the letters of an abbreviation, how many must begin a word or follow the one before for it to be surely meant. */
const sureShare = 0.75;

/**
 * Whether the code is surely meant: each word stands in its path as typed, or the one word is an abbreviation of its
 * name. Letters found here and there are a guess, and rather the name of a code that is not there yet.
 */
export function isSureFit(code: SearchableCode, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const path = fold(code.path);
  if (words.every((word) => path.includes(word))) return true;
  const [only, ...others] = words;
  const good = only === undefined || others.length > 0 ? null : goodLetters(only, fold(code.name));
  return good !== null && only !== undefined && good >= only.length * sureShare;
}

function scoreWord(word: string, name: string, above: string): number | null {
  if (name.startsWith(word)) return 60;
  if (beginsAWord(name, word)) return 50;
  if (name.includes(word)) return 40;
  const letters = scoreLetters(word, name);
  if (letters !== null) return 15 + letters;
  if (beginsAWord(above, word)) return 14;
  if (above.includes(word)) return 10;
  return scoreLetters(word, `${above}${name}`) === null ? null : 4;
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || isBoundary(text[at - 1])) return true;
  }
  return false;
}

/**
 * 0 to 20 for letters found in order: more where they begin words or follow each other (“pvn”: party vs. network).
 * Null as well where most are scattered: a long name has the letters of nearly every word, and the Enter that should
 * make a new code would apply that one.
 */
function scoreLetters(word: string, text: string): number | null {
  const good = goodLetters(word, text);
  if (good === null || good * 2 < word.length) return null;
  return Math.round((20 * good) / Math.max(1, word.length));
}

/** How many of the letters, found in order, begin a word or follow the one before; null where one is not found. */
function goodLetters(word: string, text: string): number | null {
  let at = -1;
  let good = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (next === at + 1 || isBoundary(text[next - 1])) good += 1;
    at = next;
  }
  return good;
}

function isBoundary(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}

/** Ignores case and diacritics, so that `forandring` finds *förändring*. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * The codes that fit, best first; without a query all, the recently used ones first and the others in the given
 * (tree) order. `recent`: most recent first.
 */
export function searchCodes<T extends SearchableCode>(
  codes: readonly T[],
  query: string,
  recent: readonly CodeId[],
): T[] {
  const rank = new Map(recent.map((id, index) => [id, index]));
  if (query.trim() === '') {
    const known = recent.flatMap((id) => codes.find((code) => code.id === id) ?? []);
    return [...known, ...codes.filter(({ id }) => !rank.has(id))];
  }
  return codes
    .flatMap((code, order) => {
      const score = scoreCode(code, query);
      if (score === null) return [];
      const recency = rank.get(code.id);
      return [{ code, order, score: score + (recency === undefined ? 0 : Math.max(1, 6 - recency)) }];
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ code }) => code);
}
