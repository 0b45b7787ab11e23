import { describe, expect, it } from 'vitest';
import {
  addSegment,
  type Corrected,
  changeSegment,
  joinTurn,
  recognise,
  removeSegments,
  renameSpeaker,
  segmentAt,
  speakersOf,
  splitTurn,
  turnMeantAt,
  turnSpans,
} from '../../../../src/core/structure';
import { sliceByCodePoints } from '../../../../src/core/text';
import { seed } from './read-structure';

const text = 'Anna: One two.\nBo: Three.\nAnna: Four 😀 five.\nBo: Six.';
const slice = { slice: (start: number, end: number) => sliceByCodePoints(text, start, end) };
const before = recognise(text);

function said(corrected: Corrected): string[] {
  if (!corrected.ok) throw new Error(corrected.error.message);
  return corrected.value.map(
    (segment) => `${segment.kind} ${segment.speaker}: ${slice.slice(segment.start, segment.end)}`,
  );
}
const refusal = (corrected: Corrected) => (corrected.ok ? '' : corrected.error.message);
const startOf = (index: number) => before[index]?.start ?? -1;

describe('corrections', () => {
  it('ST11 give a turn another speaker, a time, another place', () => {
    const named = changeSegment(
      before,
      { kind: 'turn', start: startOf(1) },
      { speaker: 'Cia', time: '0:10' },
    );
    expect(said(named)[1]).toBe('turn Cia: Three.');
    expect(named.ok && named.value[1]?.time).toBe('0:10');
    const longer = changeSegment(before, { kind: 'turn', start: startOf(0) }, { start: 0 });
    expect(said(longer)[0]).toBe('turn Anna: Anna: One two.');
  });

  it('ST11 make a heading of a turn, which then has nobody who speaks', () => {
    const changed = changeSegment(before, { kind: 'turn', start: startOf(1) }, { kind: 'heading', level: 2 });
    expect(changed.ok && changed.value[1]).toEqual({
      ...before[1],
      kind: 'heading',
      speaker: '',
      time: '',
      level: 2,
    });
  });

  it('ST11 split a turn in two of one speaker, without the white space between', () => {
    const at = startOf(2) + 'Four 😀 five.'.indexOf(' five') - 1;
    expect(said(splitTurn(before, { start: startOf(2), at, text: slice })).slice(2, 4)).toEqual([
      'turn Anna: Four 😀',
      'turn Anna: five.',
    ]);
    for (const nowhere of [startOf(2), before[2]?.end ?? 0, 0]) {
      expect(refusal(splitTurn(before, { start: startOf(2), at: nowhere, text: slice }))).toContain(
        'between two of its characters',
      );
    }
  });

  it('ST11 join a turn with the one before', () => {
    expect(said(joinTurn(before, startOf(1)))).toEqual([
      'turn Anna: One two.\nBo: Three.',
      'turn Anna: Four 😀 five.',
      'turn Bo: Six.',
    ]);
    expect(refusal(joinTurn(before, startOf(0)))).toContain('no turn before');
  });

  it('ST11 add and remove, never two of a kind at one place', () => {
    const heading = { kind: 'heading', start: 0, end: 4, speaker: 'x', time: '1', level: 0 } as const;
    const added = addSegment(before, heading);
    expect(added.ok && added.value[0]).toEqual({ ...heading, speaker: '', time: '', level: 1 });
    expect(refusal(addSegment(before, { ...heading, kind: 'turn', end: 8 }))).toContain('already');
    expect(refusal(addSegment(before, { ...heading, end: 0 }))).toContain('at least one character');
    expect(said(removeSegments(before, [{ kind: 'turn', start: startOf(0) }]))).toHaveLength(3);
    expect(refusal(removeSegments(before, [{ kind: 'turn', start: 1 }]))).toContain('not there');
  });

  it('ST11 rename a speaker in all turns', () => {
    const renamed = renameSpeaker(before, { from: 'Anna', to: 'Bo' });
    expect(renamed.ok && speakersOf(renamed.value)).toEqual([{ name: 'Bo', turns: 4, characters: 30 }]);
    expect(refusal(renameSpeaker(before, { from: 'Cia', to: 'Bo' }))).toContain('not in the document');
  });
});

describe('turns', () => {
  it('UN7 are units, with what stands before the first; without turns the document is one', () => {
    expect([...turnSpans(before, 60)].slice(0, 4)).toEqual([0, 6, 6, 14]);
    expect([...turnSpans([], 60)]).toEqual([0, 60]);
    expect([...turnSpans([], 0)]).toEqual([]);
    const first = before[0];
    expect(first && [...turnSpans([{ ...first, start: 0 }], 60)]).toEqual([0, first?.end]);
  });

  it('ST12 speakers are counted with turns and characters', () => {
    expect(speakersOf(before)).toEqual([
      { name: 'Anna', turns: 2, characters: 20 },
      { name: 'Bo', turns: 2, characters: 10 },
    ]);
  });

  it('ST12 a position belongs to the turn that holds it, or ends there', () => {
    expect(segmentAt(before, 'turn', startOf(1))?.speaker).toBe('Bo');
    expect(segmentAt(before, 'turn', before[0]?.end ?? 0)?.speaker).toBe('Anna');
    expect(segmentAt(before, 'turn', 0)).toBeUndefined();
    expect(segmentAt(before, 'heading', 8)).toBeUndefined();
  });

  function meantOn(file: string, words: string): string | undefined {
    const whole = seed(file);
    const at = whole.indexOf(words);
    const end = whole.indexOf('\n', at);
    const start = whole.lastIndexOf('\n', at) + 1;
    const turns = recognise(whole).filter(({ kind }) => kind === 'turn');
    const turn = turnMeantAt(turns, start, { end, words: whole.slice(start, end) });
    return turn && whole.slice(turn.start, turn.start + 12);
  }

  it('ST12 on a line that names a turn, below or above its words, that one is meant', () => {
    const thread = '000_4a41a69cea41d9c1.txt';
    expect(meantOn(thread, 'Posted by: Stephen Daugherty at')).toBe('I wouldn’t b');
    expect(meantOn(thread, 'Posted by M.L. Schneider at')).toBe('Credited wit');
    expect(meantOn(thread, 'Posted by: M.L. Schneider at November 2, 2006 11:18')).toBe('Yes, they we');
    expect(meantOn(thread, 'Comment #191336')).toBe('Lamont is a ');
    const said = '003_fce9ceef5ec29ab1.txt';
    expect(meantOn(said, 'Peter Kenyon said...')).toBe('Dear Darren\n');
    expect(meantOn(said, 'Jag Singh said...')).toBe('Thanks for t');
    expect(meantOn(said, "Labour's grassroots are fairly silent")).toBeUndefined();
  });
});
