import {
  accentsSource,
  formOf,
  formsOf,
  joinedForms,
  type LetterRules,
  plainForm,
  speltOut,
} from './letters';

/** What is looked for in texts. */
export interface SearchPattern {
  /**
   * `text`: the words as they stand; `regex`: a regular expression; `terms`: a list, a term a line or between commas
   * and semicolons, each a whole word (or several); `*` at an end of a term stands for the rest of the word.
   */
  readonly kind: 'text' | 'regex' | 'terms';
  readonly text: string;
  /** Upper and lower case are different; else they are the same. */
  readonly matchCase?: boolean | undefined;
  /** Accents, and forms of quotation marks and hyphens, are different; else they are the same. */
  readonly matchAccents?: boolean | undefined;
  /** Hits begin and end where words do. */
  readonly wholeWord?: boolean | undefined;
}

const syntax = /[\\^$.*+?()[\]{}|/-]/g;
/** Of a row of letters that may be written joined in several ways (`sssst`) so many are looked at together. */
const mostJoined = 8;

export interface WordsSource {
  /** For texts without combining accents; the quicker one. */
  readonly plain: string;
  /** For all texts. */
  readonly accented: string;
}

/** Words as the source of a regular expression (flag `u`). White space stands for any white space, line ends too. */
export function wordsSource(words: string, rules: LetterRules): WordsSource {
  if (words.trim() === '') return { plain: words, accented: words };
  const plain: string[] = [];
  const accented: string[] = [];
  const between = rules.matchAccents ? '' : accentsSource;
  const characters = [...plainWords(words, rules)];
  for (let at = 0; at < characters.length; ) {
    const character = characters[at] ?? '';
    if (/\s/u.test(character)) {
      plain.push('\\s+');
      accented.push('\\s+');
      while (/^\s$/u.test(characters[at] ?? '')) at += 1;
      continue;
    }
    const end = endOfJoined(characters, at, rules);
    const ways = waysToWrite(characters.slice(at, end), rules);
    plain.push(eitherOf(ways.map((way) => way.join(''))));
    accented.push(eitherOf(ways.map((way) => way.join(between))) + between);
    at = end;
  }
  return { plain: plain.join(''), accented: accented.join('') };
}

/** The words letter by letter, and without accents where these don't count. */
function plainWords(words: string, rules: LetterRules): string {
  const composed = words.normalize('NFC');
  const plain = rules.matchAccents ? composed : Array.from(composed, plainForm).join('');
  // Accents alone are looked for as they are.
  return Array.from(plain.trim() === '' ? composed : plain, (each) => speltOut(each, rules)).join('');
}

/** Letters that one character may stand for, from the beginning of the list: `ss` and ß. */
function* joinedAt(characters: readonly string[], at: number, rules: LetterRules) {
  for (const [letters, signs] of joinedForms(rules)) {
    const isHere = [...letters].every((letter, index) => {
      const character = characters[at + index];
      return character !== undefined && formOf(character, rules) === letter;
    });
    if (isHere) yield { length: letters.length, signs };
  }
}

/** The end of the letters whose ways to be written joined overlap. */
function endOfJoined(characters: readonly string[], from: number, rules: LetterRules): number {
  let end = from + 1;
  for (let at = from; at < end && at - from < mostJoined; at += 1) {
    for (const { length } of joinedAt(characters, at, rules)) end = Math.max(end, at + length);
  }
  return end;
}

/** The sources of all ways to write letters, one by one and joined: `ss`, ß. */
function waysToWrite(letters: readonly string[], rules: LetterRules): readonly (readonly string[])[] {
  const [first] = letters;
  if (first === undefined) return [[]];
  const rest = (length: number) => waysToWrite(letters.slice(length), rules);
  return [
    ...rest(1).map((way) => [classOf(first, rules), ...way]),
    ...[...joinedAt(letters, 0, rules)].flatMap(({ length, signs }) =>
      rest(length).map((way) => [`[${escaped(signs)}]`, ...way]),
    ),
  ];
}

function eitherOf(sources: readonly string[]): string {
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
}

/** One character in all the forms that count as the same, composed and decomposed. */
function classOf(character: string, rules: LetterRules): string {
  const forms = formsOf(character, rules);
  const single = forms.length === 1 ? escaped(forms) : `[${escaped(forms)}]`;
  const decomposed = [...new Set([...forms].map((form) => form.normalize('NFD')))].filter(
    (form) => [...form].length > 1 && (rules.matchAccents || form.normalize('NFC') === character),
  );
  return decomposed.length === 0 ? single : `(?:${[single, ...decomposed.map(escaped)].join('|')})`;
}

export function escaped(text: string): string {
  return text.replace(syntax, '\\$&');
}

/** The terms of a list, each once, the longest first so that it is found before a shorter one at the same place. */
export function termsOf(list: string): string[] {
  const terms = list
    .split(/[\n,;]/u)
    .map((term) => term.replace(/\s+/gu, ' ').trim())
    .filter((term) => term.replaceAll('*', '').trim() !== '');
  return [...new Set(terms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
