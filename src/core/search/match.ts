import { fail, ok, type Result } from '../result';
import { createPositionMap, type FlatSpans, normalizeText, type PositionMap } from '../text';
import { clusterAround, splitsCluster } from './clusters';
import { foldCharacter, foldText } from './folded-text';
import { hasAccents, type LetterRules } from './letters';
import { type SearchPattern, termsOf, wordsSource } from './pattern';

/**
 * Finds a pattern in texts (FD1–FD6). Hits are in order and apart, never empty, and never divide what a reader sees
 * as one character.
 */
export interface Matcher {
  /** Calls `found` with each hit as UTF-16 offsets, end exclusive; ends when it answers false. */
  each(text: string, found: (start: number, end: number) => unknown): void;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** `invalid` with a sentence where nothing is looked for or the regular expression can't be read. */
export function createMatcher(pattern: SearchPattern): Result<Matcher> {
  if (pattern.text === '') return fail('invalid', 'There is nothing to look for.');
  switch (pattern.kind) {
    case 'text':
      return ok(wordsMatcher(pattern));
    case 'terms':
      if (termsOf(pattern.text).length === 0) return fail('invalid', 'There is no term in the list.');
      return ok(termsMatcher(pattern));
    case 'regex':
      return expressionMatcher(pattern);
  }
}

/** All hits in a text as flat spans `[start, end, …]` in code points, ends exclusive; at most `limit`. */
export function findSpans(
  matcher: Matcher,
  text: string,
  { positions, limit = Number.POSITIVE_INFINITY }: FindOptions = {},
): FlatSpans {
  const spans: number[] = [];
  // Most texts have no hit, and then their positions are worth nothing.
  let map = positions;
  matcher.each(text, (start, end) => {
    map ??= createPositionMap(text);
    spans.push(map.toCodePoint(start), map.toCodePoint(end));
    return spans.length < limit * 2;
  });
  return Int32Array.from(spans);
}

export interface FindOptions {
  readonly positions?: PositionMap;
  readonly limit?: number;
}

const inWord = '[\\p{L}\\p{M}\\p{N}_]';
const wordCharacter = /^[\p{L}\p{M}\p{N}_]$/u;
/** Between letters of scripts without spaces no word is seen to end. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

function wordsMatcher(pattern: SearchPattern): Matcher {
  const rules = lettersOf(pattern);
  const source = wordsSource(normalizeText(pattern.text).text, rules);
  return sourceMatcher(source.plain, source.accented, pattern.wholeWord ?? false);
}

function termsMatcher(pattern: SearchPattern): Matcher {
  const rules = lettersOf(pattern);
  const rest = "[\\p{L}\\p{M}\\p{N}_]*(?:['’‑‐-][\\p{L}\\p{M}\\p{N}]+)*";
  const before = "(?:[\\p{L}\\p{M}\\p{N}]+['’‑‐-]?)*";
  const terms = termsOf(normalizeText(pattern.text).text);
  const sources = terms.map((term) => {
    const inner = wordsSource(term.replace(/^\*+|\*+$/g, '').trim(), rules);
    const wrap = (source: string) =>
      `${term.startsWith('*') ? before : ''}${source}${term.endsWith('*') ? rest : ''}`;
    return { plain: wrap(inner.plain), accented: wrap(inner.accented) };
  });
  const any = (of: 'plain' | 'accented') => `(?:${sources.map((each) => each[of]).join('|')})(?!${inWord})`;
  // Looking back from every letter is slow, so the beginning of a word is looked at where a term was found; one whose
  // own beginning is open could begin anywhere.
  const isOpen = terms.some((term) => term.startsWith('*'));
  const behind = isOpen ? `(?<!${inWord})` : '';
  return sourceMatcher(behind + any('plain'), behind + any('accented'), !isOpen);
}

function sourceMatcher(plain: string, accented: string, isWhole: boolean): Matcher {
  const quick = new RegExp(plain, 'gu');
  const thorough = plain === accented ? quick : new RegExp(accented, 'gu');
  return {
    each(text, found) {
      const expression = quick !== thorough && hasAccents(text) ? thorough : quick;
      expression.lastIndex = 0;
      for (let hit = expression.exec(text); hit !== null; hit = expression.exec(text)) {
        const start = hit.index;
        const end = start + hit[0].length;
        const isMeant =
          !splitsCluster(text, start) &&
          !splitsCluster(text, end) &&
          !(isWhole && cutsWord(text, start, end));
        if (!isMeant) expression.lastIndex = start + widthAt(text, start);
        else if (found(start, end) === false) return;
      }
    },
  };
}

function cutsWord(text: string, start: number, end: number): boolean {
  return (
    isInWord(characterBefore(text, start), characterAt(text, start)) ||
    isInWord(characterBefore(text, end), characterAt(text, end))
  );
}

/** Whether two neighbours belong to one word. */
function isInWord(left: string, right: string): boolean {
  if (!wordCharacter.test(left) || !wordCharacter.test(right)) return false;
  return !(unspaced.test(left) && unspaced.test(right));
}

/** UTF-16 units of the character at an offset. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const point = at > 1 ? text.codePointAt(at - 2) : undefined;
  return point !== undefined && point > 0xffff ? String.fromCodePoint(point) : text.charAt(at - 1);
}

function expressionMatcher(pattern: SearchPattern): Result<Matcher> {
  const { wholeWord = false } = pattern;
  const rules = lettersOf(pattern);
  const { matchAccents, matchCase } = rules;
  const source = foldedExpression(pattern.text, rules);
  const flags = matchCase ? 'gmu' : 'gimu';
  let expression: RegExp;
  try {
    // Compiled alone first, so that what is wrong is told of the expression as it was written.
    expression = new RegExp(source, flags);
    if (wholeWord) expression = new RegExp(`(?<!${inWord})(?:${source})(?!${inWord})`, flags);
  } catch (error) {
    return fail('invalid', notAnExpression(error));
  }
  return ok({
    each(text, found) {
      const folded = matchAccents && matchCase ? null : foldText(text, rules);
      const searched = folded?.text ?? text;
      let last = 0;
      expression.lastIndex = 0;
      for (let hit = expression.exec(searched); hit !== null; hit = expression.exec(searched)) {
        const end = hit.index + hit[0].length;
        if (end === hit.index) {
          expression.lastIndex += widthAt(searched, end);
          continue;
        }
        const span = widened(text, {
          start: folded?.startInOriginal(hit.index) ?? hit.index,
          end: folded?.endInOriginal(end) ?? end,
        });
        // Two hits in one cluster are one.
        if (span.start < last) continue;
        last = span.end;
        if (found(span.start, span.end) === false) return;
      }
    },
  });
}

/** An expression for folded texts: a sign that is spelt out stays one outside of classes, so that `ß+` means it. */
function foldedExpression(expression: string, rules: LetterRules): string {
  let isInClass = false;
  let isEscaped = false;
  const folded = Array.from(expression, (character) => {
    if (!isEscaped && (character === '[' || character === ']')) isInClass = character === '[';
    isEscaped = !isEscaped && character === '\\';
    const form = foldCharacter(character, rules);
    return form.length > character.length && !isInClass ? `(?:${form})` : form;
  });
  return folded.join('');
}

/** An expression may end in the middle of what is seen as one character; the hit has all of it. */
function widened(text: string, { start, end }: Span): Span {
  return {
    start: splitsCluster(text, start) ? clusterAround(text, start).start : start,
    end: splitsCluster(text, end) ? clusterAround(text, end).end : end,
  };
}

function notAnExpression(error: unknown): string {
  const reason = error instanceof Error ? (/: ([^:]+)$/.exec(error.message)?.[1] ?? '') : '';
  const sentence = 'The regular expression can’t be read';
  return reason === '' ? `${sentence}.` : `${sentence}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`;
}

function lettersOf({ matchCase = false, matchAccents = false }: SearchPattern) {
  return { matchCase, matchAccents };
}
