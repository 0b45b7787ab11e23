import { firstIndex } from '../../../core/binary-search';
import type { TextNavigator, TextSpan } from '../../../core/text';

export interface UncodedQuestion {
  readonly navigator: TextNavigator;
  /** Where to look from, code points. */
  readonly from: TextSpan;
  readonly by: 1 | -1;
  /** Places that are coded, in any order. */
  readonly coded: readonly TextSpan[];
}

/**
 * The next passage without a code (KB6): the longest run of sentences of one paragraph of which no character is
 * coded. Null where there is none on that side.
 */
export function nextUncoded({ navigator, from, by, coded }: UncodedQuestion): TextSpan | null {
  const places = unitedPlaces(coded, wholeText(navigator));
  let paragraph = navigator.unitAt('paragraph', by === 1 ? from.end : from.start);
  while (paragraph) {
    const gaps = uncodedRuns(navigator, paragraph, places);
    const found =
      by === 1 ? gaps.find(({ start }) => start >= from.end) : gaps.findLast(({ end }) => end <= from.start);
    if (found) return found;
    paragraph =
      by === 1
        ? navigator.unitAfter('paragraph', paragraph.end)
        : navigator.unitBefore('paragraph', paragraph.start);
  }
  return null;
}

/** So long may be what says who wrote when, between one comment and the next (code points). */
const longestBetween = 240;

/** What stands between turns that follow each other closely: author's lines and numbers, no one's words. */
export function linesBetween(turns: readonly TextSpan[]): TextSpan[] {
  return turns.flatMap(({ end }, index) => {
    const next = turns[index + 1];
    if (!next || next.start <= end || next.start - end > longestBetween) return [];
    return [{ start: end, end: next.start }];
  });
}

function uncodedRuns(navigator: TextNavigator, paragraph: TextSpan, places: Places): TextSpan[] {
  if (!places.touch(paragraph)) {
    const first = navigator.unitAt('sentence', paragraph.start);
    const last = navigator.unitBefore('sentence', paragraph.end);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  }
  const runs: TextSpan[] = [];
  let isOpen = false;
  let sentence = navigator.unitAt('sentence', paragraph.start);
  while (sentence && sentence.end <= paragraph.end) {
    const isCoded = places.touch(sentence);
    const before = runs.at(-1);
    if (!isCoded && isOpen && before) runs[runs.length - 1] = { start: before.start, end: sentence.end };
    else if (!isCoded) runs.push(sentence);
    isOpen = !isCoded;
    sentence = navigator.unitAfter('sentence', sentence.end);
  }
  return runs;
}

/** A code on the whole document says what it is, and leaves it to be read all the same. */
function wholeText(navigator: TextNavigator): TextSpan {
  const first = navigator.unitAt('sentence', 0);
  const last = navigator.unitAt('sentence', Number.MAX_SAFE_INTEGER);
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

interface Places {
  /** Whether the span shares a character with any. */
  touch(span: TextSpan): boolean;
}

const known = new WeakMap<readonly TextSpan[], Places>();

/** United and in order once for each answer of the engine, so that stepping through a long document stays quick. */
function unitedPlaces(coded: readonly TextSpan[], whole: TextSpan): Places {
  const found = known.get(coded);
  if (found) return found;
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of coded.toSorted((a, b) => a.start - b.start)) {
    if (start <= whole.start && end >= whole.end) continue;
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  const places: Places = {
    touch(span) {
      const next = united[firstIndex(united.length, (index) => (united[index]?.end ?? 0) > span.start)];
      return next !== undefined && next.start < span.end;
    },
  };
  known.set(coded, places);
  return places;
}
