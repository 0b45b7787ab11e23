import { describe, expect, it } from 'vitest';
import { createTextNavigator, sliceByCodePoints, type TextSpan } from '../../../../src/core/text';

const text = 'A title 😀\n\nThe network grew. It won’t stop, they said.\nLast line';
const navigator = createTextNavigator(text);
const read = (span: TextSpan | null) => span && sliceByCodePoints(text, span.start, span.end);
const positionOf = (words: string) => Array.from(text.slice(0, text.indexOf(words))).length;

describe('selecting by units', () => {
  it('UN6 finds the word, sentence and paragraph at a position', () => {
    const at = positionOf('stop');
    expect(read(navigator.unitAt('word', at))).toBe('stop');
    expect(read(navigator.unitAt('sentence', at))).toBe('It won’t stop, they said.');
    expect(read(navigator.unitAt('paragraph', at))).toBe('The network grew. It won’t stop, they said.');
    expect(navigator.unitAt('document', at)).toEqual({ start: 0, end: Array.from(text).length });
  });

  it('UN6 takes the next unit where the position is between two, and the last one at the end', () => {
    expect(read(navigator.unitAt('sentence', positionOf('\n\nThe')))).toBe('The network grew.');
    expect(read(navigator.unitAt('word', Array.from(text).length))).toBe('line');
  });

  it('UN6 steps from unit to unit across paragraphs, both ways', () => {
    const forward: (string | null)[] = [];
    for (
      let span = navigator.unitAfter('sentence', 0);
      span;
      span = navigator.unitAfter('sentence', span.end)
    ) {
      forward.push(read(span));
    }
    const back: (string | null)[] = [];
    const end = Array.from(text).length;
    for (
      let span = navigator.unitBefore('sentence', end);
      span;
      span = navigator.unitBefore('sentence', span.start)
    ) {
      back.unshift(read(span));
    }
    expect(forward).toEqual(['A title 😀', 'The network grew.', 'It won’t stop, they said.', 'Last line']);
    expect(back).toEqual(forward);
  });

  it('UN6 grows a caret to word, sentence, paragraph, document, and then stays', () => {
    const at = positionOf('etwork');
    let span: TextSpan = { start: at, end: at };
    const steps = Array.from({ length: 5 }, () => {
      span = navigator.grow(span);
      return read(span);
    });
    const paragraph = 'The network grew. It won’t stop, they said.';
    expect(steps).toEqual(['network', 'The network grew.', paragraph, text, text]);
  });

  it('UN6 widens a ragged selection to whole words', () => {
    const start = positionOf('etwork');
    const span = { start, end: start + 8 };
    expect(read(navigator.snap('word', span))).toBe('network grew');
  });

  it('UN6 finds nothing in an empty text', () => {
    const empty = createTextNavigator('');
    expect(empty.unitAt('word', 0)).toBeNull();
    expect(empty.unitAfter('paragraph', 0)).toBeNull();
    expect(empty.unitBefore('sentence', 0)).toBeNull();
    expect(empty.grow({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });

  it('UN6 reads only the paragraph at hand in a document of millions of characters', () => {
    const long = createTextNavigator('The network grew. It won’t stop.\n'.repeat(100_000));
    const began = performance.now();
    for (let at = 0; at < 1000; at += 1) long.grow({ start: at * 3000, end: at * 3000 });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
