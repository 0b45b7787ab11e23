import { correctForMac } from './mac-encodings';

/**
 * Encodings from before Unicode: guessed by statistics, decoded by tables. Both libraries are loaded only when a
 * file needs them, which today is rare.
 */

/** Detection by letter statistics needs some text, not all of it. */
const SAMPLE_BYTES = 262_144;
const CONTEXT_BYTES = 1_024;
/** Below this the statistics say little, and the most common encoding of the West is the better guess. */
const WEAK_CONFIDENCE = 35;
const WEAK_LEAD = 10;
const NO_CONFIDENCE = 20;

/** Encodings and the ones that hold them whole, which decode the strays too. */
const SUPERSETS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'euc-kr': 'cp949',
  gb2312: 'gb18030',
};

/** Guesses the encoding of bytes that are not UTF-8 or UTF-16; a lower-case label that `decodeLegacy` knows. */
export async function guessLegacyEncoding(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import('chardet');
  const sample = sampleAround(bytes);
  const candidates = analyse(sample)
    .map((match) => ({ encoding: superset(match.name.toLowerCase()), confidence: match.confidence }))
    .filter(({ encoding }) => /^(windows|iso-8859|koi8|shift_jis|euc|cp949|big5|gb)/.test(encoding));
  const best = candidates[0];
  if (best === undefined || best.confidence < NO_CONFIDENCE) return correctForMac(sample, 'windows-1252');
  const western = candidates.find(({ encoding }) => encoding === 'windows-1252');
  const isClose = western !== undefined && best.confidence - western.confidence <= WEAK_LEAD;
  const chosen = best.confidence < WEAK_CONFIDENCE && isClose ? western : best;
  return correctForMac(sample, chosen.encoding);
}

/** Decodes with a named encoding; null when the name is unknown. Undecodable bytes become U+FFFD. */
export async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string | null> {
  const iconv = (await import('iconv-lite')).default;
  if (!iconv.encodingExists(encoding)) return null;
  return iconv.decode(bytes, encoding);
}

function superset(encoding: string): string {
  return SUPERSETS[encoding] ?? encoding;
}

/** The part of a file that has letters beyond ASCII, beginning a little before the first. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, Math.min(first - CONTEXT_BYTES, bytes.length - SAMPLE_BYTES));
  return bytes.subarray(from, from + SAMPLE_BYTES);
}
