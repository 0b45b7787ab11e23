import { abbreviations, abbreviationsBeforeNumber, germanMonths } from './abbreviations';

/** A terminator, or several, with the closing quotes and brackets after it. */
const ending = /[.!?…‽؟۔।॥։።‼⁇⁈⁉]+["'”’»›)\]}]*|[。！？｡．]+[”’」』】〉》）］"')\]]*/gu;
/** A terminator of a script that sets no space between sentences. */
const unspaced = /[。！？｡．]/u;
/** What a sentence may begin with: no lower-case letter; digits, opening quotes and brackets, dashes of a dialogue. */
const opening = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“”‘’„‚«»‹›([{¿¡「『【—–•*#@-]/u;
const lastWord = /[\p{L}\p{M}\p{N}.]+$/u;
const initials = /^(?:\p{L}\.)*\p{Lu}$/u;

/**
 * Calls `found` with each sentence of one paragraph, as UTF-16 offsets into the paragraph, white space around it
 * left out (UN2). The rules are our own, because `Intl.Segmenter` answers differently in each runtime.
 */
export function eachSentence(paragraph: string, found: (start: number, end: number) => void): void {
  let start = skipSpace(paragraph, 0);
  ending.lastIndex = start;
  for (let match = ending.exec(paragraph); match !== null; match = ending.exec(paragraph)) {
    const end = match.index + match[0].length;
    const next = skipSpace(paragraph, end);
    if (next >= paragraph.length) break;
    if (!endsSentence(paragraph, start, match.index, end, next)) continue;
    found(start, end);
    start = next;
  }
  const last = paragraph.trimEnd().length;
  if (last > start) found(start, last);
}

function endsSentence(paragraph: string, start: number, mark: number, end: number, next: number): boolean {
  if (unspaced.test(paragraph.charAt(mark))) return true;
  if (next === end || !opening.test(paragraph.slice(next, next + 2))) return false;
  const isSingleStop = paragraph.charAt(mark) === '.' && paragraph.charAt(mark + 1) !== '.';
  return !isSingleStop || !stopBelongsToWord(paragraph, start, mark, next);
}

function stopBelongsToWord(paragraph: string, start: number, mark: number, next: number): boolean {
  const before = paragraph.slice(Math.max(start, mark - 24), mark);
  const word = lastWord.exec(before)?.[0];
  if (word === undefined) return false;
  const isNumberNext = /\d/.test(paragraph.charAt(next));
  if (initials.test(word) || abbreviations.has(word.toLowerCase())) return true;
  if (isNumberNext && abbreviationsBeforeNumber.has(word.toLowerCase())) return true;
  if (!/^\d{1,3}$/.test(word)) return false;
  // “1. The first point”: a number alone before its stop numbers an item.
  if (start + word.length === mark) return true;
  const following = /^\p{L}+/u.exec(paragraph.slice(next, next + 12))?.[0];
  return following !== undefined && germanMonths.has(following);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
