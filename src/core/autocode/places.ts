import { firstEndingAfter } from '../binary-search';
import { createTextNavigator, type FlatSpans, type PositionMap, unitSpans } from '../text';

/** What is coded of a hit: itself, or the sentences, paragraphs or turn that it touches. */
export type PlaceUnit = 'match' | 'sentence' | 'paragraph' | 'turn';

export interface PlacesQuestion {
  readonly text: string;
  readonly positions: PositionMap;
  /** Flat spans in code points, in order and apart, ends exclusive; so are the turns. */
  readonly hits: FlatSpans;
  readonly unit: PlaceUnit;
  readonly turns: FlatSpans;
  readonly paragraphs: FlatSpans;
}

export interface Places {
  /** In order and apart. */
  readonly spans: FlatSpans;
  /** Of each place the first hit in it. */
  readonly hits: FlatSpans;
  /** Of each place how many hits are in it. */
  readonly counts: Int32Array;
}

/**
 * The places that hits in a text stand for (AC3): each widened to its unit, places that share a character united, so
 * that several hits in one unit are one place. A hit outside every turn stands for its paragraph; one that touches
 * no unit for itself. What is widened stays in the turn that holds its hit: the name before a turn is not coded.
 */
export function widenHits(question: PlacesQuestion): Places {
  const { hits, unit } = question;
  const widen = withinTurns(widenerFor(question), question.turns);
  const spans: number[] = [];
  const firsts: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at < hits.length; at += 2) {
    const start = hits[at] ?? 0;
    const end = hits[at + 1] ?? 0;
    const last = spans.length - 1;
    const reached = spans[last] ?? -1;
    // Many hits in one unit are the rule; the unit is looked up once.
    const isInside = unit !== 'match' && end <= reached;
    const place = isInside ? null : widen(start, end);
    if (place && (place.start >= reached || spans.length === 0)) {
      spans.push(place.start, place.end);
      firsts.push(start, end);
      counts.push(1);
      continue;
    }
    if (place) spans[last] = Math.max(reached, place.end);
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return { spans: Int32Array.from(spans), hits: Int32Array.from(firsts), counts: Int32Array.from(counts) };
}

/** The units inside regions (turns of a speaker, text below a heading), each cut to its region (AC4). */
export function unitsWithin({ hits: regions, unit, ...question }: PlacesQuestion): Places {
  const units = unit === 'match' ? null : allUnits(unit, question);
  const spans: number[] = [];
  let next = 0;
  for (let at = 0; at < regions.length; at += 2) {
    const start = regions[at] ?? 0;
    const end = regions[at + 1] ?? 0;
    const before = spans.length;
    if (units) {
      while (next < units.length && (units[next + 1] ?? 0) <= start) next += 2;
      for (let each = next; each < units.length && (units[each] ?? 0) < end; each += 2) {
        spans.push(Math.max(start, units[each] ?? 0), Math.min(end, units[each + 1] ?? 0));
      }
    }
    if (spans.length === before && start < end) spans.push(start, end);
  }
  const found = Int32Array.from(spans);
  return { spans: found, hits: found, counts: new Int32Array(found.length / 2).fill(1) };
}

/** A hit that lies in one turn does not reach beyond it. */
function withinTurns(widen: Widener, turns: FlatSpans): Widener {
  if (turns.length === 0) return widen;
  return (start, end) => {
    const place = widen(start, end);
    const turn = firstEndingAfter(turns, start) * 2;
    const from = turns[turn] ?? end;
    const to = turns[turn + 1] ?? end;
    if (from > start || to < end) return place;
    return { start: Math.max(place.start, from), end: Math.min(place.end, to) };
  };
}

type Widener = (start: number, end: number) => { readonly start: number; readonly end: number };

function widenerFor(question: PlacesQuestion): Widener {
  const { unit, text, positions, hits, paragraphs, turns } = question;
  switch (unit) {
    case 'match':
      return (start, end) => ({ start, end });
    case 'paragraph':
      return touching(paragraphs);
    case 'turn': {
      const inTurn = touching(turns);
      const inParagraph = touching(paragraphs);
      return (start, end) => (touches(turns, start, end) ? inTurn(start, end) : inParagraph(start, end));
    }
    case 'sentence': {
      // Few hits: only their paragraphs are cut into sentences.
      if (hits.length < 100 && longest(paragraphs) < 10_000) {
        const navigator = createTextNavigator(text, positions);
        return (start, end) => navigator.snap('sentence', { start, end });
      }
      return touching(unitSpans('sentences', text, positions));
    }
  }
}

/** Widens a span to the units that it touches. */
function touching(units: FlatSpans): Widener {
  return (start, end) => {
    const first = firstEndingAfter(units, start);
    let last = first;
    while ((units[last * 2 + 2] ?? end) < end) last += 1;
    const unitStart = units[first * 2];
    if (unitStart === undefined || unitStart >= end) return { start, end };
    return { start: Math.min(start, unitStart), end: Math.max(end, units[last * 2 + 1] ?? end) };
  };
}

function touches(units: FlatSpans, start: number, end: number): boolean {
  return (units[firstEndingAfter(units, start) * 2] ?? end) < end;
}

function allUnits(
  unit: Exclude<PlaceUnit, 'match'>,
  { text, positions, paragraphs, turns }: Omit<PlacesQuestion, 'hits' | 'unit'>,
): FlatSpans {
  if (unit === 'turn') return turns;
  return unit === 'paragraph' ? paragraphs : unitSpans('sentences', text, positions);
}

function longest(units: FlatSpans): number {
  let most = 0;
  for (let at = 0; at < units.length; at += 2) most = Math.max(most, (units[at + 1] ?? 0) - (units[at] ?? 0));
  return most;
}
