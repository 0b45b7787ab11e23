import { decodeLegacy, guessLegacyEncoding } from './legacy-encoding';
import { type ByteOrder, decodeUtf16, findUtf16 } from './utf-16';

export interface DecodedText {
  /** Without a byte order mark; lone surrogates, NULs and line ends still as they were. */
  readonly text: string;
  /** Lower-case label: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /** True when letter statistics chose the encoding. */
  readonly isGuess: boolean;
  /** Characters that the bytes did not yield, now U+FFFD. */
  readonly damaged: number;
}

const CONTROL_SAMPLE_BYTES = 65_536;
/** Valid UTF-8 with more controls than this is no text: tables of numbers are valid UTF-8 by chance. */
const MOST_CONTROLS_UTF8 = 0.1;
const MOST_CONTROLS_LEGACY = 0.01;
/** A file is UTF-8 with damage, not another encoding, when it has this many good sequences to one bad. */
const GOOD_TO_BAD = 2;

/**
 * Bytes to text: a byte order mark decides; else UTF-16 by the pattern of its NUL bytes; else strict UTF-8; else
 * UTF-8 with a few damaged bytes; else a guess among older encodings. Null when the bytes are no text.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText | null> {
  const marked = await decodeMarked(bytes);
  if (marked !== null) return marked;

  const plain = findUtf16(bytes, 'strong');
  if (plain !== null) return certain(decodeUtf16(bytes, plain), `utf-16${plain}`);

  const strict = decodeStrictUtf8(bytes);
  if (strict !== null && !isMostlyControls(bytes)) return certain(strict, 'utf-8');

  // Cyrillic in UTF-16 is valid UTF-8 by chance, full of controls.
  const sparse = findUtf16(bytes, 'weak');
  if (sparse !== null) return certain(decodeUtf16(bytes, sparse), `utf-16${sparse}`);

  if (strict !== null || isBinary(bytes)) return null;
  const lenient = decodeLenientUtf8(bytes);
  if (lenient.good >= GOOD_TO_BAD * lenient.damaged) {
    return { text: lenient.text, encoding: 'utf-8', isGuess: false, damaged: lenient.damaged };
  }
  const encoding = await guessLegacyEncoding(bytes);
  const decoded = await decodeAs(bytes, encoding);
  return decoded === null ? null : { ...decoded, isGuess: true };
}

/** Reads with the encoding that somebody named; null when there is none of that name. */
export async function decodeAs(bytes: Uint8Array, encoding: string): Promise<DecodedText | null> {
  const text = await decodeLegacy(bytes, encoding);
  if (text === null) return null;
  return { text, encoding: encoding.toLowerCase(), isGuess: false, damaged: countReplaced(text) };
}

async function decodeMarked(bytes: Uint8Array): Promise<DecodedText | null> {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const strict = decodeStrictUtf8(bytes);
    if (strict !== null) return certain(strict, 'utf-8');
    const { text, damaged } = decodeLenientUtf8(bytes);
    return { text, encoding: 'utf-8', isGuess: false, damaged };
  }
  if (bytes.length % 4 === 0) {
    if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeAs(bytes.subarray(4), 'utf-32le');
    if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeAs(bytes.subarray(4), 'utf-32be');
  }
  if (a === 0xff && b === 0xfe) return decodeMarkedUtf16(bytes, 'le');
  if (a === 0xfe && b === 0xff) return decodeMarkedUtf16(bytes, 'be');
  return null;
}

function decodeMarkedUtf16(bytes: Uint8Array, order: ByteOrder): DecodedText {
  const text = decodeUtf16(bytes.subarray(2), order);
  return { text, encoding: `utf-16${order}`, isGuess: false, damaged: bytes.length % 2 };
}

function certain(text: string, encoding: string): DecodedText {
  return { text, encoding, isGuess: false, damaged: 0 };
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeLenientUtf8(bytes: Uint8Array): { text: string; good: number; damaged: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80 && unit !== 0xfffd && (unit & 0xfc00) !== 0xdc00) good++;
  }
  return { text, good, damaged: countReplaced(text) };
}

function countReplaced(text: string): number {
  return text.split('\uFFFD').length - 1;
}

function isMostlyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, CONTROL_SAMPLE_BYTES);
  return countControls(sample).controls > sample.length * MOST_CONTROLS_UTF8;
}

/** Bytes that are neither UTF-8 nor UTF-16 and hold a NUL, or many controls, are no text in any encoding. */
function isBinary(bytes: Uint8Array): boolean {
  const { controls, nuls } = countControls(bytes);
  return nuls > 0 || controls > 1 + bytes.length * MOST_CONTROLS_LEGACY;
}

/** Controls but for tab, line ends, form feed and escape. */
function countControls(bytes: Uint8Array): { controls: number; nuls: number } {
  let controls = 0;
  let nuls = 0;
  for (const byte of bytes) {
    if (byte >= 0x20) continue;
    if (byte === 0) nuls++;
    if (byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte !== 0x1b)) controls++;
  }
  return { controls, nuls };
}
