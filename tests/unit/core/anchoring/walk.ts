import { expect } from 'vitest';
import {
  type ChangeList,
  type Choice,
  changesInCodePoints,
  changesInUtf16,
  createCarryOver,
  diffText,
  explains,
  followedBy,
  followedByAll,
  mapSpans,
  mapWithFates,
  reanchor,
  type TextChange,
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
  expectReplacedAll(dice, { seed, own, letters, spans, changes });
  expectCarriedOver(dice, { seed, before, after, changes: changesInUtf16(changes, maps) });
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

/** Words replaced throughout, as one change: every passage goes along as if each had been typed over by itself. */
function expectReplacedAll(dice: Dice, { seed, own, letters, spans, changes }: Edited): void {
  const hits: TextChange[] = [];
  let replaced: Letter[] = [];
  let at = 0;
  while (at < letters.length) {
    const end = Math.min(letters.length, at + 1 + dice.number(3));
    if (!dice.once(4)) {
      replaced = [...replaced, ...letters.slice(at, end)];
      at = end;
      continue;
    }
    const typed = Array.from(randomText(dice, 2));
    hits.push({ from: at, to: end, length: typed.length });
    replaced = [...replaced, ...typed.map((character): Letter => ({ character, origin: null }))];
    at = end;
  }
  const all = followedByAll(changes, hits);
  const oneByOne = hits.reduceRight<ChangeList>((list, hit) => followedBy(list, hit), changes);
  expect(all, `seed ${seed}: replaced throughout`).toEqual(oneByOne);
  expectSpansTrue({ seed, own, letters: replaced, spans, changes: all });
}

interface Drafted {
  readonly seed: number;
  readonly before: string;
  readonly after: string;
  /** UTF-16 units. */
  readonly changes: ChangeList;
}

const choices: readonly Choice[] = ['present', 'draft', 'both'];

/** The text was changed elsewhere as well: nothing of either is lost, and the passages of the present text read true. */
function expectCarriedOver(dice: Dice, { seed, before, after, changes }: Drafted): void {
  const elsewhere = edited(dice, lettersOf(before));
  const present = textOf(elsewhere.letters);
  const draft = { text: after, changes };
  const other = { text: present, changes: diffText(before, present) };
  const over = createCarryOver(before, draft, other);
  const what = `seed ${seed}: carried over`;
  for (const { place, base, present: there } of over.conflicts) {
    expect(present.slice(place.start, place.end), what).toBe(there);
    expect(base.end, what).toBeGreaterThanOrEqual(base.start);
  }
  const chosen = over.conflicts.map(() => dice.of(choices));
  const merged = over.merged(chosen);
  expect(explains(present, merged.text, merged.changes), what).toBe(true);
  over.conflicts.forEach(({ present: there, draft: mine }, index) => {
    const { start = 0, end = 0 } = merged.conflictPlaces[index] ?? {};
    const words = merged.text.slice(start, end);
    if (chosen[index] === 'present') expect(words, what).toBe(there);
    if (chosen[index] === 'draft') expect(words, what).toBe(mine);
    if (chosen[index] === 'both') expect(words.startsWith(there) && words.endsWith(mine), what).toBe(true);
  });
  if (over.conflicts.length === 0 && over.alike === 0) {
    // Whoever is carried over to whom, the text is the same.
    expect(createCarryOver(before, other, draft).merged([]).text, what).toBe(merged.text);
    expect(merged.text.length, what).toBe(after.length + present.length - before.length);
  }
  const own = lettersOf(present);
  const maps = { before: createPositionMap(present), after: createPositionMap(merged.text) };
  const letters = lettersAfter(own, merged.text, changesInCodePoints(merged.changes, maps));
  const spans = randomSpans(dice, own.length, 8);
  expectSpansTrue({ seed, own, letters, spans, changes: changesInCodePoints(merged.changes, maps) });
  expect(createCarryOver(before, draft, { text: before, changes: [] }).merged([]).text, what).toBe(after);
}

/** The letters of a changed text, with where each stood before. */
function lettersAfter(own: readonly Letter[], text: string, changes: ChangeList): Letter[] {
  const fresh = Array.from(text, (character): Letter => ({ character, origin: null }));
  const letters: Letter[] = [];
  let at = 0;
  for (const { from, to, length } of changes) {
    letters.push(...own.slice(at, from));
    letters.push(...fresh.slice(letters.length, letters.length + length));
    at = to;
  }
  return [...letters, ...own.slice(at)];
}
