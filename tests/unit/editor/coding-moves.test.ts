import { describe, expect, it } from 'vitest';
import type { CodeRow } from '../../../src/contract/queries';
import { createTextNavigator, type TextSpan } from '../../../src/core/text';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { type EdgeStep, stepEdge } from '../../../src/renderer/features/coding/edge-steps';
import { RecentOrder } from '../../../src/renderer/features/coding/recent-codes';
import { linesBetween, nextUncoded } from '../../../src/renderer/features/coding/uncoded';
import { createRandom } from './random';

function on(text: string) {
  const document = createDocumentText(text);
  const navigator = createTextNavigator(text, document.positions);
  const spanOf = (words: string): TextSpan => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not there`);
    const start = document.positions.toCodePoint(at);
    return { start, end: start + Array.from(words).length };
  };
  return {
    navigator,
    spanOf,
    text: { length: document.positions.length, slice: document.slice },
    words: ({ start, end }: TextSpan) => document.slice(start, end),
  };
}

describe('AJ ends of a passage', () => {
  const place = on('Money moves parties. Networks move people, too.\n\nA second paragraph.');
  const step = (words: string, move: EdgeStep) =>
    place.words(stepEdge(place.spanOf(words), move, { text: place.text, navigator: place.navigator }));

  it('AJ1 go by words, sentences and paragraphs, to where such an end may stand', () => {
    expect(step('moves', { edge: 'end', unit: 'word', by: 1 })).toBe('moves parties');
    expect(step('moves part', { edge: 'end', unit: 'word', by: 1 })).toBe('moves parties');
    expect(step('moves parties', { edge: 'end', unit: 'word', by: -1 })).toBe('moves');
    expect(step('moves', { edge: 'start', unit: 'word', by: -1 })).toBe('Money moves');
    expect(step('Money moves', { edge: 'start', unit: 'word', by: 1 })).toBe('moves');
    expect(step('moves', { edge: 'end', unit: 'sentence', by: 1 })).toBe('moves parties.');
    expect(step('moves parties.', { edge: 'end', unit: 'sentence', by: 1 })).toBe(
      'moves parties. Networks move people, too.',
    );
    expect(step('people', { edge: 'start', unit: 'sentence', by: -1 })).toBe('Networks move people');
    expect(step('people, too.', { edge: 'end', unit: 'paragraph', by: 1 })).toBe(
      'people, too.\n\nA second paragraph.',
    );
  });

  it('AJ2 never cross and never leave the text', () => {
    expect(step('moves', { edge: 'end', unit: 'word', by: -1 })).toBe('moves');
    expect(step('Money', { edge: 'start', unit: 'sentence', by: -1 })).toBe('Money');
    expect(step('paragraph.', { edge: 'end', unit: 'character', by: 1 })).toBe('paragraph.');
  });

  it('AJ3 take a character as a reader sees it: letters with marks, families, flags', () => {
    const odd = on('e\u0301tude 👩‍👩‍👧 🇸🇪 slut');
    const move = (words: string, edge: EdgeStep['edge'], by: 1 | -1) =>
      odd.words(
        stepEdge(
          odd.spanOf(words),
          { edge, unit: 'character', by },
          { text: odd.text, navigator: odd.navigator },
        ),
      );
    expect(move('tude ', 'start', -1)).toBe('e\u0301tude ');
    expect(move('tude ', 'end', 1)).toBe('tude 👩‍👩‍👧');
    expect(move('🇸🇪 slut', 'start', 1)).toBe(' slut');
  });

  it('AJ4 give back what they took, step by step, in any script', () => {
    const random = createRandom(11);
    const mixed = on(
      'Hon sa: “nej”. התנועה גייסה כסף. وقالت نعم. 👩‍👩‍👧 ja e\u0301n.\n\n我们不知道。他走了。',
    );
    const context = { text: mixed.text, navigator: mixed.navigator };
    for (let round = 0; round < 400; round += 1) {
      const unit = (['character', 'word', 'sentence', 'paragraph'] as const)[random.below(4)] ?? 'word';
      const edge = random.below(2) === 0 ? 'start' : 'end';
      const start = random.below(mixed.text.length - 1);
      const any = { start, end: start + 1 + random.below(mixed.text.length - start) };
      // First to where such an end may stand, then from there and back.
      const from = stepEdge(any, { edge, unit, by: 1 }, context);
      const to = stepEdge(from, { edge, unit, by: 1 }, context);
      for (const span of [from, to]) {
        expect(span.start < span.end && span.start >= 0 && span.end <= mixed.text.length).toBe(true);
        expect(edge === 'end' ? span.start : span.end).toBe(edge === 'end' ? any.start : any.end);
      }
      if (from[edge] > any[edge] && to[edge] > from[edge])
        expect(stepEdge(to, { edge, unit, by: -1 }, context)).toEqual(from);
    }
  });
});

describe('KB6 the next passage without a code', () => {
  const place = on('One is. Two is. Three is. Four is.\n\nA whole paragraph. Of two.\n\nFive is. Six is.');
  const next = (from: TextSpan, coded: readonly string[], by: 1 | -1 = 1) => {
    const found = nextUncoded({ navigator: place.navigator, from, by, coded: coded.map(place.spanOf) });
    return found && place.words(found);
  };
  const start = { start: 0, end: 0 };

  it('is a run of sentences of one paragraph, none of which has a coded character', () => {
    expect(next(start, ['Two'])).toBe('One is.');
    expect(next(place.spanOf('One is.'), ['Two'])).toBe('Three is. Four is.');
    expect(next(place.spanOf('Three is. Four is.'), ['Two'])).toBe('A whole paragraph. Of two.');
    expect(next(start, [])).toBe('One is. Two is. Three is. Four is.');
  });

  it('skips what is coded through, and says when there is none', () => {
    const all = ['One is. Two is. Three is. Four is.', 'A whole paragraph', 'Of two', 'Six'];
    expect(next(start, all)).toBe('Five is.');
    expect(next(place.spanOf('Five is.'), all)).toBeNull();
    expect(next(place.spanOf('Six is.'), all, -1)).toBe('Five is.');
    expect(next(place.spanOf('Five is.'), all, -1)).toBeNull();
  });

  it('reads on below a code on the whole document', () => {
    expect(
      next(start, ['One is. Two is. Three is. Four is.\n\nA whole paragraph. Of two.\n\nFive is. Six is.']),
    ).toBe('One is. Two is. Three is. Four is.');
  });

  it('is found in a long document at once', () => {
    const long = on('Some words that make a sentence. Another one.\n\n'.repeat(40_000));
    const coded = [{ start: 0, end: long.text.length - 200 }];
    const before = performance.now();
    expect(nextUncoded({ navigator: long.navigator, from: start, by: 1, coded })).not.toBeNull();
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('KB5 the order of recent codes', () => {
  const code = (id: string) => ({ id, name: id }) as unknown as CodeRow;
  const names = (codes: readonly CodeRow[]) => codes.map(({ name }) => name).join('');

  it('stays as long as the same passage is selected, and follows for the next', () => {
    const order = new RecentOrder();
    const [a, b, c] = ['a', 'b', 'c'].map(code) as [CodeRow, CodeRow, CodeRow];
    const span = { start: 1, end: 2 };
    expect(names(order.for(span, [a, b]))).toBe('ab');
    expect(names(order.for({ ...span }, [b, a]))).toBe('ab');
    expect(names(order.for(span, [c, b, a]))).toBe('abc');
    expect(names(order.for(span, [c, a]))).toBe('ac');
    expect(names(order.for({ start: 1, end: 3 }, [c, b, a]))).toBe('abc');
  });

  it('leaves the four most recent where they are, and gives one that is new the seat of the one displaced', () => {
    const order = new RecentOrder();
    const known = new Map([...'abcdefg'].map((id) => [id, code(id)]));
    let start = 0;
    const next = (recent: string) => {
      start += 1;
      return names(
        order.for(
          { start, end: 99 },
          [...recent].flatMap((id) => known.get(id) ?? []),
        ),
      );
    };
    expect(next('abcdef')).toBe('abcdef');
    expect(next('cabdef')).toBe('abcdef');
    expect(next('ecabdf')).toBe('abcedf');
    expect(next('gecabdf')).toBe('agcebdf');
    expect(next('gc')).toBe('gc');
  });
});

it('KB6 short lines between one turn and the next are passed over, longer text is not', () => {
  const turns = [
    { start: 10, end: 100 },
    { start: 180, end: 300 },
    { start: 300, end: 400 },
    { start: 900, end: 950 },
  ];
  expect(linesBetween(turns)).toEqual([{ start: 100, end: 180 }]);
});
