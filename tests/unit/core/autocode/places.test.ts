import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaceUnit, sectionsBelow, unitsWithin, widenHits } from '../../../../src/core/autocode';
import { recognise } from '../../../../src/core/structure';
import {
  createPositionMap,
  type FlatSpans,
  paragraphSpans,
  sliceByCodePoints,
  unitSpans,
} from '../../../../src/core/text';

const flat = (spans: readonly (readonly [number, number])[]) => Int32Array.from(spans.flat());

function spansOf(text: string, words: string): FlatSpans {
  const found: number[] = [];
  const points = Array.from(text);
  const length = Array.from(words).length;
  for (let at = 0; at + length <= points.length; at += 1) {
    if (points.slice(at, at + length).join('') === words) found.push(at, at + length);
  }
  return Int32Array.from(found);
}

function ask(text: string, hits: FlatSpans, unit: PlaceUnit) {
  const segments = recognise(text).filter(({ kind }) => kind === 'turn');
  return {
    ...{ text, hits, unit, positions: createPositionMap(text), paragraphs: paragraphSpans(text) },
    turns: flat(segments.map(({ start, end }) => [start, end] as const)),
  };
}

function read(text: string, spans: FlatSpans): string[] {
  return Array.from({ length: spans.length / 2 }, (_, at) =>
    sliceByCodePoints(text, spans[at * 2] ?? 0, spans[at * 2 + 1] ?? 0),
  );
}

const text = '😀 A net here. And a net, a net there! None.\n\nThe end. Net.';

