import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/structure';
import { headings, seed, words } from './read-structure';

/** Speaker, time, first and last words of a turn, read in the text by a person. */
type Turn = readonly [speaker: string, time: string, first: string, last: string];

function expectTurns(name: string, expected: readonly Turn[]): void {
  const text = seed(name);
  const found = recognise(text).filter(({ kind }) => kind === 'turn');
  const read = found.map((turn, index): Turn => {
    const [, , first = '', last = ''] = expected[index] ?? [];
    const said = words(text, turn);
    return [turn.speaker, turn.time, said.slice(0, first.length), said.slice(-last.length)];
  });
  expect(read).toEqual(expected);
}

describe('the seeds', () => {
  it('ST5 a thread with the number above and the name below each comment, and an article signed without a colon', () => {
    expectTurns('000_4a41a69cea41d9c1.txt', [
      [
        'M.L. Schneider',
        'October 29, 2006 1:55 AM',
        'Credited with the defeat',
        'as a decisive political force.',
      ],
      ['Stephen Daugherty', 'October 29, 2006 9:50 AM', 'I wouldn’t be', 'look at the broader picture.'],
      [
        'Ron Brown',
        'October 29, 2006 3:02 PM',
        'Lamont is a Democrat',
        'without party affiliation or support.',
      ],
      ['David R. Remer', 'October 30, 2006 8:20 PM', 'M.L., I think', '49 other state delegations.'],
      ['M.L. Schneider', 'October 30, 2006 8:29 PM', 'David, the internet', 'the effect of the net.'],
      ['David R. Remer', 'October 31, 2006 1:30 AM', 'But Lamont’s net', 'were local, NOT national.'],
      ['M.L. Schneider', 'November 2, 2006 11:18 AM', 'Yes, they were.', 'where an election is held.'],
      ['M.L. Schneider', 'November 2, 2006 11:19 AM', 'Yes, they were.', 'where an election is held.'],
    ]);
    expect(headings(seed('000_4a41a69cea41d9c1.txt'))).toEqual(['# The Future of The Netroots Movement']);
  });

  it('ST5 neither number, name nor date stands in a turn', () => {
    const text = seed('000_4a41a69cea41d9c1.txt');
    const all = recognise(text).map((segment) => (segment.kind === 'turn' ? words(text, segment) : ''));
    expect(all.join('\n')).not.toMatch(/Posted by|Comment #|Post a comment|Archives/);
  });

  it('ST6 a thread with the name above each comment', () => {
    expectTurns('003_fce9ceef5ec29ab1.txt', [
      ['Peter Kenyon', '', 'Dear Darren\n\nWe have met.', 'with time for a drink?'],
      ['Darren G Lilleker', '', 'Hi Peter,\nI will', 'a drink - my email is'],
      ['Jag Singh', '', 'Thanks for the write-up', 'want?\nVotes :-)'],
    ]);
    expect(headings(seed('003_fce9ceef5ec29ab1.txt'))).toEqual([
      "# Grassroot Power: Labour's campaign from below",
    ]);
  });

  it('ST1 a page whose comments have no names has no turns', () => {
    expectTurns('001_8f258023fc699746.txt', []);
    expect(headings(seed('001_8f258023fc699746.txt'))).toEqual([
      '# The Herd Mentality- or Actual Organizing on the Left?',
    ]);
  });

  it('ST8 an article has its title', () => {
    expectTurns('002_afef00513e506d85.txt', []);
    expect(headings(seed('002_afef00513e506d85.txt'))).toEqual([
      '# Getting the netroots strategy right on health care',
    ]);
  });

  it('ST8 a Swedish frame and the English article in it have their titles, and a colon in one makes no speaker', () => {
    expectTurns('004_3c89f54a69fc90ee.txt', []);
    expect(headings(seed('004_3c89f54a69fc90ee.txt'))).toEqual([
      '# Veckans makthavare: Alan Rosenblatt',
      '## Political Parties, Citizens, and the Social Web',
    ]);
  });
});
