/** What a reader sees as one character: a letter with its accents, a flag, a family of emoji. */
let segmenter: Intl.Segmenter | undefined;

/** A character that may belong to what stands before it. */
const joins =
  /^(?:[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\u200C\u1160-\u11FF\uFF9E\uFF9F\u{E0020}-\u{E007F}]|\u200D)/u;
/** A character that may draw to itself what follows. */
const draws = /[\u200D\p{Regional_Indicator}\u0600-\u0605\u06DD\u070F]$/u;

/** UTF-16 units looked at on each side; clusters are not longer in practice. */
const reach = 64;

/** Whether a UTF-16 offset lies inside a cluster (or inside a surrogate pair). */
export function splitsCluster(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const after = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (after < 0x300 && before < 0x300) return false;
  if (isHigh(before) && isLow(after)) return true;
  if (!joins.test(text.slice(at, at + 2)) && !draws.test(text.slice(Math.max(0, at - 2), at))) return false;
  const { start } = clusterAround(text, at);
  return start < at;
}

/** The cluster that holds the offset, as UTF-16 offsets, end exclusive. */
export function clusterAround(text: string, at: number): { readonly start: number; readonly end: number } {
  let from = Math.max(0, at - reach);
  // A flag is two signs of one kind: counting has to begin where something else stands.
  for (let place = at - 1; place > from; place -= 1) {
    if (text.charCodeAt(place) < 0x300) from = place;
  }
  if (isLow(text.charCodeAt(from))) from -= 1;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const found = segmenter.segment(text.slice(from, at + reach)).containing(at - from);
  if (!found) return { start: at, end: at };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
