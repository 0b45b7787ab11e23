/**
 * Texts saved on a Macintosh before Mac OS X. The detection library has no model of these encodings and calls them
 * Windows ones, which turns every “å” into “Œ”. They differ in where accented letters live: 0x80–0x9F on the Mac,
 * where Windows has quotation marks, dashes and rare letters; 0xC0–0xFF in Windows, where MacRoman has signs.
 */
export function correctForMac(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'windows-1252' && looksMacRoman(bytes)) return 'macintosh';
  if (encoding === 'windows-1251' && looksMacCyrillic(bytes)) return 'maccyrillic';
  return encoding;
}

/** In words, between Latin letters, Mac letters outnumber those of Windows. */
function looksMacRoman(bytes: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  for (let index = 1; index < bytes.length - 1; index++) {
    const byte = bytes[index] ?? 0;
    const [before, after] = [bytes[index - 1] ?? 0, bytes[index + 1] ?? 0];
    if (byte < 0x80 || !isLatinLetter(before) || !isLatinLetter(after)) continue;
    // 0x91–0x97 are quotation marks and dashes in Windows, and an apostrophe stands between letters.
    if (byte <= 0x9f && (byte < 0x91 || byte > 0x97)) mac++;
    // No Windows capital stands between small letters; 0xD5, the Mac’s apostrophe, does.
    else if (byte >= 0xc0 && byte <= 0xde && before >= 0x61 && after >= 0x61) mac++;
    else if (byte >= 0xc0) windows++;
  }
  return mac > 2 * windows;
}

/** Both have small letters at 0xE0–0xFE; a word's capital is below 0xA0 on the Mac, 0xC0–0xDF in Windows. */
function looksMacCyrillic(bytes: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  for (let index = 0; index < bytes.length - 1; index++) {
    if ((bytes[index + 1] ?? 0) < 0xe0) continue;
    const byte = bytes[index] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) mac++;
    // 0xDF is the small “я” on the Mac.
    else if (byte >= 0xc0 && byte <= 0xde) windows++;
  }
  return mac > 2 * windows;
}

function isLatinLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