describe('hits and their units', () => {
  it('AC3 a match stands for itself, its sentence or its paragraph', () => {
    const hits = spansOf(text, 'net');
    expect(read(text, widenHits(ask(text, hits, 'match')).spans)).toEqual(['net', 'net', 'net']);
    const sentences = widenHits(ask(text, hits, 'sentence'));
    expect(read(text, sentences.spans)).toEqual(['😀 A net here.', 'And a net, a net there!']);
    expect([...sentences.counts]).toEqual([1, 2]);
    expect(read(text, sentences.hits)).toEqual(['net', 'net']);
    const paragraphs = widenHits(ask(text, hits, 'paragraph'));
    expect(read(text, paragraphs.spans)).toEqual(['😀 A net here. And a net, a net there! None.']);
    expect([...paragraphs.counts]).toEqual([3]);
  });

  it('AC3 a match over several units stands for all of them, united with others that share one', () => {
    const hits = flat([
      [5, 20],
      [22, 25],
    ]);
    expect(read(text, widenHits(ask(text, hits, 'sentence')).spans)).toEqual([
      '😀 A net here. And a net, a net there!',
    ]);
  });

  it('AC3 the name before a turn is not coded with its first sentence', () => {
    const talk = 'Anna: A net. More.\nBo: No net.\nAnna: None.\nBo: Yes.';
    const hits = spansOf(talk, 'net');
    expect(read(talk, widenHits(ask(talk, hits, 'sentence')).spans)).toEqual(['A net.', 'No net.']);
    expect(read(talk, widenHits(ask(talk, hits, 'paragraph')).spans)).toEqual(['A net. More.', 'No net.']);
    // What is looked for may be the name itself.
    expect(read(talk, widenHits(ask(talk, spansOf(talk, 'Bo'), 'sentence')).spans)).toEqual([
      'Bo: No net.',
      'Bo: Yes.',
    ]);
  });

  it('AC3 turns where there are some, else the paragraph', () => {
    const talk = 'About the net.\n\nAnna: A net.\nAnd more.\nBo: No.\nAnna: The net, the net.\nBo: Yes.';
    expect(read(talk, widenHits(ask(talk, spansOf(talk, 'net'), 'turn')).spans)).toEqual([
      'About the net.',
      'A net.\nAnd more.',
      'The net, the net.',
    ]);
    expect(read(text, widenHits(ask(text, spansOf(text, 'end'), 'turn')).spans)).toEqual(['The end. Net.']);
  });

  it('AC4 regions are coded whole, or unit by unit, each cut to its region', () => {
    const talk = 'Anna: One. Two.\nThree.\nBo: No.\nAnna: Four.\nBo: Yes.';
    const { turns, ...question } = ask(talk, new Int32Array(0), 'match');
    const annas = Int32Array.of(turns[0] ?? 0, turns[1] ?? 0, turns[4] ?? 0, turns[5] ?? 0);
    const within = (unit: PlaceUnit) =>
      read(talk, unitsWithin({ ...question, turns, unit, hits: annas }).spans);
    expect(within('match')).toEqual(['One. Two.\nThree.', 'Four.']);
    expect(within('turn')).toEqual(['One. Two.\nThree.', 'Four.']);
    expect(within('paragraph')).toEqual(['One. Two.', 'Three.', 'Four.']);
    expect(within('sentence')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it('AC5 a section goes to the next heading of its level or above, and those in it are part of it', () => {
    const page = '# One\n a 😀 \n## Two\nb\n# Three\nc\n# Four\n';
    const headings = recognise(page).filter(({ kind }) => kind === 'heading');
    const below = (...names: number[]) =>
      read(
        page,
        sectionsBelow(headings, (_, index) => names.includes(index), {
          text: page,
          positions: createPositionMap(page),
        }),
      );
    expect(below(0)).toEqual(['a 😀 \n## Two\nb']);
    expect(below(1)).toEqual(['b']);
    expect(below(0, 1, 2, 3)).toEqual(['a 😀 \n## Two\nb', 'c']);
  });
});

describe('laws', () => {
  const anyText = fc
    .array(fc.constantFrom('net ', 'A', '. ', 'B ', '\n', '\n\n', '😀', 'Anna: ', 'Bo: ', '! '), {
      maxLength: 50,
    })
    .map((parts) => parts.join(''));

  it('AC3 places are in order and apart, hold every hit once, and are the same as united units by definition', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('match', 'sentence', 'paragraph', 'turn'), (text, unit) => {
        const hits = spansOf(text, 'net');
        const question = ask(text, hits, unit as PlaceUnit);
        const places = widenHits(question);
        let held = 0;
        for (let at = 0; at < places.spans.length; at += 2) {
          const [start = 0, end = 0] = [places.spans[at], places.spans[at + 1]];
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(places.spans[at - 1] ?? 0);
          const inside = Array.from({ length: hits.length / 2 }, (_, hit) => hit).filter(
            (hit) => (hits[hit * 2] ?? 0) >= start && (hits[hit * 2 + 1] ?? 0) <= end,
          );
          expect(inside).toHaveLength(places.counts[at / 2] ?? -1);
          held += inside.length;
        }
        expect(held).toBe(hits.length / 2);
        const covered = (spans: FlatSpans) =>
          new Set(
            Array.from({ length: spans.length / 2 }, (_, each) => each).flatMap((each) =>
              Array.from(
                { length: (spans[each * 2 + 1] ?? 0) - (spans[each * 2] ?? 0) },
                (_, step) => (spans[each * 2] ?? 0) + step,
              ),
            ),
          );
        const touched = (units: FlatSpans, hit: number) =>
          Array.from({ length: units.length / 2 }, (_, each) => [
            units[each * 2] ?? 0,
            units[each * 2 + 1] ?? 0,
          ]).filter(([start = 0, end = 0]) => start < (hits[hit * 2 + 1] ?? 0) && end > (hits[hit * 2] ?? 0));
        const units = {
          match: new Int32Array(0),
          sentence: unitSpans('sentences', text),
          paragraph: question.paragraphs,
          turn: question.turns,
        }[unit as PlaceUnit];
        const expected = new Set<number>();
        for (let hit = 0; hit < hits.length / 2; hit += 1) {
          const own = touched(units, hit);
          const around = own.length > 0 || unit !== 'turn' ? own : touched(question.paragraphs, hit);
          const all = [...around, [hits[hit * 2] ?? 0, hits[hit * 2 + 1] ?? 0]];
          const [turn] = touched(question.turns, hit).filter(
            ([start = 0, end = 0]) => start <= (hits[hit * 2] ?? 0) && end >= (hits[hit * 2 + 1] ?? 0),
          );
          const from = Math.max(turn?.[0] ?? 0, Math.min(...all.map(([start = 0]) => start)));
          const to = Math.min(turn?.[1] ?? text.length, Math.max(...all.map(([, end = 0]) => end)));
          for (let position = from; position < to; position += 1) expected.add(position);
        }
        expect(covered(places.spans)).toEqual(expected);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});
