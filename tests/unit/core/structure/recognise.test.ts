import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/structure';
import { headings, speakers, turns, words } from './read-structure';

const body =
  'It was a dark and stormy night, and the rain fell in torrents except at occasional intervals, when it was checked. ';
const times = (text: string) =>
  recognise(text)
    .filter(({ kind }) => kind === 'timestamp')
    .map(({ time }) => time);

describe('an interview', () => {
  it('ST2 a name and a colon begin a turn, which lasts until the next', () => {
    const text = 'Interview 7, Malmö\n\nAnna: Hello.\nAnd again.\n\nBo: Yes?\n\nAnna:\nWell.\n  \n';
    expect(turns(text)).toEqual(['Anna: Hello.\nAnd again.', 'Bo: Yes?', 'Anna: Well.']);
  });

  it('ST2 initials, numbers, remarks in brackets, other scripts', () => {
    expect(speakers('I: How?\nR1: So.\nI: And?\nR2: No.\nI: Oh.\nR1: Yes.')).toEqual(['I', 'R1', 'R2']);
    expect(turns('M.L.: How?\nDr. von Berg (laughs): So.\nM.L.: And?\nDr. von Berg (laughs): No.')).toEqual([
      'M.L.: How?',
      'Dr. von Berg (laughs): So.',
      'M.L.: And?',
      'Dr. von Berg (laughs): No.',
    ]);
    expect(speakers('访问者：你好。\n张三：你好！\n访问者：谢谢。\n张三：不客气。')).toEqual([
      '访问者',
      '张三',
    ]);
    expect(speakers('מראיין: שלום\nדנה: כן\nמראיין: תודה\nדנה: ביי')).toEqual(['מראיין', 'דנה']);
    expect(speakers('\u200Fسارة: مرحبا\nعمر: نعم\nسارة: شكرا\nعمر: لا')).toEqual(['سارة', 'عمر']);
    expect(speakers('Åsa Öberg: Hej.\nPär: Ja.\nÅsa Öberg: Och?\nPär: Nej.')).toEqual(['Åsa Öberg', 'Pär']);
  });

  it('ST3 times belong to the turn, before, beside or after the name', () => {
    const timed = (text: string) =>
      recognise(text).flatMap(({ kind, speaker, time }) => (kind === 'turn' ? [`${speaker} ${time}`] : []));
    expect(timed('[00:01:23] Anna: Yes.\n[00:01:30] Bo: No.\n[00:02:00] Anna: So.')).toEqual([
      'Anna 00:01:23',
      'Bo 00:01:30',
      'Anna 00:02:00',
    ]);
    expect(timed('Anna (12:03): Yes.\nBo [12:10]: No.\nAnna (12:15): So.')).toEqual([
      'Anna 12:03',
      'Bo 12:10',
      'Anna 12:15',
    ]);
    expect(
      timed('12/03/2021, 10:15 - Anna: Yes.\n12/03/2021, 10:16 - Bo: No.\n12/03/2021, 10:20 - Anna: So.'),
    ).toEqual(['Anna 12/03/2021, 10:15', 'Bo 12/03/2021, 10:16', 'Anna 12/03/2021, 10:20']);
    expect(timed('Anna Berg  00:13\nYes.\n\nBo  01:02:03\nNo.\n\nAnna Berg 01:05:00\nSo.')).toEqual([
      'Anna Berg 00:13',
      'Bo 01:02:03',
      'Anna Berg 01:05:00',
    ]);
  });

  it('ST3 a name in brackets before what is said', () => {
    const text = '[id1] hello, I like it.\n\n[id2] I do not.\n\n[id1] Why?\n\n[id2] Hmm.\n';
    expect(turns(text)).toEqual(['id1: hello, I like it.', 'id2: I do not.', 'id1: Why?', 'id2: Hmm.']);
  });

  it('ST2 positions are code points', () => {
    const text = 'Anna 😀: 😀 one.\nBo: two.\nAnna: three 😀\nBo: four.\nAnna: 😀😀';
    const found = recognise(text);
    expect(found.map((turn) => words(text, turn))).toEqual(['two.', 'three 😀', 'four.', '😀😀']);
  });
});

