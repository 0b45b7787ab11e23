import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** `[start, end)` in code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A coding as a test knows it: which words of which document have which code. */
export interface KnownCoding {
  readonly document: string;
  readonly code: string;
  readonly span: Span;
}

export const seedFiles = [
  '000_4a41a69cea41d9c1',
  '001_8f258023fc699746',
  '002_afef00513e506d85',
  '003_fce9ceef5ec29ab1',
  '004_3c89f54a69fc90ee',
] as const;

export function seedPath(name: string): string {
  return resolve('seeds', `${name}.txt`);
}

export function seedPaths(): string[] {
  return seedFiles.map(seedPath);
}

/** The text as the project holds it: no byte order mark, `\n` line ends. */
export function seedText(name: string): string {
  return readFileSync(seedPath(name), 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** Words that are given with plain spaces, as they stand in the text with its no-break spaces. */
export function ownWords(text: string, plain: string): string {
  const at = text.replaceAll('\u00a0', ' ').indexOf(plain);
  if (at < 0) throw new Error(`“${plain}” does not stand in the text.`);
  return text.slice(at, at + plain.length);
}

/** Where words stand in a text, counted by hand in code points; they must stand there, at the given occurrence. */
export function spanOf(text: string, words: string, occurrence = 1): Span {
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) {
    at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`“${words}” does not stand in the text ${occurrence} times.`);
  }
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

/**
 * The matrix as one would count it on paper, with nothing of Emic's own code: a code colours the characters that it
 * covers; a cell counts the unbroken stretches that have both colours; the diagonal those that have the one.
 */
export function countPlaces(codings: readonly KnownCoding[], codes: readonly string[]): number[][] {
  const documents = [...new Set(codings.map(({ document }) => document))];
  const colored = (document: string, code: string) => {
    const characters = new Set<number>();
    for (const coding of codings) {
      if (coding.document !== document || coding.code !== code) continue;
      for (let at = coding.span.start; at < coding.span.end; at += 1) characters.add(at);
    }
    return characters;
  };
  const stretches = (characters: ReadonlySet<number>) =>
    [...characters].filter((at) => !characters.has(at - 1)).length;
  return codes.map((row) =>
    codes.map((column) =>
      documents
        .map((document) => {
          const other = colored(document, column);
          return stretches(new Set([...colored(document, row)].filter((at) => other.has(at))));
        })
        .reduce((sum, count) => sum + count, 0),
    ),
  );
}
