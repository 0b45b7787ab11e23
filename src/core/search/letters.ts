/**
 * Which letters count as the same. By the rules of FD2 `e` stands for é, È and e with a combining accent, `ss` for ß
 * and `fi` for ﬁ, and `'` for every apostrophe. Vowel signs of Indic scripts are letters, no accents.
 */

/** Accents and points that are written on a letter, and signs that are not seen (soft hyphen, zero-width space). */
const accents =
  '\\u00AD\\u0300-\\u036F\\u0483-\\u0487\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A' +
  '\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u200B\\u20D0-\\u20F0' +
  '\\uFE00-\\uFE0F\\uFE20-\\uFE2F';

/** Source of a regular expression for any number of accents. */
export const accentsSource = `[${accents}]*`;
const allAccents = new RegExp(`[${accents}]`, 'g');
const anyAccent = new RegExp(`[${accents}]`);
const near = '\\u00AD\\u0300-\\u1DFF\\u200B\\u20D0-\\u20F0\\uFE00-\\uFE2F';
/** Holds all accents and few else; a comparison or two for each letter of most texts. */
const nearAccents = new RegExp(`[${near}]`);

/** Whether a text has accents that are characters of their own. */
export function hasAccents(text: string): boolean {
  return nearAccents.test(text) && anyAccent.test(text);
}

const alike = new Map<string, string>([
  ...[...'’‘‛ʼ′`´'].map((sign) => [sign, "'"] as const),
  ...[...'“”„‟«»″'].map((sign) => [sign, '"'] as const),
  ...[...'‐‑‒–−'].map((sign) => [sign, '-'] as const),
]);

/** A character without accents, in one of the forms that look alike; still upper or lower case. May be several. */
export function plainForm(character: string): string {
  const sign = alike.get(character);
  if (sign !== undefined) return sign;
  return character.charCodeAt(0) < 0x80
    ? character
    : character.normalize('NFKD').replace(allAccents, '').normalize('NFC');
}

/** A character as a comparison without upper and lower case sees it. The way over the capital unites ς and σ. */
export function caseless(character: string): string {
  // The capital of ß is one letter or two.
  return character === 'ẞ' ? 'ss' : character.toUpperCase().toLowerCase();
}

/** Where characters with other forms stand: Latin, Greek, Cyrillic and their extensions, quotation marks, wide forms. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2033],
  [0x2212, 0x2212],
  [0xfb00, 0xfb17],
  [0xff01, 0xff5e],
];

export interface LetterRules {
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
}

/** By what they have in common, all characters that count as the same. */
type Table = ReadonlyMap<string, string>;
interface Tables {
  readonly single: Table;
  /** Of characters that stand for several, as ß for `ss`; the longest first. */
  readonly several: Table;
}
const known = new Map<string, Tables>();

/** All characters that count as the same as one, itself among them. */
export function formsOf(character: string, rules: LetterRules): string {
  return tablesOf(rules).single.get(formOf(character, rules)) ?? otherCases(character, rules);
}

/** Characters that stand for several letters, by these: `ss` → ßẞ. */
export function joinedForms(rules: LetterRules): Table {
  return tablesOf(rules).several;
}

/** A character as the letters it stands for (`ss` for ß); else as it is. */
export function speltOut(character: string, rules: LetterRules): string {
  const form = character.charCodeAt(0) < 0x80 ? character : formOf(character, rules);
  return tablesOf(rules).several.has(form) ? form : character;
}

/** What all characters that count as the same have in common. */
export function formOf(character: string, { matchCase, matchAccents }: LetterRules): string {
  const form = matchAccents ? character : plainForm(character);
  return matchCase ? form : caseless(form);
}

function tablesOf(rules: LetterRules): Tables {
  const name = `${rules.matchCase} ${rules.matchAccents}`;
  const made = known.get(name) ?? makeTables(rules);
  known.set(name, made);
  return made;
}

function makeTables(rules: LetterRules): Tables {
  const single = new Map<string, string>();
  const several = new Map<string, string>();
  for (const [from, to] of ranges) {
    for (let point = from; point <= to; point += 1) {
      const character = String.fromCharCode(point);
      const form = formOf(character, rules);
      if (form.length === 1) single.set(form, (single.get(form) ?? '') + character);
      else if (form.length > 1 && !hasAccents(form)) several.set(form, (several.get(form) ?? '') + character);
    }
  }
  return { single, several: new Map([...several].sort(([a], [b]) => b.length - a.length)) };
}

function otherCases(character: string, { matchCase }: LetterRules): string {
  if (matchCase) return character;
  const length = character.length;
  const cases = [character, character.toLowerCase(), character.toUpperCase()];
  return [...new Set(cases.filter((form) => form.length === length))].join('');
}
