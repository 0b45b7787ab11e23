import type { PositionMap } from '../text';
import type { ChangeList, TextChange } from './changes';
import { isBetweenCharacters } from './clusters';
import { diffTokens } from './diff-tokens';
import { lineTokens, type TokenNumbers, wordTokens } from './tokens';

export interface DiffOptions {
  /** Called now and then with how many UTF-16 units of the text before have been gone through; may throw to stop. */
  readonly onStep?: (done: number) => void;
}

/**
 * How one text became the other, in UTF-16 units of the text before. Lines are compared first, then the words of the
 * lines that differ: a change is made of whole words, and never parts what a reader sees as one character.
 */
export function diffText(before: string, after: string, options: DiffOptions = {}): ChangeList {
  const [start, tail] = sameEnds(before, after);
  const numbers: TokenNumbers = new Map();
  const a = lineTokens(before, start, before.length - tail, numbers);
  const b = lineTokens(after, start, after.length - tail, numbers);
  const changes: TextChange[] = [];
  const onStep = options.onStep ?? (() => undefined);
  diffTokens(a.ids, b.ids, ({ aFrom, aTo, bFrom, bTo }) => {
    const lines = {
      from: a.offsets[aFrom] ?? 0,
      to: a.offsets[aTo] ?? 0,
      newFrom: b.offsets[bFrom] ?? 0,
      newTo: b.offsets[bTo] ?? 0,
    };
    onStep(lines.from);
    diffWords(before, after, lines, (change) => changes.push(change), onStep);
  });
  return wholeCharacters(before, after, changes);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function diffWords(
  before: string,
  after: string,
  { from, to, newFrom, newTo }: Stretch,
  found: (change: TextChange) => void,
  onStep: (done: number) => void,
): void {
  if (from === to || newFrom === newTo) {
    found({ from, to, length: newTo - newFrom });
    return;
  }
  const numbers: TokenNumbers = new Map();
  const a = wordTokens(before, from, to, numbers);
  const b = wordTokens(after, newFrom, newTo, numbers);
  diffTokens(
    a.ids,
    b.ids,
    (words) =>
      found({
        from: a.offsets[words.aFrom] ?? 0,
        to: a.offsets[words.aTo] ?? 0,
        length: (b.offsets[words.bTo] ?? 0) - (b.offsets[words.bFrom] ?? 0),
      }),
    (done) => onStep(a.offsets[done] ?? from),
  );
}

/** Lengths of the equal beginning and end of two texts, cut back to whole lines. */
function sameEnds(before: string, after: string): [start: number, tail: number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start < before.length || start < after.length) {
    start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  }
  let tail = 0;
  const longestTail = most - start;
  while (
    tail < longestTail &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  // The tail begins after a line end that both have: an end within the equal part.
  const lineEnd = before.indexOf('\n', before.length - tail);
  return [start, lineEnd < 0 ? 0 : before.length - lineEnd - 1];
}

/** Widens changes where an end lies within a character, and joins those that meet by it. */
function wholeCharacters(before: string, after: string, changes: readonly TextChange[]): ChangeList {
  const result: TextChange[] = [];
  let shift = 0;
  changes.forEach((change, index) => {
    let { from, to, length } = change;
    const room = changes[index + 1]?.from ?? before.length;
    let previous = result.at(-1);
    while (
      from > (previous?.to ?? 0) &&
      !(isBetweenCharacters(before, from) && isBetweenCharacters(after, from + shift))
    ) {
      from -= 1;
      length += 1;
    }
    shift += change.length - (change.to - change.from);
    while (to < room && !(isBetweenCharacters(before, to) && isBetweenCharacters(after, to + shift))) {
      to += 1;
      length += 1;
    }
    // A widened end may have swallowed the beginning of the next change.
    while (previous && previous.to >= from) {
      const overlap = previous.to - from;
      from = previous.from;
      length += previous.length - overlap;
      to = Math.max(to, previous.to);
      result.pop();
      previous = result.at(-1);
    }
    result.push({ from, to, length });
  });
  return result;
}

/** The same changes counted in code points. `before` and `after` are the maps of the two texts. */
export function changesInCodePoints(
  changes: ChangeList,
  { before, after }: { readonly before: PositionMap; readonly after: PositionMap },
): ChangeList {
  if (before.isIdentity && after.isIdentity) return changes;
  return recounted(changes, before.toCodePoint, after.toCodePoint);
}

/** The same changes, counted in code points, in UTF-16 units. */
export function changesInUtf16(
  changes: ChangeList,
  { before, after }: { readonly before: PositionMap; readonly after: PositionMap },
): ChangeList {
  if (before.isIdentity && after.isIdentity) return changes;
  return recounted(changes, before.toUtf16, after.toUtf16);
}

type Count = (position: number) => number;

function recounted(changes: ChangeList, inBefore: Count, inAfter: Count): ChangeList {
  let shift = 0;
  return changes.map(({ from, to, length }) => {
    const start = from + shift;
    shift += length - (to - from);
    return {
      from: inBefore(from),
      to: inBefore(to),
      length: inAfter(start + length) - inAfter(start),
    };
  });
}

/** Whether the texts read the same between the changes, so that they are all of the difference. UTF-16 units. */
export function explains(before: string, after: string, changes: ChangeList): boolean {
  let [at, there] = [0, 0];
  for (const { from, to, length } of changes) {
    if (from < at || to < from || length < 0 || to > before.length) return false;
    const same = before.slice(at, from);
    if (!after.startsWith(same, there)) return false;
    there += same.length + length;
    at = to;
  }
  return there <= after.length && before.slice(at) === after.slice(there);
}
