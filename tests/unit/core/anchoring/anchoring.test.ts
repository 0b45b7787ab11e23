import { describe, expect, it } from 'vitest';
import {
  type ChangeList,
  diffText,
  followedBy,
  isBetweenCharacters,
  mapSpans,
  mapWithFates,
  reanchor,
  type TextChange,
} from '../../../../src/core/anchoring';

/** The span of words in a text. */
function at(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}”`);
  return { start, end: start + words.length };
}

function reads(text: string, place: { start: number; end: number } | null | undefined): string | null {
  return place ? text.slice(place.start, place.end) : null;
}

/** Key after key, each going on where the one before it ended. */
function typed(changes: ChangeList, at: number, keys: number): ChangeList {
  let all = changes;
  for (let key = 0; key < keys; key += 1) {
    all = followedBy(all, { from: at + key, to: at + key, length: 1 }, true);
  }
  return all;
}

describe('AN mapping through what is typed', () => {
  const span = [{ start: 10, end: 20 }];

  it.each<[string, TextChange, { start: number; end: number } | null]>([
    ['before it', { from: 3, to: 3, length: 5 }, { start: 15, end: 25 }],
    ['at its start, which stays outside', { from: 10, to: 10, length: 5 }, { start: 15, end: 25 }],
    ['inside', { from: 12, to: 12, length: 5 }, { start: 10, end: 25 }],
    ['at its end, which stays outside', { from: 20, to: 20, length: 5 }, { start: 10, end: 20 }],
    ['over its beginning', { from: 8, to: 12, length: 1 }, { start: 9, end: 17 }],
    ['over its end', { from: 18, to: 25, length: 3 }, { start: 10, end: 18 }],
    ['over all of it', { from: 10, to: 20, length: 4 }, { start: 10, end: 14 }],
    ['over more than it', { from: 9, to: 21, length: 4 }, null],
    ['nothing, where it was', { from: 10, to: 20, length: 0 }, null],
  ])('AN2 typed %s', (_, change, expected) => {
    expect(mapSpans(span, [change])).toEqual([expected]);
  });

  it('AN3 a passage typed over keeps and grows with what is typed on', () => {
    const first = followedBy([], { from: 10, to: 20, length: 1 });
    expect(mapSpans(span, typed(first, 11, 6))).toEqual([{ start: 10, end: 17 }]);
  });

  it('AN3 its last word taken back letter by letter and typed anew stays in it', () => {
    let changes: ChangeList = [];
    for (const to of [20, 19, 18]) changes = followedBy(changes, { from: to - 1, to, length: 0 }, true);
    expect(mapSpans(span, typed(changes, 17, 5))).toEqual([{ start: 10, end: 22 }]);
  });

  it('AN3 what is typed before it, and taken back, does not belong to it', () => {
    const over = followedBy([], { from: 10, to: 20, length: 4 });
    const before = followedBy(over, { from: 10, to: 10, length: 1 });
    const more = followedBy(before, { from: 11, to: 11, length: 1 }, true);
    const less = followedBy(more, { from: 11, to: 12, length: 0 }, true);
    expect(mapSpans(span, less)).toEqual([{ start: 11, end: 15 }]);
    const none = followedBy(less, { from: 10, to: 11, length: 0 }, true);
    expect(mapSpans(span, typed(none, 10, 3))).toEqual([{ start: 13, end: 17 }]);
  });

  it('AN3 what is typed after it later does not belong to it', () => {
    const over = followedBy([], { from: 10, to: 20, length: 4 });
    const elsewhere = followedBy(over, { from: 2, to: 2, length: 1 });
    expect(mapSpans(span, followedBy(elsewhere, { from: 15, to: 15, length: 9 }))).toEqual([
      { start: 11, end: 15 },
    ]);
  });

  it('AN4 tells what was cut, changed and emptied', () => {
    const spans = [
      { start: 0, end: 5 },
      { start: 6, end: 12 },
      { start: 10, end: 20 },
      { start: 14, end: 17 },
    ];
    const fates = mapWithFates(spans, [
      { from: 7, to: 8, length: 3 },
      { from: 14, to: 25, length: 0 },
    ]).map(({ fate }) => fate);
    expect(fates).toEqual(['same', 'changed', 'cut', 'emptied']);
  });
});

describe('AN differences', () => {
  it('AN5 replaces whole words, and whole characters', () => {
    expect(diffText('the cat sat', 'the cats sat')).toEqual([{ from: 4, to: 7, length: 4 }]);
    const [change] = diffText('so 👍🏽 yes', 'so 👍🏿 yes');
    expect(change).toEqual({ from: 3, to: 7, length: 4 });
    expect(isBetweenCharacters('e\u0301', 1)).toBe(false);
    expect(isBetweenCharacters('🇸🇪🇩🇪', 4)).toBe(true);
    expect(isBetweenCharacters('🇸🇪🇩🇪', 6)).toBe(false);
  });

  it('AN6 finds paragraphs that stayed between many that changed', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} says ${index * 7}.`);
    const after = lines.map((line, index) => (index % 3 ? line : `${line} And more.`)).join('\n');
    const changes = diffText(lines.join('\n'), after);
    expect(changes).toHaveLength(134);
    expect(changes.every(({ from, to }) => from === to)).toBe(true);
  });
});

