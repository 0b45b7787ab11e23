const joiner = 0x200d;
const mark = /^(?:\p{M}|\p{Emoji_Modifier})/u;

/**
 * Whether a UTF-16 offset of a text lies between two characters as a reader sees them: not inside a surrogate pair,
 * not before a combining mark, variation selector or skin tone, not beside a zero-width joiner, not inside a flag.
 * Our own rule, because a figure must not depend on the runtime's segmenter; the rarer rules of UAX 29 are left out.
 */
export function isBetweenCharacters(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const next = text.charCodeAt(offset);
  const previous = text.charCodeAt(offset - 1);
  // What most texts consist of needs no look at Unicode's tables.
  if (next < 0x300 && previous < 0x300) return true;
  if (isLow(next) && isHigh(previous)) return false;
  if (next === joiner || previous === joiner) return false;
  if (next >= 0x300 && mark.test(text.slice(offset, offset + 2))) return false;
  return !isInsideFlag(text, offset);
}

/** The nearest offset at or before (-1), or at or after (1), that lies between two characters. */
export function betweenCharacters(text: string, offset: number, direction: -1 | 1): number {
  let at = offset;
  while (at > 0 && at < text.length && !isBetweenCharacters(text, at)) at += direction;
  return at;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Flags are pairs of regional indicators: of a run of them, every second border is within a flag. */
function isInsideFlag(text: string, offset: number): boolean {
  if (!isIndicator(text, offset)) return false;
  let count = 0;
  for (let at = offset - 2; at >= 0 && isIndicator(text, at); at -= 2) count += 1;
  return count % 2 === 1;
}

function isIndicator(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset + 1);
  return text.charCodeAt(offset) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}
