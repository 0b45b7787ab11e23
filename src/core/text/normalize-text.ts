/** What the import door changed in a text; all zero or false for most texts. */
export interface TextChanges {
  readonly hadByteOrderMark: boolean;
  /** `\r\n` and lone `\r` turned into `\n`. */
  readonly lineEnds: number;
  /** U+0000 turned into U+FFFD: SQLite and most readers stop at a NUL. */
  readonly nuls: number;
  /** Halves of surrogate pairs turned into U+FFFD: they can't be written as UTF-8. */
  readonly loneSurrogates: number;
}

export interface NormalizedText {
  readonly text: string;
  readonly changes: TextChanges;
}

/**
 * The one door through which text enters a project (TX1): no byte order mark, `\n` line ends, no NUL, well-formed.
 * Nothing else is touched; above all there is no Unicode normalisation, because it would shift positions that
 * other programs have counted. Applying it twice changes nothing.
 */
export function normalizeText(raw: string): NormalizedText {
  const hadByteOrderMark = raw.charCodeAt(0) === 0xfeff;
  let text = hadByteOrderMark ? raw.slice(1) : raw;

  let lineEnds = 0;
  if (text.includes('\r')) {
    lineEnds = occurrences(text, '\r');
    text = text.replaceAll('\r\n', '\n');
    if (text.includes('\r')) text = text.replaceAll('\r', '\n');
  }

  const nuls = occurrences(text, '\0');
  if (nuls > 0) text = text.replaceAll('\0', '\uFFFD');

  let loneSurrogates = 0;
  if (/[\uD800-\uDFFF]/.test(text)) {
    // With the u flag, \p{Surrogate} matches only a surrogate that is not half of a pair.
    text = text.replace(/\p{Surrogate}/gu, () => {
      loneSurrogates += 1;
      return '\uFFFD';
    });
  }
  return { text, changes: { hadByteOrderMark, lineEnds, nuls, loneSurrogates } };
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