describe('no structure rather than a wrong one', () => {
  const nothing: readonly (readonly [string, string])[] = [
    ['one name only', 'Anna: Hello there.\n\nThen she went home and nothing was said for a long time.'],
    [
      'a note, again and again',
      'It rained.\nNote: wet.\nIt poured.\nNote: very wet.\nIt stopped.\nNote: dry.',
    ],
    ['times of day', '12:30: lunch\n13:15: walk\n14:00: work\n15:00: tea'],
    ['addresses', 'https://example.org\nhttp://example.com\nhttps://example.org/a\nmailto:anna@example.org'],
    ['a glossary', 'Apple: a fruit.\nBicycle: two wheels.\nCastle: a big house.\nDonkey: an animal.'],
    ['a letter', 'From: Anna\nTo: Bo\nSubject: Hello\n\nFrom: Bo\nTo: Anna\nSubject: Hello again'],
    [
      'Swedish fields',
      'Datum: i dag\nPlats: Malmö\nOBS: kom i tid\n\nDatum: i morgon\nPlats: Lund\nOBS: sent',
    ],
    [
      'a form that is filled in three times',
      ['Anna', 'Bo', 'Cia'].map((who) => `Respondent: ${who}\nDepartment: sales\nWellbeing: 5`).join('\n\n'),
    ],
    ['a diary', 'Monday: rain.\nTuesday: sun.\nMonday: rain.\nTuesday: sun.\nMonday: snow.'],
    ['a timetable', 'Breakfast 08:00\nLunch 12:00\nBreakfast 08:00\nLunch 12:00\nBreakfast 09:00'],
    ['verses', 'John 3:16 For God so loved\nJohn 3:17 For God sent\nJohn 3:18 Whoever believes'],
    ['sounds in brackets', '[laughs] well.\nSo it was.\n[laughs] yes.\nAnd then.\n[sighs] no.\nGone.'],
    ['a story', 'Alice said:\n“Come here.”\n\nHe said:\n“No.”\n\nShe said:\n“Why?”'],
    [
      'a sentence with a colon',
      'We need three things: time, money, luck.\nOne thing is clear: we have none.\nSo: on.',
    ],
    ['steps', 'Step 1: cut.\nStep 2: boil.\nStep 3: eat.\nStep 1: cut.\nStep 2: boil.'],
    ['a single pair of marks', 'Comment #1\n\nGood.\n\nPosted by: Anna at May 3, 2020 10:10 AM'],
    ['nothing', ''],
    ['line ends', '\n\n\n'],
  ];

  it.each(nothing)('ST1 %s', (_, text) => {
    expect(turns(text)).toEqual([]);
  });

  it('ST4 a word before a colon in a long conversation is no speaker', () => {
    const text = `${'Anna: So.\nBo: Hm.\n'.repeat(10)}Remember: it rained.\nAnna: Yes.`;
    expect(speakers(text)).toEqual(['Anna', 'Bo']);
    expect(turns(text)).toContain('Bo: Hm.\nRemember: it rained.');
  });
});

describe('threads', () => {
  it('ST6 names with dates above comments, told by the date', () => {
    const text = [1, 2, 3]
      .map((day) => `User${day} says:\nMay ${day}, 2020 at 10:10 am\n\nWords of day ${day}.\n`)
      .join('\n');
    expect(turns(text)).toEqual([1, 2, 3].map((day) => `User${day}: Words of day ${day}.`));
    expect(recognise(text)[0]?.time).toBe('May 1, 2020 at 10:10 am');
  });

  it('ST5 names below comments or above them, told by where the text begins and ends', () => {
    const mark = (name: string) => `Posted by ${name} on May 3, 2020 10:10 AM`;
    const below = `One.\n\n${mark('A')}\n\nTwo.\n\n${mark('B')}\n\nThree.\n\n${mark('C')}\n`;
    const above = `${mark('A')}\n\nOne.\n\n${mark('B')}\n\nTwo.\n\n${mark('C')}\n\nThree.\n`;
    const expected = ['A: One.', 'B: Two.', 'C: Three.'];
    expect(turns(below)).toEqual(expected);
    expect(turns(above)).toEqual(expected);
    expect(turns(`Before.\n${above}`)).toEqual([]);
  });

  it('ST5 a comment without a name is a turn of nobody known', () => {
    const text =
      'Comment #1\nOne.\nPosted by: A at May 3, 2020\nComment #2\nTwo.\nComment #3\nThree.\nPosted by: C at May 5, 2020';
    expect(turns(text)).toEqual(['A: One.', ': Two.', 'C: Three.']);
  });
});