describe('AN finding passages in a newer text', () => {
  const before = [
    'Interviewer: How did you come to the movment?',
    'Anna: I was angry, and then i read the blogs every day. It felt like a party to me.',
    'Interviewer: And the money?',
    'Anna: We raised small sums from many people, which nobody in Washington had seen before.',
    'Anna: Yes.',
  ].join('\n');

  it('AN7 keeps what stands before the first difference, and moves what stands after it', () => {
    const after = before.replace('movment', 'movement');
    const [first, last] = reanchor(before, after, [at(before, 'Interviewer: How'), at(before, 'small sums')]);
    expect(first).toMatchObject({ outcome: 'kept', score: 1 });
    expect(last).toMatchObject({ outcome: 'moved', score: 1 });
    expect(reads(after, last?.place)).toBe('small sums');
  });

  it('AN7 a passage with a word corrected is the same passage', () => {
    const after = before.replace('then i read', 'then I read');
    const [found] = reanchor(before, after, [at(before, 'and then i read the blogs')]);
    expect(found?.outcome).toBe('moved');
    expect(reads(after, found?.place)).toBe('and then I read the blogs');
  });

  it('AN8 finds a passage whose paragraph was moved', () => {
    const lines = before.split('\n');
    const after = [lines[3], lines[4], lines[0], lines[1], lines[2]].join('\n');
    const found = reanchor(before, after, [
      at(before, 'small sums from many people'),
      at(before, 'It felt like a party to me.'),
    ]);
    expect(found.map(({ outcome }) => outcome)).toEqual(['moved', 'moved']);
    expect(found.map(({ place }) => reads(after, place))).toEqual([
      'small sums from many people',
      'It felt like a party to me.',
    ]);
  });

  it('AN9 asks where a passage was rewritten and moved', () => {
    const lines = before.split('\n');
    const rewritten =
      'Anna: We have raised very small sums of money from many people; nobody had seen that before.';
    const after = [rewritten, lines[0], lines[1], lines[2], lines[4]].join('\n');
    const [found] = reanchor(before, after, [at(before, 'We raised small sums from many people')]);
    expect(found?.outcome).toBe('doubtful');
    expect(reads(after, found?.place)).toContain('small sums of money from many people');
  });

  it('AN9 asks where short words stand elsewhere, and loses what is nowhere', () => {
    const after = before.replace('\nAnna: Yes.', '').replace('It felt like a party to me.', 'Yes.');
    const found = reanchor(before, after, [at(before, 'Yes.'), at(before, 'like a party to me')]);
    expect(found.map(({ outcome }) => outcome)).toEqual(['doubtful', 'lost']);
  });

  it('AN10 counts code points', () => {
    const [found] = reanchor('🙂 one two', '🙂🙂 one two', [{ start: 2, end: 5 }]);
    expect(found).toEqual({ outcome: 'moved', place: { start: 3, end: 6 }, score: 1 });
  });
});

describe('AN speed', () => {
  it('AN11 500,000 characters, 1,000 edits, 5,000 passages in well under two seconds', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${(index * 7919) % 1800}`);
    let before = '';
    for (let index = 0; before.length < 500_000; index += 1) {
      before += `${words[(index * 31 + ((index * index) % 97)) % words.length]}${index % 70 === 69 ? '.\n' : ' '}`;
    }
    const after = Array.from({ length: 1000 }, (_, index) => index * 497)
      .reverse()
      .reduce((text, place) => `${text.slice(0, place)}<${place}>${text.slice(place + (place % 5))}`, before);
    const spans = Array.from({ length: 5000 }, (_, index) => ({
      start: index * 97,
      end: index * 97 + 30 + (index % 600),
    }));
    const start = performance.now();
    const found = reanchor(before, after, spans);
    const time = performance.now() - start;
    console.log(Math.round(time), 'ms');
    expect(found.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
    expect(time).toBeLessThan(2000);
  });
});
