import type { TextSpan } from '../text';
import { type ChangeList, growth, type TextChange } from './changes';
import { diffText } from './diff-text';

/** A text, with all in which it differs from the one that both versions began with; UTF-16 units. */
export interface Version {
  readonly text: string;
  readonly changes: ChangeList;
}

/** A place that both versions changed, each in its own way. UTF-16 units. */
export interface Conflict {
  /** In the text that both began with. */
  readonly base: TextSpan;
  /** In the present text. */
  readonly place: TextSpan;
  readonly before: string;
  readonly present: string;
  readonly draft: string;
}

/** What stands where both changed something: the present words, those of the draft, or both, these first. */
export type Choice = 'present' | 'draft' | 'both';

/** A draft on the present text: `changes` lead from that to `text`. */
export interface CarriedOver extends Version {
  /** Where the words of each conflict stand in the text. */
  readonly conflictPlaces: readonly TextSpan[];
}

export interface CarryOver {
  /** Changes of the draft that go over without a question. */
  readonly carried: number;
  /** Changes that both made alike. */
  readonly alike: number;
  readonly conflicts: readonly Conflict[];
  /** One choice for each conflict; without one the present words stay. */
  merged(choices: readonly (Choice | undefined)[]): CarriedOver;
}

/** A stretch of the present text that the draft reads otherwise. */
interface Piece {
  readonly place: TextSpan;
  readonly words: string;
  /** Index of the conflict; null where there is none. */
  readonly conflict: number | null;
}

/**
 * Carries what was changed in a draft over to a text that was changed elsewhere meanwhile, both from the same base.
 * Changes that neither overlap nor stand at one point go over as they are; where both changed the same words, and not
 * to the same, a person has to say.
 */
export function createCarryOver(base: string, draft: Version, present: Version): CarryOver {
  const pieces: Piece[] = [];
  const conflicts: Conflict[] = [];
  let [alike, mine, theirs, shiftMine, shiftTheirs] = [0, 0, 0, 0, 0];
  const takeMine = (change: TextChange) => {
    shiftMine += growth(change);
    mine += 1;
  };
  const takeTheirs = (change: TextChange) => {
    shiftTheirs += growth(change);
    theirs += 1;
  };
  for (let change = draft.changes[mine]; change; change = draft.changes[mine]) {
    const other = present.changes[theirs];
    if (other && other.to <= change.from && !isOnePoint(change, other)) {
      takeTheirs(other);
      continue;
    }
    const start = { mine: shiftMine, theirs: shiftTheirs };
    if (!other || (change.to <= other.from && !isOnePoint(change, other))) {
      takeMine(change);
      const place = { start: change.from + start.theirs, end: change.to + start.theirs };
      const words = draft.text.slice(change.from + start.mine, change.to + shiftMine);
      pieces.push({ place, words, conflict: null });
      continue;
    }
    const from = Math.min(change.from, other.from);
    let [reachMine, reachTheirs] = [change.to, other.to];
    takeMine(change);
    takeTheirs(other);
    for (;;) {
      const nextMine = draft.changes[mine];
      const nextTheirs = present.changes[theirs];
      if (nextMine && nextMine.from < reachTheirs) {
        reachMine = nextMine.to;
        takeMine(nextMine);
      } else if (nextTheirs && nextTheirs.from < reachMine) {
        reachTheirs = nextTheirs.to;
        takeTheirs(nextTheirs);
      } else break;
    }
    const to = Math.max(reachMine, reachTheirs);
    const place = { start: from + start.theirs, end: to + shiftTheirs };
    const words = draft.text.slice(from + start.mine, to + shiftMine);
    const there = present.text.slice(place.start, place.end);
    if (words === there) {
      alike += 1;
      continue;
    }
    pieces.push({ place, words, conflict: conflicts.length });
    conflicts.push({
      base: { start: from, end: to },
      place,
      before: base.slice(from, to),
      present: there,
      draft: words,
    });
  }
  return {
    carried: pieces.length - conflicts.length,
    alike,
    conflicts,
    merged: (choices) => merge(present.text, pieces, choices),
  };
}

/** What both insert at one point has no order. */
function isOnePoint(one: TextChange, other: TextChange): boolean {
  return one.from === one.to && other.from === other.to && one.from === other.from;
}

function merge(
  present: string,
  pieces: readonly Piece[],
  choices: readonly (Choice | undefined)[],
): CarriedOver {
  const texts: string[] = [];
  const changes: TextChange[] = [];
  const conflictPlaces: TextSpan[] = [];
  let [at, length] = [0, 0];
  const add = (text: string) => {
    texts.push(text);
    length += text.length;
  };
  for (const { place, words, conflict } of pieces) {
    const there = present.slice(place.start, place.end);
    add(present.slice(at, place.start));
    at = place.end;
    const choice = conflict === null ? 'draft' : (choices[conflict] ?? 'present');
    const chosen = choice === 'present' ? there : choice === 'draft' ? words : joined(there, words);
    if (conflict !== null) conflictPlaces[conflict] = { start: length, end: length + chosen.length };
    add(chosen);
    if (choice === 'present') continue;
    // Word by word where a person chose, so that passages within stay.
    const within = conflict === null ? [wholeOf(place, chosen)] : diffText(there, chosen);
    for (const change of within) {
      const by = conflict === null ? 0 : place.start;
      changes.push({ from: change.from + by, to: change.to + by, length: change.length });
    }
  }
  add(present.slice(at));
  return { text: texts.join(''), changes, conflictPlaces };
}

function wholeOf({ start, end }: TextSpan, words: string): TextChange {
  return { from: start, to: end, length: words.length };
}

/** One after the other, with a space where the words would run together. */
function joined(one: string, other: string): string {
  const needsSpace = /\S$/u.test(one) && /^\S/u.test(other);
  return `${one}${needsSpace ? ' ' : ''}${other}`;
}
