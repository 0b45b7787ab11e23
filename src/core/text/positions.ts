/**
 * Code points outside, UTF-16 inside: every stored position counts Unicode code points, JavaScript's strings count
 * UTF-16 units. The two differ only after a character beyond U+FFFF, so a map is the sorted list of those
 * characters; most texts have none, and then the map is the identity and holds nothing.
 */
export interface PositionMap {
  /** True where code points and UTF-16 units are the same numbers in the whole text. */
  readonly isIdentity: boolean;
  /** Length of the text in code points. */
  readonly length: number;
  /** UTF-16 offset of a code point position, `0..length`; beyond the text the overhang is kept. */
  toUtf16(codePoint: number): number;
  /** Code point position of a UTF-16 offset; an offset inside a surrogate pair gives the pair's own position. */
  toCodePoint(utf16: number): number;
}

const surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;
const nextPair = new RegExp(surrogatePair, 'g');

/** The map of one text. Linear in the text once, then logarithmic in the number of characters beyond U+FFFF. */
export function createPositionMap(text: string): PositionMap {
  const astral = astralOffsets(text);
  if (astral.length === 0) {
    return {
      isIdentity: true,
      length: text.length,
      toUtf16: (codePoint) => codePoint,
      toCodePoint: (utf16) => utf16,
    };
  }
  return {
    isIdentity: false,
    length: text.length - astral.length,
    toUtf16: (codePoint) => codePoint + astralBeforeCodePoint(astral, codePoint),
    toCodePoint: (utf16) => utf16 - astralBeforeUtf16(astral, utf16),
  };
}

/** Length of a text in code points. */
export function codePointLength(text: string): number {
  if (!surrogatePair.test(text)) return text.length;
  let length = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (isPairAt(text, at)) {
      length -= 1;
      at += 1;
    }
  }
  return length;
}

/** `[start, end)` of a text in code points. For many slices of one long text use a `PositionMap`. */
export function sliceByCodePoints(text: string, start: number, end: number): string {
  if (!surrogatePair.test(text)) return text.slice(start, end);
  const from = skipCodePoints(text, 0, start);
  return text.slice(from, skipCodePoints(text, from, end - start));
}

function skipCodePoints(text: string, from: number, count: number): number {
  let at = from;
  for (let skipped = 0; skipped < count && at < text.length; skipped += 1) at += isPairAt(text, at) ? 2 : 1;
  return at;
}

function isPairAt(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** UTF-16 offsets of all characters beyond U+FFFF, in order. */
function astralOffsets(text: string): Int32Array {
  const first = text.search(surrogatePair);
  if (first < 0) return new Int32Array(0);
  let offsets = new Int32Array(64);
  let count = 0;
  for (let at = first; at >= 0; ) {
    if (count === offsets.length) {
      const grown = new Int32Array(count * 2);
      grown.set(offsets);
      offsets = grown;
    }
    offsets[count] = at;
    count += 1;
    at += 2;
    // Where one stands alone, the search for the next is left to the expression, which is quicker than a loop.
    if (!isPairAt(text, at)) {
      nextPair.lastIndex = at;
      at = nextPair.exec(text)?.index ?? -1;
    }
  }
  return offsets.slice(0, count);
}

/** How many astral characters lie before a code point: the k-th of them is code point `astral[k] - k`. */
function astralBeforeCodePoint(astral: Int32Array, codePoint: number): number {
  let low = 0;
  let high = astral.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((astral[middle] ?? 0) - middle < codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}

function astralBeforeUtf16(astral: Int32Array, utf16: number): number {
  let low = 0;
  let high = astral.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((astral[middle] ?? 0) < utf16) low = middle + 1;
    else high = middle;
  }
  return low;
}
