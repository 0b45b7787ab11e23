import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/core/structure';
import { turnNotes } from '../../../src/renderer/features/structure/turn-notes';

describe('what stands beside turns', () => {
  it('ST3 tells who speaks and when, at the first word', () => {
    const text = '[00:00:10] Bo: One.\n[00:00:20] Anna: Two.\n[00:00:30] Bo: Three.\n[00:00:40] Anna: Four.';
    expect(turnNotes(recognise(text))).toEqual([
      { position: 15, text: 'Bo', time: '00:00:10' },
      { position: 37, text: 'Anna', time: '00:00:20' },
      { position: 57, text: 'Bo', time: '00:00:30' },
      { position: 81, text: 'Anna', time: '00:00:40' },
    ]);
  });

  it('ST9 tells times that belong to no turn', () => {
    const notes = turnNotes(
      recognise('[00:00:10] One.\n[00:00:20] Two. [00:00:25] And a half.\n[00:00:30] Three.'),
    );
    expect(notes.map(({ text }) => text)).toEqual(['00:00:10', '00:00:20', '00:00:25', '00:00:30']);
    expect(notes.every(({ isQuiet }) => isQuiet)).toBe(true);
  });
});
