import { expect } from 'vitest';
import {
  type ChangeList,
  changesInUtf16,
  diffText,
  explains,
  followedBy,
  mapSpans,
  mapWithFates,
  reanchor,
} from '../../../../src/core/anchoring';
import { createPositionMap } from '../../../../src/core/text';
import {
  createDice,
  type Dice,
  type Letter,
  lettersOf,
  randomSpans,
  randomText,
  textOf,
} from './random-texts';

/**
 * One sequence of edits by chance: typing, typing over, deleting, splitting, joining, pasting, at random places or
 * going on. The text is a row of letters that know where they stood before, so that what became of every passage can
 * be said without any position arithmetic.
 */
export function editByChance(seed: number): void {
  const dice = createDice(seed);
  const before = randomText(dice, 60);
  const own = lettersOf(before);
  const spans = randomSpans(dice, own.length, 12);
  const { letters, changes } = edited(dice, own);
  const after = textOf(letters);
  const maps = { before: createPositionMap(before), after: createPositionMap(after) };
  expect(explains(before, after, changesInUtf16(changes, maps)), `seed ${seed}: changes`).toBe(true);
  expectSpansTrue({ seed, own, letters, spans, changes });
  expectReanchored(seed, before, after, spans);
}

function edited(dice: Dice, own: readonly Letter[]): { letters: Letter[]; changes: ChangeList } {
  let letters = [...own];
  let changes: ChangeList = [];
  let caret: number | null = null;
  for (let left = 1 + dice.number(25); left > 0; left -= 1) {
    const goesOn: boolean = caret !== null && !dice.once(3);
    const at: number = goesOn ? (caret ?? 0) : dice.number(letters.length + 1);
    const isBackspace = dice.once(4) && at > 0;
    const from = isBackspace ? at - 1 : at;
    const most = Math.min(12, letters.length - at);
    const to: number = isBackspace ? at : goesOn || dice.once(2) ? at : at + dice.number(most + 1);
    const typed = isBackspace ? [] : Array.from(randomText(dice, dice.once(5) ? 12 : 2));
    if (from === to && typed.length === 0) continue;
    const fresh = typed.map((character): Letter => ({ character, origin: null }));
    letters = [...letters.slice(0, from), ...fresh, ...letters.slice(to)];
    changes = followedBy(changes, { from, to, length: typed.length }, goesOn);
    caret = from + typed.length;
  }
  return { letters, changes };
}

interface Edited {
  readonly seed: number;
  readonly own: readonly Letter[];
  readonly letters: readonly Letter[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly changes: ChangeList;
}

function expectSpansTrue({ seed, own, letters, spans, changes }: Edited): void {
  const fates = mapWithFates(spans, changes);
  mapSpans(spans, changes).forEach((place, index) => {
    const span = spans[index] ?? { start: 0, end: 0 };
    const what = `seed ${seed}: ${span.start}–${span.end}`;
    const isOwn = ({ origin }: Letter) => origin !== null && origin >= span.start && origin < span.end;
    const survivors = letters.filter(isOwn);
    expect(fates[index]?.left, what).toBeGreaterThanOrEqual(survivors.length > 0 ? 1 : 0);
    if (!place) {
      expect(survivors, what).toEqual([]);
      return;
    }
    const there = letters.slice(place.start, place.end);
    // All that is left of it, and nothing that stood outside it.
    expect(there.filter(isOwn), what).toEqual(survivors);
    expect(
      there.filter((letter) => letter.origin !== null && !isOwn(letter)),
      what,
    ).toEqual([]);
    if (fates[index]?.fate === 'same')
      expect(textOf(there), what).toBe(textOf(own.slice(span.start, span.end)));
  });
}

function expectReanchored(
  seed: number,
  before: string,
  after: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): void {
  const changes = diffText(before, after);
  expect(explains(before, after, changes), `seed ${seed}: differences`).toBe(true);
  const old = Array.from(before);
  const fresh = Array.from(after);
  reanchor(before, after, spans).forEach(({ outcome, place, score }, index) => {
    const span = spans[index] ?? { start: 0, end: 0 };
    const what = `seed ${seed}: ${outcome} ${span.start}–${span.end}`;
    const words = old.slice(span.start, span.end).join('');
    expect(place === null, what).toBe(outcome === 'lost');
    if (!place) return;
    expect(place.start >= 0 && place.start < place.end && place.end <= fresh.length, what).toBe(true);
    const there = fresh.slice(place.start, place.end).join('');
    if (score === 1) expect(there, what).toBe(words);
    if (outcome === 'kept') expect(place, what).toEqual(span);
    if (outcome === 'kept') expect(there, what).toBe(words);
  });
}
