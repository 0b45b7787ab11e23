import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  paragraphNumber,
  paragraphSpans,
  sentenceSpans,
  sliceByCodePoints,
  unitSpans,
  wordSpans,
} from '../../../../src/core/text';

const seedFolder = new URL('../../../../seeds/', import.meta.url);
const seeds = readdirSync(seedFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, seedFolder), 'utf8'));

function pieces(text: string, spans: Int32Array): string[] {
  return Array.from({ length: spans.length / 2 }, (_, at) =>
    sliceByCodePoints(text, spans[at * 2] ?? 0, spans[at * 2 + 1] ?? 0),
  );
}
const sentences = (text: string) => pieces(text, sentenceSpans(text));
const words = (text: string) => pieces(text, wordSpans(text));

describe('paragraphs', () => {
  it('UN1 are the stretches between line ends that hold more than white space', () => {
    const text = 'One.\n\n \u00A0 \n Two, indented. \nThree';
    expect(pieces(text, paragraphSpans(text))).toEqual(['One.', ' Two, indented. ', 'Three']);
  });

  it('UN1 are none in an empty or blank text', () => {
    expect(paragraphSpans('')).toHaveLength(0);
    expect(paragraphSpans('\n \n\n')).toHaveLength(0);
  });

  it('UN1 number a position by its paragraph, or the next one', () => {
    const spans = paragraphSpans('One.\n\nTwo.\n');
    expect([0, 3, 4, 5, 6, 9, 10, 99].map((position) => paragraphNumber(spans, position))).toEqual([
      1, 1, 2, 2, 2, 2, 2, 2,
    ]);
    expect(paragraphNumber(paragraphSpans(''), 0)).toBe(0);
  });
});

describe('sentences', () => {
  it('UN2 end after a terminator before white space and a capital, digit or opening quote', () => {
    expect(sentences('It works. 2008 came! “Did it?” he asked… Yes.')).toEqual([
      'It works.',
      '2008 came!',
      '“Did it?” he asked…',
      'Yes.',
    ]);
  });

  it('UN2 keep closing quotes and brackets', () => {
    expect(sentences('He said “go.” (They went.) Then: “Stop!” They stopped.')).toEqual([
      'He said “go.”',
      '(They went.)',
      'Then: “Stop!”',
      'They stopped.',
    ]);
  });

  it('UN2 do not end after abbreviations, initials, and before lower case', () => {
    const whole = [
      'Posted by M.L. Schneider at 1:55 AM',
      'Alan Rosenblatt, Ph.D., leder arbetet.',
      'David R. Remer answered Mr. Brown and Dr. Lee.',
      'See DrDigiPol.com for more, e.g. The Herd, vs. Labour.',
      'Det finns t.ex. Fokus och bl.a. Dagens Nyheter.',
      'Am 3. Oktober kam z.B. Anna.',
      '1. The first point',
      'Hmm... maybe.',
      'See No. 5 of Oct. 2008.',
    ];
    for (const text of whole) expect(sentences(text)).toEqual([text]);
  });

  it('UN2 end after a year, and never cross a line end', () => {
    expect(sentences('It began in 2008. They won')).toEqual(['It began in 2008.', 'They won']);
    expect(sentences('Hell no. Should we?')).toEqual(['Hell no.', 'Should we?']);
    expect(sentences('A title\nA sentence')).toEqual(['A title', 'A sentence']);
  });

  it('UN2 need no space in scripts that set none', () => {
    expect(sentences('今日は晴れ。明日は雨！「そう？」と言った。')).toEqual([
      '今日は晴れ。',
      '明日は雨！',
      '「そう？」',
      'と言った。',
    ]);
  });
});

describe('words', () => {
  it('UN3 are letters, marks and digits with apostrophes and hyphens inside', () => {
    expect(words("The net-roots didn't, don’t 'quote' 2nd a\u030Ar – e.g. 3.5 -x-")).toEqual([
      'The',
      'net-roots',
      "didn't",
      'don’t',
      'quote',
      '2nd',
      'a\u030Ar',
      'e',
      'g',
      '3',
      '5',
      'x',
    ]);
  });

  it('UN4 come from the segmenter only where a script sets no spaces', () => {
    const found = words('Ordet 東京都に住む är tre');
    expect(found[0]).toBe('Ordet');
    expect(found.slice(-2)).toEqual(['är', 'tre']);
    expect(found.length).toBeGreaterThan(4);
    expect(found.slice(1, -2).join('')).toBe('東京都に住む');
  });

  it('UN3 count code points, not UTF-16 units', () => {
    expect(Array.from(wordSpans('😀😀 word'))).toEqual([3, 7]);
  });
});

describe('units of the seed texts', () => {
  it('UN5 have these numbers of paragraphs, sentences and words in every runtime', () => {
    const figures = seeds.map((text) =>
      (['paragraphs', 'sentences', 'words'] as const).map((unit) => unitSpans(unit, text).length / 2),
    );
    expect(figures).toEqual([
      [32, 73, 888],
      [29, 57, 869],
      [9, 27, 450],
      [19, 24, 416],
      [12, 27, 514],
    ]);
  });

  it('UN2 cut seed 000 into the sentences that a reader sees', () => {
    const found = sentences(seeds[0] ?? '');
    expect(found).toContain('Posted by M.L. Schneider at October 29, 2006 1:55 AM');
    expect(found).toContain("It won't end until the General election .");
    expect(found).toContain('It’s just arrogance and denial.');
    expect(found).toContain('Posted by: David R. Remer at October 30, 2006 8:20 PM');
  });

  it('UN5 lie in order, apart, in the text, and sentences in their paragraphs', () => {
    const anyText = fc
      .array(fc.constantFrom('Ab', 'c', '.', '!', ' ', '\n', '“', '”', '😀', '1', '’', 'Mr.', '。', '漢'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        const length = Array.from(text).length;
        const paragraphs = paragraphSpans(text);
        for (const unit of ['words', 'sentences', 'paragraphs'] as const) {
          const spans = unitSpans(unit, text);
          let before = 0;
          for (let at = 0; at < spans.length; at += 2) {
            const [start = 0, end = 0] = spans.subarray(at, at + 2);
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            const number = paragraphNumber(paragraphs, start);
            expect(paragraphNumber(paragraphs, end - 1)).toBe(number);
            before = end;
          }
          expect(before).toBeLessThanOrEqual(length);
        }
        const letters = (list: string[]) => list.join('').replace(/\s/gu, '');
        expect(letters(sentences(text))).toBe(text.replace(/\s/gu, ''));
      }),
      { seed: 20261122 },
    );
  });
});
