export type ByteOrder = 'le' | 'be';

const SAMPLE_BYTES = 65_536;
const UNITS_A_CALL = 8_192;

/**
 * Decodes UTF-16 without a byte order mark. Lone surrogates are kept for the caller to repair and count, and an odd
 * last byte is left out: the system's decoder would hide both.
 */
export function decodeUtf16(bytes: Uint8Array, order: ByteOrder): string {
  const length = bytes.length >> 1;
  const [low, high] = order === 'le' ? [0, 1] : [1, 0];
  const units = new Uint16Array(Math.min(length, UNITS_A_CALL));
  const parts: string[] = [];
  for (let from = 0; from < length; from += UNITS_A_CALL) {
    const count = Math.min(UNITS_A_CALL, length - from);
    for (let index = 0; index < count; index++) {
      const at = (from + index) * 2;
      units[index] = (bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8);
    }
    parts.push(String.fromCharCode(...units.subarray(0, count)));
  }
  return parts.join('');
}

/**
 * Finds UTF-16 that has no byte order mark by where its NUL bytes stand: letters of European text leave every
 * second byte 0, and even Cyrillic or Chinese text has spaces and line ends. `strong` asks for many of them, since
 * such bytes are valid UTF-8 too; without it a few suffice. Either way the bytes must decode to clean text.
 */
export function findUtf16(bytes: Uint8Array, strength: 'strong' | 'weak'): ByteOrder | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even++;
    if (sample[index + 1] === 0) odd++;
  }
  const [most, least] = even > odd ? [even, odd] : [odd, even];
  const pairs = sample.length / 2;
  const isPattern =
    strength === 'strong' ? most >= pairs * 0.5 && least <= pairs * 0.05 : most >= 2 && least <= most * 0.1;
  if (!isPattern) return null;
  const order: ByteOrder = even > odd ? 'be' : 'le';
  return isCleanText(decodeUtf16(sample, order)) ? order : null;
}

/** True when hardly any character is a control, unassigned, private or half of a pair. */
function isCleanText(text: string): boolean {
  // A sample may end inside a pair.
  const suspect = text.slice(0, -1).match(/[^\P{C}\t\n\r\f\p{Cf}]/gu)?.length ?? 0;
  return suspect <= text.length * 0.02;
}
