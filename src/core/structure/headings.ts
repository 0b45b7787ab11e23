import { type TextLines, trimmed } from './text-lines';

/** A line that names what follows it, `[start, end)` in UTF-16. */
export interface HeadingLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

const hashes = /^(#{1,6})\s+\S/;
const numbered =
  /^(?:(?:chapter|part|kapitel|del|teil)\s+[\divxlc]+\b|\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\p{Lu})/iu;
const longest = 100;
/** A paragraph that may stand below a heading; shorter ones are as likely a list of short lines. */
const bodyLength = 120;

/**
 * Headings of a plain text (ST8): a short line between empty ones, without a full stop, above a paragraph of some
 * length; capitals throughout or hashes, where the text has several such. `before`: the line of the first turn, below
 * which only hashes count, because a speaker may well say three words.
 */
export function headingLines(lines: TextLines, before = lines.count): readonly HeadingLine[] {
  const hashed: HeadingLine[] = [];
  const capitals: HeadingLine[] = [];
  const plain: HeadingLine[] = [];
  for (let line = lines.nextFilled(0); line < lines.count; line = lines.nextFilled(line + 1)) {
    if (lines.end(line) - lines.start(line) > longest + 20) continue;
    const place = trimmed(lines.text, lines.start(line), lines.end(line));
    if (!place) continue;
    const words = lines.text.slice(place.start, place.end);
    const [, marks] = hashes.exec(words) ?? [];
    if (marks !== undefined) {
      const start = place.start + words.search(/[^#\s]/);
      hashed.push({ line, start, end: place.end, level: marks.length });
    } else if (
      line < before &&
      place.start === lines.start(line) &&
      isShortTitle(words) &&
      (line === 0 || lines.isBlank(line - 1))
    ) {
      const heading = { line, ...place, level: levelOf(words, plain.length) };
      if (isAllCapitals(words) && lines.nextFilled(line + 1) < lines.count)
        capitals.push({ ...heading, level: 1 });
      if (isAboveBody(lines, line)) plain.push(heading);
    }
  }
  if (hashed.length >= 2) return hashed;
  return capitals.length >= 3 ? capitals : plain;
}

function isShortTitle(words: string): boolean {
  if (words.length > longest || words.length < 3) return false;
  if (!/[\p{L}\p{M}\p{N}?!"'”’»)\]]$/u.test(words) || /[.,;:…]["'”’»)\]]*$/u.test(words)) return false;
  return (
    /^["'“‘«¿¡(]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words) && /\p{L}.*\p{L}/u.test(words) && !isDateOnly(words)
  );
}

/** `Monday, February 11, 2008`: says when, names nothing. */
function isDateOnly(words: string): boolean {
  return /\d/.test(words) &&
    words.replace(/[\d\s.,:/-]|\p{L}{2,}(?=[\s,.]|$)/gu, '') === '' &&
    /\b\d{4}\b/.test(words)
    ? words.split(/\s+/u).filter((word) => /^\p{L}/u.test(word)).length <= 3
    : false;
}

function isAllCapitals(words: string): boolean {
  return words.length <= 60 && words === words.toUpperCase() && /\p{Lu}[\p{Lu} ]*\p{Lu}/u.test(words);
}

function isAboveBody(lines: TextLines, line: number): boolean {
  if (line + 1 >= lines.count || !lines.isBlank(line + 1)) return false;
  const next = lines.nextFilled(line + 1);
  if (next >= lines.count) return false;
  // A text that was broken into short lines has its paragraph on several.
  let end = next;
  while (end + 1 < lines.count && !lines.isBlank(end + 1) && lines.end(end) - lines.start(next) < bodyLength)
    end += 1;
  return lines.end(end) - lines.start(next) >= bodyLength;
}

/** The first is the text's own title; numbers tell how deep the others are. */
function levelOf(words: string, sofar: number): number {
  const [number] = numbered.exec(words) ?? [];
  const [digits] = number === undefined ? [] : (/^\d[\d.]*/.exec(number) ?? []);
  if (digits !== undefined) return digits.split('.').filter((part) => part !== '').length;
  if (number !== undefined) return 1;
  return sofar === 0 ? 1 : 2;
}
