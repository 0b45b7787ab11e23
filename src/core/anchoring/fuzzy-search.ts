import { folded, type TextSpan } from '../text';

/** A place whose words are like those that are looked for. UTF-16 offsets. */
export interface Likeness extends TextSpan {
  /** 0 to 1: twice the letters of the words that both have in this order, over the letters of both (Dice). */
  readonly score: number;
}

/** Finds words that were changed and moved, in the stretches of a text that are new. */
export interface FuzzySearch {
  /** The place most like the words, and how like the second best is; null where nothing is half as like. */
  find(words: string): { readonly best: Likeness; readonly second: number } | null;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Words that stand more often than this say nothing about a place. */
const mostOccurrences = 60;
const mostWords = 400;
const candidates = 3;
/** Below this two passages are not alike. */
const leastLikeness = 0.5;

interface Words {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
}

export function createFuzzySearch(text: string, stretches: readonly TextSpan[]): FuzzySearch {
  const numbers = new Map<string, number>();
  const all: Words = { ids: [], starts: [], ends: [] };
  for (const { start, end } of stretches) collect(text, { start, end }, numbers, all);
  const places = new Map<number, number[]>();
  all.ids.forEach((id, index) => {
    const list = places.get(id);
    if (list) list.push(index);
    else places.set(id, [index]);
  });
  return {
    find(sought) {
      const words: Words = { ids: [], starts: [], ends: [] };
      collect(sought.slice(0, 12_000), { start: 0, end: sought.length }, numbers, words);
      if (words.ids.length === 0 || words.ids.length > mostWords) return null;
      const found = beginnings(words, places)
        .map((from) => compare(words, all, from))
        .flatMap((each) => (each && each.score >= leastLikeness ? [each] : []))
        .sort((one, other) => other.score - one.score);
      const [best] = found;
      if (!best) return null;
      const second = found.find(({ start, end }) => end <= best.start || start >= best.end)?.score ?? 0;
      return { best, second };
    },
  };
}

function collect(text: string, span: TextSpan, numbers: Map<string, number>, into: Words): void {
  for (const match of text.slice(span.start, span.end).matchAll(word)) {
    const key = folded(match[0]);
    let id = numbers.get(key);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(key, id);
    }
    into.ids.push(id);
    into.starts.push(span.start + match.index);
    into.ends.push(span.start + match.index + match[0].length);
  }
}

/** Where the passage would begin by most of its words. */
function beginnings(words: Words, places: ReadonlyMap<number, readonly number[]>): number[] {
  const votes = new Map<number, number>();
  words.ids.forEach((id, index) => {
    const there = places.get(id) ?? [];
    if (there.length > mostOccurrences) return;
    for (const at of there) {
      // Words left out or put in shift a beginning a little, so it counts for its neighbourhood.
      const near = (at - index) >> 2;
      votes.set(near, (votes.get(near) ?? 0) + 1 / there.length);
    }
  });
  return [...votes]
    .sort((one, other) => other[1] - one[1])
    .slice(0, candidates)
    .map(([near]) => near * 4);
}

function compare(words: Words, all: Words, from: number): Likeness | null {
  const slack = 4 + (words.ids.length >> 2);
  const first = Math.max(0, from - slack);
  const last = Math.min(all.ids.length, from + words.ids.length + slack);
  const pairs = commonWords(words.ids, all.ids.slice(first, last));
  const [head] = pairs;
  const tail = pairs.at(-1);
  if (!head || !tail) return null;
  const length = (of: Words, at: number) => (of.ends[at] ?? 0) - (of.starts[at] ?? 0);
  const sum = (of: Words, from: number, to: number) => {
    let letters = 0;
    for (let at = from; at < to; at += 1) letters += length(of, at);
    return letters;
  };
  const shared = pairs.reduce((letters, [, there]) => letters + length(all, first + there), 0);
  const own = sum(words, 0, words.ids.length);
  const other = sum(all, first + head[1], first + tail[1] + 1);
  return {
    start: all.starts[first + head[1]] ?? 0,
    end: all.ends[first + tail[1]] ?? 0,
    score: Math.min(1, (2 * shared) / (own + other)),
  };
}

/** The longest common order of two rows, as pairs of places. */
function commonWords(a: readonly number[], b: readonly number[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
