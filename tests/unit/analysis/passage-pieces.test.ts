import { describe, expect, it } from 'vitest';
import { passagePieces } from '../../../src/renderer/features/inspector/passage-pieces';

const passage = {
  sourceId: 's' as never,
  sourceName: 'Text',
  start: 10,
  end: 14,
  text: 'four',
  before: '…abc ',
  after: ' xyz…',
  paragraph: 1,
};

describe('the pieces of a passage behind a cell', () => {
  it('are cut where the codings of either side begin and end', () => {
    const pieces = passagePieces({
      ...passage,
      rowSpans: [{ start: 6, end: 14 }],
      columnSpans: [{ start: 10, end: 40 }],
    });
    expect(pieces.map(({ text, isRow, isColumn }) => [text, isRow, isColumn])).toEqual([
      ['…', false, false],
      ['abc ', true, false],
      ['four', true, true],
      [' xyz', false, true],
      ['…', false, false],
    ]);
  });

  it('count code points, not UTF-16 units', () => {
    const pieces = passagePieces({
      ...passage,
      before: '😀😀',
      text: '🌱abc',
      after: '',
      rowSpans: [{ start: 11, end: 14 }],
      columnSpans: [],
    });
    expect(pieces.map(({ text, isRow }) => [text, isRow])).toEqual([
      ['😀😀', false],
      ['🌱', false],
      ['abc', true],
    ]);
    expect(pieces.map(({ isPlace }) => isPlace)).toEqual([false, true, true]);
  });

  it('give back the whole text in order, however the spans lie', () => {
    const spans = [
      { start: 0, end: 100 },
      { start: 12, end: 13 },
      { start: 13, end: 13 },
    ];
    const pieces = passagePieces({ ...passage, rowSpans: spans, columnSpans: spans });
    expect(pieces.map(({ text }) => text).join('')).toBe('…abc four xyz…');
  });

  it('of a very long passage end after a while', () => {
    const text = 'word '.repeat(1000);
    const pieces = passagePieces({ ...passage, text, end: 10 + text.length, rowSpans: [], columnSpans: [] });
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(800);
    expect(pieces.at(-1)?.text).toBe('…');
  });
});
