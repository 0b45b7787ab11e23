import { type LetterRules, plainForm, speltOut } from './letters';

/** A text with the letters that count (FD2), with the way back: a regular expression is run on it. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 offset in the original of a span's start; before a sign that was spelt out (`ß` as `ss`). */
  startInOriginal(offset: number): number;
  /** The same for a span's end: accents that follow a letter belong to it, a sign that was spelt out is whole. */
  endInOriginal(offset: number): number;
}

const foreign = /[^\0-\x7F]+/g;

/** A character without accents where these don't count, and spelt out. */
export function foldCharacter(character: string, rules: LetterRules): string {
  return speltOut(rules.matchAccents ? character : plainForm(character), rules);
}

/** The same for many characters, each made out once. */
function createFolder(rules: LetterRules): (character: string) => string {
  const known = new Map<string, string>();
  return (character) => {
    const form = known.get(character) ?? foldCharacter(character, rules);
    known.set(character, form);
    return form;
  };
}

export function foldText(text: string, rules: LetterRules): FoldedText {
  const fold = createFolder(rules);
  const parts: string[] = [];
  // Pairs of places, folded and original, before and after each piece whose length changed.
  const folded: number[] = [];
  const original: number[] = [];
  let copied = 0;
  let length = 0;
  for (const { 0: run, index } of text.matchAll(foreign)) {
    parts.push(text.slice(copied, index));
    length += index - copied;
    let at = index;
    for (const character of run) {
      const plain = fold(character);
      if (plain.length !== character.length) {
        folded.push(length, length + plain.length);
        original.push(at, at + character.length);
      }
      parts.push(plain);
      length += plain.length;
      at += character.length;
    }
    copied = index + run.length;
  }
  parts.push(text.slice(copied));

  const inOriginal = (offset: number, isEnd: boolean) => {
    let low = 0;
    let high = folded.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((folded[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = low - 1;
    if (last < 0) return offset;
    const isInside = last % 2 === 0 && offset > (folded[last] ?? 0);
    if (isInside) return original[isEnd ? last + 1 : last] ?? 0;
    return (original[last] ?? 0) + offset - (folded[last] ?? 0);
  };
  return {
    text: parts.join(''),
    startInOriginal: (offset) => inOriginal(offset, false),
    endInOriginal: (offset) => inOriginal(offset, true),
  };
}
