import { firstIndex } from '../binary-search';
import { createPositionMap, type PositionMap } from '../text';
import { headingLines } from './headings';
import { speakerLabels } from './labels';
import { type TextLines, textLines, trimmed } from './text-lines';
import { type ThreadTurn, threadTurns } from './threads';
import type { Segment } from './types';

const bracketedTime =
  /\[((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\]|#(\d{1,2}:\d{2}:\d{2}(?:[.,-]\d{1,3})?)#/g;
const cueTime = /^((?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}) --> .*$/gm;

/**
 * The structure that a text shows by itself, in order of start (ST1 to ST9): comment threads, else speaker turns;
 * headings; times. No structure rather than a wrong one: a pattern counts only with enough evidence. The same text
 * gives the same segments everywhere. Linear in the text.
 */
export function recognise(
  text: string,
  positions: PositionMap = createPositionMap(text),
): readonly Segment[] {
  const lines = textLines(text);
  const threads = threadTurns(lines);
  const turns = threads.length > 0 ? threads : conversation(lines);
  const found: Segment[] = [];
  const place = ({ start, end }: { start: number; end: number }) => ({
    start: positions.toCodePoint(start),
    end: positions.toCodePoint(end),
  });
  for (const turn of turns) {
    found.push({ kind: 'turn', ...place(turn), speaker: turn.speaker, time: turn.time, level: 0 });
  }
  const firstLine = turns[0] ? lineOf(lines, turns[0].start) : lines.count;
  for (const heading of headingLines(lines, firstLine)) {
    found.push({ kind: 'heading', ...place(heading), speaker: '', time: '', level: heading.level });
  }
  for (const time of timesIn(text)) {
    found.push({ kind: 'timestamp', ...place(time), speaker: '', time: time.time, level: 0 });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Turns of `Name:` and its kin: each lasts until the next begins. */
function conversation(lines: TextLines): readonly ThreadTurn[] {
  const labels = speakerLabels(lines);
  const hashed = headingLines(lines, 0);
  return labels.flatMap(({ line, speaker, time, wordsFrom }, index) => {
    const next = labels[index + 1]?.line ?? lines.count;
    const heading = hashed.find((each) => each.line > line && each.line < next);
    const until = heading?.line ?? next;
    const words = trimmed(
      lines.text,
      wordsFrom,
      until < lines.count ? lines.start(until) : lines.text.length,
    );
    return words ? [{ ...words, speaker, time }] : [];
  });
}

interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly time: string;
}

function timesIn(text: string): readonly FoundTime[] {
  for (const pattern of [bracketedTime, cueTime]) {
    const times = Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      time: match[1] ?? match[2] ?? '',
    }));
    if (times.length >= 3) return times;
  }
  return [];
}

function lineOf(lines: TextLines, place: number): number {
  return firstIndex(lines.count, (index) => lines.end(index) >= place);
}
