import { createPositionMap, quotationContext, type TextSpan } from '../text';
import type { ChangeList } from './changes';
import { isBetweenCharacters } from './clusters';
import { changesInCodePoints, diffText } from './diff-text';
import { createFuzzySearch, type FuzzySearch } from './fuzzy-search';
import { type MappedSpan, mapWithFates } from './spans';

/**
 * What became of a quotation in a newer text: `kept` at its place, `moved` (surely the same passage, perhaps with
 * words corrected), `doubtful` (a place is proposed, a person has to say), or `lost`.
 */
export type AnchorOutcome = 'kept' | 'moved' | 'doubtful' | 'lost';

export interface Reanchored {
  readonly outcome: AnchorOutcome;
  /** Code points of the newer text; null only for `lost`. */
  readonly place: TextSpan | null;
  /** 0 to 1: how like the words there are the words of the quotation; 1: the same. */
  readonly score: number;
}

export interface Reanchoring {
  /** All that differs between the two texts, in code points of the older. */
  readonly changes: ChangeList;
  /** For a span of the older text, code points. */
  anchor(span: TextSpan): Reanchored;
}

/** So like the words at their place have to be to be the same passage without asking. */
const surely = 0.7;
const perhaps = 0.2;
/** Shorter words stand elsewhere by chance. */
const tellingLength = 20;
/** Found by words alone, so like and so much more like than elsewhere a place has to be to need no question. */
const certainly = 0.97;
const mostOccurrences = 100;

/**
 * Finds the passages of one text in a newer one: by position, through the differences of the two; then by their
 * words and what stands around them; then by words like theirs where the newer text is new. The comparison is made
 * at once, the rest as passages are asked for, so that many can be asked for in slices.
 */
export function createReanchoring(
  before: string,
  after: string,
  options: { readonly onStep?: (done: number) => void } = {},
): Reanchoring {
  const inUnits = diffText(before, after, options);
  const maps = { before: createPositionMap(before), after: createPositionMap(after) };
  const changes = changesInCodePoints(inUnits, maps);
  const words = (span: TextSpan) =>
    before.slice(maps.before.toUtf16(span.start), maps.before.toUtf16(span.end));
  const inPoints = (span: TextSpan) => ({
    start: maps.after.toCodePoint(span.start),
    end: maps.after.toCodePoint(span.end),
  });
  let fuzzy: FuzzySearch | undefined;
  const search: Search = {
    before,
    after,
    maps,
    fuzzy: () => {
      fuzzy ??= createFuzzySearch(after, newStretches(inUnits));
      return fuzzy;
    },
  };
  return {
    changes,
    anchor(span) {
      const [mapped] = mapWithFates([span], changes);
      const stayed = mapped && byPosition(span, mapped);
      if (stayed && (stayed.outcome === 'kept' || stayed.outcome === 'moved')) return stayed;
      const text = words(span);
      const found = byWords(search, span, text) ?? byLikeWords(search, text);
      if (!found) return stayed ?? { outcome: 'lost', place: null, score: 0 };
      if (stayed && found.outcome === 'doubtful' && stayed.score >= found.score) return stayed;
      return { ...found, place: found.place && inPoints(found.place) };
    },
  };
}

/** All of them at once, in the order given. */
export function reanchor(before: string, after: string, spans: readonly TextSpan[]): Reanchored[] {
  const { anchor } = createReanchoring(before, after);
  return spans.map((span) => anchor(span));
}

function byPosition(span: TextSpan, { place, fate, left }: MappedSpan): Reanchored | null {
  if (!place) return null;
  if (fate === 'same') {
    const isThere = place.start === span.start && place.end === span.end;
    return { outcome: isThere ? 'kept' : 'moved', place, score: 1 };
  }
  const score = (2 * left) / (span.end - span.start + place.end - place.start);
  if (fate === 'changed' && score >= surely) return { outcome: 'moved', place, score };
  // Both ends are where they were: whatever stands between them now may be meant.
  return fate === 'changed' || score >= perhaps ? { outcome: 'doubtful', place, score } : null;
}

interface Search {
  readonly before: string;
  readonly after: string;
  readonly maps: Record<'before' | 'after', ReturnType<typeof createPositionMap>>;
  readonly fuzzy: () => FuzzySearch;
}

/** The same words elsewhere; places in UTF-16 units. */
function byWords({ before, after, maps }: Search, span: TextSpan, words: string): Reanchored | null {
  if (words.trim() === '') return null;
  const { prefix, suffix } = quotationContext(before, maps.before, span);
  const places: { readonly start: number; readonly likeness: number }[] = [];
  for (let at = after.indexOf(words); at >= 0; at = after.indexOf(words, at + 1)) {
    if (places.length >= mostOccurrences) break;
    const end = at + words.length;
    // The same letter without its mark is another one.
    if (!isBetweenCharacters(after, at) || !isBetweenCharacters(after, end)) continue;
    const likeness =
      endInCommon(prefix, after.slice(Math.max(0, at - prefix.length), at)) +
      beginInCommon(suffix, after.slice(end, end + suffix.length));
    places.push({ start: at, likeness });
  }
  places.sort((one, other) => other.likeness - one.likeness);
  const [best, second] = places;
  if (!best) return null;
  const around = prefix.length + suffix.length;
  const isAlone = !second && words.length >= tellingLength && isOnce(before, words);
  const isTold = best.likeness >= Math.max(8, around / 2) && best.likeness >= 2 * (second?.likeness ?? 0);
  const place = { start: best.start, end: best.start + words.length };
  return { outcome: isAlone || isTold ? 'moved' : 'doubtful', place, score: 1 };
}

/** Words like those in what is new; places in UTF-16 units. */
function byLikeWords({ fuzzy }: Search, words: string): Reanchored | null {
  const found = fuzzy().find(words);
  if (!found) return null;
  const { best, second } = found;
  const isSure = best.score >= certainly && second < surely && words.length >= tellingLength;
  return {
    outcome: isSure ? 'moved' : 'doubtful',
    place: { start: best.start, end: best.end },
    score: Math.min(best.score, 0.99),
  };
}

function newStretches(changes: ChangeList): TextSpan[] {
  let shift = 0;
  return changes.flatMap(({ from, to, length }) => {
    const start = from + shift;
    shift += length - (to - from);
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

function isOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
}

function beginInCommon(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

function endInCommon(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count))
    count += 1;
  return count;
}
