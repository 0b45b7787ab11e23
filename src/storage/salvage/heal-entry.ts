/**
 * An entry of the history whose digest is wrong by one damaged character, in the digest or in what it is of: found by
 * trying. What shows its damage is tried first, everything in a small entry.
 */
import type { ChangeSetRow, RowChange } from '../change-log/change-sets';

export interface Entry {
  readonly set: ChangeSetRow;
  readonly changes: readonly RowChange[];
}

/** The text whose SHA-256 should be the digest of an entry. */
export type PartsOf = (entry: Entry) => Iterable<string>;

interface Piece {
  readonly text: string;
  put(text: string): Entry;
}

/** Characters that may be hashed for one entry. */
const mostHashed = 60_000_000;

export function healEntry(
  entry: Entry,
  { partsOf, sha256 }: { readonly partsOf: PartsOf; readonly sha256: (parts: Iterable<string>) => string },
): Entry | undefined {
  const digest = sha256(partsOf(entry));
  const wanted = entry.set.digest;
  if (differences(digest, wanted) === 1) return { ...entry, set: { ...entry.set, digest } };
  const pieces = piecesOf(entry);
  const size = pieces.reduce((sum, { text }) => sum + text.length, 100);
  let tries = Math.floor(mostHashed / size);
  const shown = pieces.filter(({ text }) => showsDamage(text));
  for (const piece of shown.length > 0 ? shown : pieces) {
    for (const text of nearTexts(piece.text)) {
      tries -= 1;
      if (tries < 0) return undefined;
      const healed = piece.put(text);
      if (sha256(partsOf(healed)) === wanted) return healed;
    }
  }
  return undefined;
}

function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((character, index) => character !== b[index]).length;
}

const columns = [
  'id',
  'command',
  'label_key',
  'label_values',
  'merge_key',
  'why',
  'coder_id',
  'created_at',
  'modified_at',
] as const;

function piecesOf({ set, changes }: Entry): Piece[] {
  const pieces: Piece[] = [];
  for (const change of changes) {
    for (const column of ['after', 'before', 'row_id', 'table_name'] as const) {
      const text = change[column];
      if (text === null) continue;
      pieces.push({
        text,
        put: (next) => ({
          set,
          changes: changes.map((each) => (each === change ? { ...change, [column]: next } : each)),
        }),
      });
    }
  }
  for (const column of columns) {
    const text = set[column];
    if (text !== null)
      pieces.push({ text, put: (next) => ({ changes, set: { ...set, [column]: next } as ChangeSetRow }) });
  }
  return pieces;
}

/** What is no UTF-8, holds a control character, or is no JSON any more. */
function showsDamage(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\u0000-\u0008\u000b-\u001f\u007f\uFFFD]/.test(text)) return true;
  if (!text.startsWith('{') && !text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Every text that differs in one bit of one plain character; where the character is lost, every plain one. */
function* nearTexts(text: string): Generator<string> {
  const lost = text.indexOf('\uFFFD');
  const [from, to] = lost < 0 ? [0, text.length] : [lost, lost + 1];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const codes = lost < 0 ? [0, 1, 2, 3, 4, 5, 6].map((bit) => code ^ (1 << bit)) : plain;
    if (lost < 0 && code > 127) continue;
    for (const other of codes) yield text.slice(0, at) + String.fromCharCode(other) + text.slice(at + 1);
  }
}

const plain = Array.from({ length: 95 }, (_, index) => index + 32);