describe('headings and times', () => {
  it('ST8 short lines between empty ones, above a paragraph', () => {
    const text = `My title\n\n${body}${body}\n\n1.2 A part\n\n${body}${body}\n\nNot one.\n\n${body}${body}\n\nnor this\n\n${body}${body}\n\nAlone\n\nShort.`;
    expect(headings(text)).toEqual(['# My title', '## 1.2 A part']);
  });

  it('ST8 hashes, and capitals where there are three', () => {
    expect(headings(`# One\n${body}\n## Two\n${body}\n#notag\n`)).toEqual(['# One', '## Two']);
    expect(headings('GOAL\n- a\n\nCONTEXT\n- b\n\nRESULT\n- c\n')).toEqual([
      '# GOAL',
      '# CONTEXT',
      '# RESULT',
    ]);
    expect(headings('OK\n- a\n\nNO\n- b\n')).toEqual([]);
  });

  it('ST8 short lines of a speaker are no headings', () => {
    const text = `Anna: Yes.\n\nThat one there\n\n${body}${body}\n\nBo: No.\n\nAnna: So.\n\nBo: Hm.`;
    expect(headings(text)).toEqual([]);
  });

  it('ST9 times in brackets count from three on', () => {
    expect(times('[00:01:23] So. [00:02:00] Hm. [00:02:30] Yes.')).toEqual([
      '00:01:23',
      '00:02:00',
      '00:02:30',
    ]);
    expect(times('At [10:30] we met, and at [11:30] we left.')).toEqual([]);
    expect(
      times(
        '1\n00:00:03,273 --> 00:00:04,416\nA\n\n2\n00:00:05,000 --> 00:00:06,000\nB\n\n3\n00:00:07,000 --> 00:00:08,000\nC',
      ),
    ).toHaveLength(3);
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    'Anna: yes.',
    'Bo: no.',
    '\n',
    '\n\n',
    'Comment #12',
    'Posted by: Bo at May 3, 2020',
    'Cia said...',
    '[00:01:02] ',
    '# Title',
    'A Title',
    'words and more words ',
    '😀 e\u0301 ',
    'שלום: ',
    'Anna  00:12',
    ' ',
  );

  it('ST1 segments are in order, inside the text, without white space at their ends, apart from others of their kind', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const found = recognise(text);
        const length = Array.from(text).length;
        const lastEnd = { turn: 0, heading: 0, timestamp: 0 };
        let last = 0;
        for (const segment of found) {
          expect(segment.start).toBeGreaterThanOrEqual(last);
          expect(segment.start).toBeGreaterThanOrEqual(lastEnd[segment.kind]);
          expect(segment.end).toBeGreaterThan(segment.start);
          expect(segment.end).toBeLessThanOrEqual(length);
          const said = words(text, segment);
          expect(said).toBe(said.trim());
          last = segment.start;
          lastEnd[segment.kind] = segment.end;
        }
        expect(recognise(text)).toEqual(found);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('ST10 takes 2,000,000 characters in a moment, also in one line, in short lines, and all colons', () => {
    const turn = `Anna: ${body.repeat(3)}\n\nBo: ${body.repeat(3)}\n\n`;
    const texts = [
      turn.repeat(Math.ceil(2_000_000 / turn.length)),
      'x'.repeat(2_000_000),
      'a\n'.repeat(1_000_000),
      'A: b\n'.repeat(400_000),
      ':'.repeat(2_000_000),
      ' '.repeat(2_000_000),
      '[00:01:02] '.repeat(180_000),
      `${'A'.repeat(50)} ${'b '.repeat(40)}\n`.repeat(15_000),
    ];
    for (const text of texts) {
      const began = performance.now();
      recognise(text);
      // Some 30 to 250 ms alone; a test must also pass on a busy machine.
      expect(performance.now() - began).toBeLessThan(2500);
    }
  });
});
