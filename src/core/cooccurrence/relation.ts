import { assertNever } from '../result';
import type { CooccurrenceData, Relation, TextUnit } from './types';

/**
 * Every relation is asked in two steps. First each span is moved onto a line `[low, high)` on which the spans that
 * could be related overlap: characters, widened by the distance for *near*, or the numbers of the units that it
 * touches. So one sweep over that line finds the candidates of all relations. Then, for the relations that are
 * more than an overlap on the line, a test on the characters decides.
 */
export const Test = { none: 0, equals: 1, within: 2, encloses: 3, follows: 4, precedes: 5 } as const;

export interface RelationPlan {
  /** One of `Test`. */
  readonly test: number;
  /** Fills `low` and `high` for the first `count` spans of one document; a span that can't be related gets high −1. */
  readonly place: (spans: PlacedSpans, sourceIndex: number) => void;
}

export interface PlacedSpans {
  count: number;
  start: Int32Array;
  end: Int32Array;
  low: Int32Array;
  high: Int32Array;
}

type UnitSpans = CooccurrenceData['unitSpans'];

export function planRelation(relation: Relation, unitSpans: UnitSpans): RelationPlan {
  switch (relation.kind) {
    case 'overlaps':
      return { test: Test.none, place: placeByCharacters(0) };
    case 'equals':
      return { test: Test.equals, place: placeByCharacters(0) };
    case 'within':
      return { test: Test.within, place: placeByCharacters(0) };
    case 'encloses':
      return { test: Test.encloses, place: placeByCharacters(0) };
    case 'same-sentence':
      return { test: Test.none, place: placeByTouchedUnits('sentences', unitSpans) };
    case 'same-paragraph':
      return { test: Test.none, place: placeByTouchedUnits('paragraphs', unitSpans) };
    case 'same-turn':
      return { test: Test.none, place: placeByTouchedUnits('turns', unitSpans) };
    case 'same-document':
      return { test: Test.none, place: placeTogether };
    case 'near':
      return { test: Test.none, place: placeForGap(relation, unitSpans) };
    case 'follows':
    case 'precedes':
      return {
        test: relation.kind === 'follows' ? Test.follows : Test.precedes,
        place:
          relation.scope === 'document'
            ? placeTogether
            : placeByTouchedUnits(relation.scope === 'turn' ? 'turns' : 'paragraphs', unitSpans),
      };
    default:
      return assertNever(relation);
  }
}

/** The relation as seen from the column. */
export function converse(relation: Relation): Relation {
  switch (relation.kind) {
    case 'within':
      return { kind: 'encloses' };
    case 'encloses':
      return { kind: 'within' };
    case 'follows':
      return { ...relation, kind: 'precedes' };
    case 'precedes':
      return { ...relation, kind: 'follows' };
    default:
      return relation;
  }
}

/** The test on the characters of two spans whose places on the line overlap. */
export function passesTest(
  test: number,
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
): boolean {
  switch (test) {
    case Test.equals:
      return aStart === bStart && aEnd === bEnd;
    case Test.within:
      return bStart <= aStart && aEnd <= bEnd;
    case Test.encloses:
      return aStart <= bStart && bEnd <= aEnd;
    case Test.follows:
      return bEnd <= aStart;
    case Test.precedes:
      return aEnd <= bStart;
    default:
      return true;
  }
}

/** A gap of at most n is an overlap once each end is moved n + 1 further. */
function placeByCharacters(widening: number): RelationPlan['place'] {
  return (spans) => {
    for (let index = 0; index < spans.count; index += 1) {
      spans.low[index] = spans.start[index] ?? 0;
      spans.high[index] = Math.min(2 ** 31 - 1, (spans.end[index] ?? 0) + widening);
    }
  };
}

const placeTogether: RelationPlan['place'] = (spans) => {
  spans.low.fill(0, 0, spans.count);
  spans.high.fill(1, 0, spans.count);
};

function placeByTouchedUnits(unit: TextUnit, unitSpans: UnitSpans): RelationPlan['place'] {
  return (spans, sourceIndex) => {
    const units = unitSpans(unit, sourceIndex);
    for (let index = 0; index < spans.count; index += 1) {
      const first = unitsEndingBy(units, spans.start[index] ?? 0);
      const beyond = unitsBeginningBefore(units, spans.end[index] ?? 0);
      spans.low[index] = first;
      spans.high[index] = beyond > first ? beyond : -1;
    }
  };
}

function placeForGap(
  { distance, unit }: Extract<Relation, { kind: 'near' }>,
  unitSpans: UnitSpans,
): RelationPlan['place'] {
  if (unit === 'characters') return placeByCharacters(distance + 1);
  return (spans, sourceIndex) => {
    const units = unitSpans(unit, sourceIndex);
    for (let index = 0; index < spans.count; index += 1) {
      const start = spans.start[index] ?? 0;
      const end = spans.end[index] ?? 0;
      // Words: how many begin before either end, so that a difference counts the words that begin between.
      // Sentences and paragraphs: numbers of the first and the last one touched; white space between two counts
      // as the next one.
      const low = unit === 'words' ? unitsBeginningBefore(units, start) : unitsEndingBy(units, start);
      const beyond = unitsBeginningBefore(units, end);
      const last = unit === 'words' ? beyond : Math.max(low, beyond - 1);
      spans.low[index] = low;
      spans.high[index] = Math.min(2 ** 31 - 1, last + distance + 1);
    }
  };
}

/** How many units end at or before a position. */
function unitsEndingBy(units: Int32Array, position: number): number {
  return countUpTo(units, 1, position + 1);
}

/** How many units begin before a position. */
function unitsBeginningBefore(units: Int32Array, position: number): number {
  return countUpTo(units, 0, position);
}

function countUpTo(units: Int32Array, side: 0 | 1, position: number): number {
  let low = 0;
  let high = units.length >>> 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle * 2 + side] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
