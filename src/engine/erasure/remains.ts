import type { ErasureReport } from '../../contract/erasure';
import { writtenTexts } from '../../storage/erasure/rows';
import { findInFile } from '../../storage/sqlite/find-in-file';
import type { ChangePath } from '../history/entries';

/** Shorter pieces of a text stand in other texts by chance. */
const pieceLength = 24;
/** Pieces that are looked for in the bytes of the file; reading it takes about a second for each gigabyte. */
const mostProbes = 64;

/** What still holds words of an erased text: what researchers wrote, other documents, or, by a fault, the file. */
export function remains(
  { database, platform }: ChangePath,
  words: readonly string[],
  sameText: readonly string[],
): Pick<ErasureReport, 'isGone' | 'stillIn'> {
  const pieces = new Set(words.flatMap((text) => piecesOf(text)));
  const stillIn: string[] = sameText.map((name) => `The document “${name}” has the same text and keeps it.`);
  const quoting = writtenTexts(database).filter(({ text }) => holdsAny(text, pieces));
  const told = new Set(quoting.map(({ what, name }) => sentences[what](name)));
  stillIn.push(...told);
  const free = [...pieces].filter((piece) => !quoting.some(({ text }) => text.includes(piece)));
  const probes = evenly(free, mostProbes).map((piece) => new TextEncoder().encode(piece));
  return { isGone: !findInFile(platform.files, database.path, probes), stillIn };
}

const sentences = {
  memo: (name: string) => `The memo${name === '' ? ' on the project' : ` on “${name}”`} quotes some of it.`,
  code: (name: string) => `The description of the code “${name}” quotes some of it.`,
  project: () => 'The description of the project quotes some of it.',
  history: (name: string) =>
    `Entry ${name} of the history holds an earlier memo or description that quotes some of it.`,
} as const;

function piecesOf(text: string): string[] {
  const characters = Array.from(text);
  if (characters.length < pieceLength) return characters.length >= 8 ? [text] : [];
  const pieces: string[] = [];
  for (let at = 0; at + pieceLength <= characters.length; at += pieceLength) {
    pieces.push(characters.slice(at, at + pieceLength).join(''));
  }
  return pieces;
}

function holdsAny(text: string, pieces: ReadonlySet<string>): boolean {
  if (text.length < 8) return false;
  for (const piece of pieces) if (text.includes(piece)) return true;
  return false;
}

function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)] as T);
}
