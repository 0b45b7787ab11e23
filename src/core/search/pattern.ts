import { accentsSource, formOf, formsOf, type LetterRules, plainForm } from './letters';

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
const ligatures = ['ffi', 'ffl', 'ff', 'fi', 'fl', 'st'] as const;
const ligatureOf = { ffi: 'ﬃ', ffl: 'ﬄ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ', st: 'ﬆﬅ' } as const;

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
  const add = (source: string, mayHaveAccents = false) => {
    plain.push(source);
    accented.push(mayHaveAccents && !rules.matchAccents ? source + accentsSource : source);
  };
  const characters = [...plainWords(words, rules)];
  for (let at = 0; at < characters.length; ) {
    const character = characters[at] ?? '';
    if (/\s/u.test(character)) {
      add('\\s+');
      while (/^\s$/u.test(characters[at] ?? '')) at += 1;
      continue;
    }
    const joined = rules.matchAccents ? undefined : ligatureAt(characters, at, rules);
    if (joined) {
      const letters = characters.slice(at, at + joined.length).map((each) => classOf(each, rules));
      add(`(?:${letters.join(rules.matchAccents ? '' : accentsSource)}|[${ligatureOf[joined]}])`, true);
      at += joined.length;
      continue;
    }
    add(classOf(character, rules), true);
    at += 1;
  }
  return { plain: plain.join(''), accented: accented.join('') };
}

/** The words with composed letters, and without accents where these don't count. */
function plainWords(words: string, { matchAccents }: LetterRules): string {
  const composed = words.normalize('NFC');
  if (matchAccents) return composed;
  const plain = Array.from(composed, plainForm).join('');
  // Accents alone are looked for as they are.
  return plain.trim() === '' ? composed : plain;
}

function ligatureAt(characters: readonly string[], at: number, rules: LetterRules) {
  return ligatures.find((letters) =>
    [...letters].every((letter, index) => formOf(characters[at + index] ?? '', rules) === letter),
  );
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
