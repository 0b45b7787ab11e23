import { firstEndingAfter } from '../binary-search';
import { createPositionMap, type PositionMap } from './positions';
import { eachSentence } from './sentences';
import { eachWord } from './words';

/** Flat spans `[start, end, start, end, …]` in code points, ends exclusive, in order. */
export type FlatSpans = Int32Array;

/** Every stretch between line ends that holds something other than white space (UN1). */
export function paragraphSpans(text: string, positions: PositionMap = createPositionMap(text)): FlatSpans {
  return collect(positions, (found) => eachParagraph(text, found));
}

/** The sentences of each paragraph (UN2). */
export function sentenceSpans(text: string, positions: PositionMap = createPositionMap(text)): FlatSpans {
  return collect(positions, (found) =>
    eachParagraph(text, (start, end) =>
      eachSentence(text.slice(start, end), (from, to) => found(start + from, start + to)),
    ),
  );
}

/** The words of a text (UN3, UN4). */
export function wordSpans(text: string, positions: PositionMap = createPositionMap(text)): FlatSpans {
  return collect(positions, (found) => eachWord(text, found));
}

/** Spans of one kind of unit, as the co-occurrence figures ask for them. */
export function unitSpans(
  unit: 'words' | 'sentences' | 'paragraphs',
  text: string,
  positions: PositionMap = createPositionMap(text),
): FlatSpans {
  if (unit === 'words') return wordSpans(text, positions);
  return unit === 'sentences' ? sentenceSpans(text, positions) : paragraphSpans(text, positions);
}

/**
 * Number, from 1, of the paragraph in which a position lies; of the next one where it lies between two, and of the
 * last one after it. 0 for a text without paragraphs.
 */
export function paragraphNumber(paragraphs: FlatSpans, position: number): number {
  const count = paragraphs.length / 2;
  return Math.min(firstEndingAfter(paragraphs, position) + 1, count);
}

function eachParagraph(text: string, found: (start: number, end: number) => void): void {
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (/\S/.test(text.slice(start, end))) found(start, end);
    start = end + 1;
  }
}

function collect(
  positions: PositionMap,
  run: (found: (start: number, end: number) => void) => void,
): FlatSpans {
  let spans = new Int32Array(256);
  let used = 0;
  run((start, end) => {
    if (used === spans.length) {
      const grown = new Int32Array(used * 2);
      grown.set(spans);
      spans = grown;
    }
    spans[used] = positions.toCodePoint(start);
    spans[used + 1] = positions.toCodePoint(end);
    used += 2;
  });
  return spans.slice(0, used);
}
