import type { Segment } from './types';

/**
 * The units of *same turn* as flat spans `[start, end, …]` in code points (UN7): the turns, and what stands before
 * the first one (an article before its comments); a document without turns is one unit.
 */
export function turnSpans(segments: readonly Segment[], length: number): Int32Array {
  const turns = segments.filter(({ kind }) => kind === 'turn');
  const first = turns[0];
  if (!first) return length === 0 ? new Int32Array(0) : Int32Array.of(0, length);
  const spans = new Int32Array(turns.length * 2 + 2);
  spans[1] = first.start;
  turns.forEach(({ start, end }, index) => {
    spans[index * 2 + 2] = start;
    spans[index * 2 + 3] = end;
  });
  return first.start > 0 ? spans : spans.slice(2);
}

/** The segment of a kind that holds a position, its end included where the next one does not begin there. */
export function segmentAt(
  segments: readonly Segment[],
  kind: Segment['kind'],
  position: number,
): Segment | undefined {
  let touching: Segment | undefined;
  for (const segment of segments) {
    if (segment.kind !== kind || segment.end < position) continue;
    if (segment.start > position) break;
    if (segment.end > position) return segment;
    touching = segment;
  }
  return touching;
}

/** A line of the text, without its line end. */
export interface TextLine {
  readonly end: number;
  readonly words: string;
}

/** Whether a line beside a turn is the one that says whose it is, and when: `Posted by: … at …`, `… said...`. */
export function namesTurn({ words }: TextLine, { speaker, time }: Segment): boolean {
  const name = time === '' ? speaker : time;
  return name !== '' && words.includes(name);
}

/** Longer lines above the first turn are words of their own. */
const longestLabel = 60;
const mostLineEnds = 4;

/**
 * The turn that is meant at a position in the given line: the one that holds it; on a line that names one, below or
 * above its words, that one; else the next, or the last. Before the first turn none is, but on a short line right
 * above it.
 */
export function turnMeantAt(
  turns: readonly Segment[],
  position: number,
  line: TextLine,
): Segment | undefined {
  const index = turns.findIndex(({ end }) => end > position);
  const next = turns[index];
  const before = turns[(index < 0 ? turns.length : index) - 1];
  if (!next) return before;
  if (next.start < line.end || namesTurn(line, next)) return next;
  if (before) return namesTurn(line, before) ? before : next;
  const isLabel = line.words.length <= longestLabel && next.start - line.end <= mostLineEnds;
  return isLabel && line.words.trim() !== '' ? next : undefined;
}

export interface Speaker {
  /** Empty: turns whose speaker is not known. */
  readonly name: string;
  readonly turns: number;
  /** Code points in those turns. */
  readonly characters: number;
}

/** Who speaks in a document, those with the most characters first. */
export function speakersOf(segments: readonly Segment[]): readonly Speaker[] {
  const speakers = new Map<string, { turns: number; characters: number }>();
  for (const { kind, speaker, start, end } of segments) {
    if (kind !== 'turn') continue;
    const sums = speakers.get(speaker) ?? { turns: 0, characters: 0 };
    sums.turns += 1;
    sums.characters += end - start;
    speakers.set(speaker, sums);
  }
  return [...speakers]
    .map(([name, sums]) => ({ name, ...sums }))
    .sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1));
}
