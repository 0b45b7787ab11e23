import { fail, ok, type Result } from '../result';
import type { Segment, SegmentKind } from './types';

/**
 * Corrections of a document's structure: each takes the segments and gives the corrected ones, in order of start, or a
 * sentence of kind `invalid`. A segment is named by its kind and start, which no other one of its document shares.
 */
export type Corrected = Result<readonly Segment[]>;

export interface SegmentName {
  readonly kind: SegmentKind;
  readonly start: number;
}

export type SegmentChanges = Partial<Segment>;

const gone = 'This part of the structure is not there (any more). Nothing was changed.';

/** Other speaker, time, level, kind or place. */
export function changeSegment(
  segments: readonly Segment[],
  name: SegmentName,
  changes: SegmentChanges,
): Corrected {
  const segment = find(segments, name);
  if (!segment) return fail('notFound', gone);
  return withNew(
    segments.filter((each) => each !== segment),
    fitted({ ...segment, ...changes }),
  );
}

/** A new segment; refused where it shares a character with one of its kind. */
export function addSegment(segments: readonly Segment[], segment: Segment): Corrected {
  return withNew(segments, fitted(segment));
}

export function removeSegments(segments: readonly Segment[], names: readonly SegmentName[]): Corrected {
  const leaving = names.map((name) => find(segments, name));
  if (leaving.includes(undefined)) return fail('notFound', gone);
  return ok(segments.filter((segment) => !leaving.includes(segment)));
}

/** Two turns of one: words before `at` stay its own, the rest is one of its speaker again. White space between is in neither. */
export function splitTurn(
  segments: readonly Segment[],
  { start, at, text }: { readonly start: number; readonly at: number; readonly text: TextSlice },
): Corrected {
  const turn = find(segments, { kind: 'turn', start });
  if (!turn) return fail('notFound', gone);
  const first = text.slice(turn.start, at);
  const second = text.slice(at, turn.end);
  if (at <= turn.start || at >= turn.end || first.trim() === '' || second.trim() === '')
    return fail('invalid', 'A turn is split between two of its characters. Nothing was changed.');
  const end = at - codePoints(first.slice(first.trimEnd().length));
  const next = at + codePoints(second.slice(0, second.length - second.trimStart().length));
  const others = segments.filter((segment) => segment !== turn);
  return ok(inOrder([...others, { ...turn, end }, { ...turn, start: next, time: '' }]));
}

/** A turn and the one before it become one of the earlier one's speaker, with what stands between them. */
export function joinTurn(segments: readonly Segment[], start: number): Corrected {
  const turns = segments.filter(({ kind }) => kind === 'turn');
  const index = turns.findIndex((turn) => turn.start === start);
  const turn = turns[index];
  const before = turns[index - 1];
  if (!turn) return fail('notFound', gone);
  if (!before)
    return fail('invalid', 'There is no turn before this one to join it with. Nothing was changed.');
  const others = segments.filter((segment) => segment !== turn && segment !== before);
  return ok(inOrder([...others, { ...before, end: turn.end }]));
}

/** All turns of one speaker become another's; where that one speaks already, they are one from now on. */
export function renameSpeaker(
  segments: readonly Segment[],
  { from, to }: { readonly from: string; readonly to: string },
): Corrected {
  if (!segments.some(({ kind, speaker }) => kind === 'turn' && speaker === from))
    return fail('notFound', 'This speaker is not in the document (any more). Nothing was changed.');
  return ok(
    segments.map((segment) =>
      segment.kind === 'turn' && segment.speaker === from ? { ...segment, speaker: to } : segment,
    ),
  );
}

/** Cuts a text by code points. */
export interface TextSlice {
  slice(start: number, end: number): string;
}

function find(segments: readonly Segment[], { kind, start }: SegmentName): Segment | undefined {
  return segments.find((segment) => segment.kind === kind && segment.start === start);
}

/** Only what its kind has: a heading has a level and nobody who speaks. */
function fitted(segment: Segment): Segment {
  const { kind, start, end } = segment;
  return {
    kind,
    start,
    end,
    speaker: kind === 'turn' ? segment.speaker : '',
    time: kind === 'heading' ? '' : segment.time,
    level: kind === 'heading' ? Math.max(1, segment.level) : 0,
  };
}

function withNew(others: readonly Segment[], segment: Segment): Corrected {
  if (segment.start >= segment.end)
    return fail('invalid', 'A turn or heading needs at least one character. Nothing was changed.');
  const isTaken = others.some(
    (other) => other.kind === segment.kind && other.start < segment.end && segment.start < other.end,
  );
  if (isTaken) {
    const what = { turn: 'turn', heading: 'heading', timestamp: 'time' }[segment.kind];
    return fail('conflict', `There is a ${what} at this place already. Nothing was changed.`);
  }
  return ok(inOrder([...others, segment]));
}

function inOrder(segments: readonly Segment[]): readonly Segment[] {
  return [...segments].sort((a, b) => a.start - b.start || a.end - b.end);
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
