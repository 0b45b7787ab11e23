/**
 * A text that is not what its SHA-256 says. What can't be read becomes U+FFFD, as many as there were characters, so
 * that every quotation behind it stays at its place; and the quotations, which hold their own words, fill in theirs.
 */
import type { Sha256 } from '../sha256';
import type { Gap } from './pages/payload';

/** Words known to have stood at a place. */
export interface KnownWords {
  /** Code points. */
  readonly start: number;
  readonly words: string;
}

export const unreadable = '\uFFFD';

/** Most characters of a document whose length is all that is left of it. */
const mostUnreadable = 20_000_000;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Undefined where the bytes are no UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** `characters`: code points that the document says it has; NaN where not known. */
export function readDamagedText(
  bytes: Uint8Array,
  gaps: readonly Gap[],
  options: { readonly characters: number; readonly words: readonly KnownWords[] },
): string {
  const pieces: (string[] | { readonly lost: number })[] = [];
  let at = 0;
  for (const { from, to } of gaps) {
    pieces.push(charactersOf(bytes.subarray(at, from)), { lost: to - from });
    at = to;
  }
  pieces.push(charactersOf(bytes.subarray(Math.min(at, bytes.length))));
  const known = pieces.reduce((sum, piece) => sum + (Array.isArray(piece) ? piece.length : 0), 0);
  const lostBytes = pieces.reduce((sum, piece) => sum + (Array.isArray(piece) ? 0 : piece.lost), 0);
  const { characters } = options;
  const isLengthKnown = characters >= known && characters <= known + lostBytes + 8 * (gaps.length + 1);
  let missing = isLengthKnown ? characters - known : lostBytes;
  let left = lostBytes;
  const all: string[] = [];
  for (const piece of pieces) {
    if (Array.isArray(piece)) {
      for (const character of piece) all.push(character);
      continue;
    }
    left -= piece.lost;
    const share =
      left === 0 ? missing : Math.min(missing, Math.round((missing * piece.lost) / (piece.lost + left)));
    missing -= share;
    for (let count = 0; count < share; count += 1) all.push(unreadable);
  }
  if (gaps.length === 0 && Number.isSafeInteger(characters)) fitLength(all, characters);
  return withWords(all, options.words).join('');
}

/** A document of which only its length and its quotations are left. */
export function textFromWords(characters: number, words: readonly KnownWords[]): string {
  const end = words.reduce(
    (last, { start, words: text }) => Math.max(last, start + Array.from(text).length),
    1,
  );
  const isPlausible = Number.isSafeInteger(characters) && characters >= end && characters <= mostUnreadable;
  const length = Math.min(isPlausible ? characters : end, mostUnreadable);
  return withWords(new Array<string>(length).fill(unreadable), words).join('');
}

/** Code points; without the halves of one at the ends, and without what no text of ours holds. */
function charactersOf(bytes: Uint8Array): string[] {
  return Array.from(utf8.decode(withoutTornEnds(bytes)), (character) =>
    character === '\0' || character === '\r' ? unreadable : character,
  );
}

function withoutTornEnds(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
  let to = bytes.length;
  for (let back = 1; back <= 3 && to - back >= from; back += 1) {
    const byte = bytes[to - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) to -= back;
    break;
  }
  return bytes.subarray(from, to);
}

/** A damaged byte may have made one character into two or two into one: where it stands, one goes or comes. */
function fitLength(characters: string[], length: number): void {
  const more = length - characters.length;
  const at = characters.indexOf(unreadable);
  if (at < 0 || more === 0 || Math.abs(more) > 4) return;
  if (more > 0) {
    characters.splice(at, 0, ...new Array<string>(more).fill(unreadable));
    return;
  }
  for (let count = more; count < 0; count += 1) {
    const next = characters.lastIndexOf(unreadable, at + 8);
    if (next >= 0) characters.splice(next, 1);
  }
}

function withWords(characters: string[], words: readonly KnownWords[]): string[] {
  for (const { start, words: text } of words) {
    let at = start;
    for (const character of text) {
      if (characters[at] === unreadable) characters[at] = character;
      at += 1;
    }
  }
  return characters;
}

/** Bytes that one search for a flipped bit may hash. */
const mostHashed = 300_000_000;

/**
 * The text whose SHA-256 this is, where one flipped bit, or what the quotations say, makes it so. Bytes that stand
 * out are tried first, all of them in a short text.
 */
export function healText(
  bytes: Uint8Array,
  expected: string,
  options: { readonly words: readonly KnownWords[]; readonly sha256: Sha256 },
): string | undefined {
  const { words, sha256 } = options;
  const quoted = withQuotations(bytes, words);
  if (quoted !== undefined && sha256([quoted]) === expected) return quoted;
  const suspects = strangeBytes(bytes);
  const every = bytes.length * bytes.length * 8 <= mostHashed;
  const places = every ? bytes.keys() : suspects.slice(0, Math.floor(mostHashed / (8 * bytes.length + 1)));
  for (const place of places) {
    for (let bit = 0; bit < 8; bit += 1) {
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      const text = decodeStrictly(bytes);
      if (text !== undefined && sha256([text]) === expected) return text;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
    }
  }
  return undefined;
}

/** The text with quotations written over it that differ from it in a character or two. */
function withQuotations(bytes: Uint8Array, words: readonly KnownWords[]): string | undefined {
  const characters = Array.from(utf8.decode(bytes));
  let changed = 0;
  for (const { start, words: text } of words) {
    const own = Array.from(text);
    const differing = own.flatMap((character, index) =>
      characters[start + index] === character ? [] : [index],
    );
    if (differing.length === 0 || differing.length > 2 || own.length < 4) continue;
    for (const index of differing) characters[start + index] = own[index] ?? unreadable;
    changed += 1;
  }
  return changed > 0 ? characters.join('') : undefined;
}

/** Control characters and what is no UTF-8. */
function strangeBytes(bytes: Uint8Array): number[] {
  const strange: number[] = [];
  let follow = 0;
  for (const [at, byte] of bytes.entries()) {
    const isFollowing = (byte & 0xc0) === 0x80;
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x09) strange.push(at);
    else if (byte === 0x7f || isFollowing !== follow > 0) {
      for (let back = Math.max(0, at - 3); back <= at; back += 1) strange.push(back);
    }
    follow = isFollowing
      ? Math.max(0, follow - 1)
      : byte >= 0xf0
        ? 3
        : byte >= 0xe0
          ? 2
          : byte >= 0xc0
            ? 1
            : 0;
  }
  return [...new Set(strange)];
}
