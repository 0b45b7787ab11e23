import { firstIndex } from '../../../core/binary-search';
import { type Segment, type TextLine, turnMeantAt } from '../../../core/structure';
import type { TextSpan } from '../../../core/text';
import { heldAnswer } from '../../client';
import type { OpenDocument } from './open-documents';

const none: readonly Segment[] = [];
const known = new WeakMap<readonly Segment[], readonly Segment[]>();

/** The document's turns and comments, in order and apart; empty where it has none, or none are known yet. */
export function turnsOf({ sourceId }: OpenDocument): readonly Segment[] {
  const segments = heldAnswer('source.structure', { id: sourceId })?.segments ?? none;
  const found = known.get(segments) ?? segments.filter(({ kind }) => kind === 'turn');
  known.set(segments, found);
  return found;
}

export function hasTurns(document: OpenDocument): boolean {
  return turnsOf(document).length > 0;
}

export function lineOf({ surface: { document } }: OpenDocument, position: number): TextLine {
  const line = document.lineAt(position);
  const end = document.lineEnd(line);
  return { end, words: document.slice(document.lineStart(line), end) };
}

/** The turn that is meant at a position; where there is none, paragraphs are the turns. */
export function turnAt(document: OpenDocument, position: number): TextSpan | null {
  const turn = turnMeantAt(turnsOf(document), position, lineOf(document, position));
  return turn ?? document.surface.navigator.unitAt('paragraph', position);
}

export function turnAfter(document: OpenDocument, position: number): TextSpan | null {
  const turns = turnsOf(document);
  if (turns.length === 0) return document.surface.navigator.unitAfter('paragraph', position);
  const at = turnEndingAfter(turns, position);
  const here = turns[at];
  return (here && here.start >= position ? here : turns[at + 1]) ?? null;
}

export function turnBefore(document: OpenDocument, position: number): TextSpan | null {
  const turns = turnsOf(document);
  if (turns.length === 0) return document.surface.navigator.unitBefore('paragraph', position);
  const at = turnEndingAfter(turns, position);
  return turns[at - 1] ?? null;
}

/** The smallest turn that holds the span and is larger; null where there is none. */
export function turnAround(document: OpenDocument, span: TextSpan): TextSpan | null {
  const turns = turnsOf(document);
  const turn = turns[turnEndingAfter(turns, span.start)];
  if (!turn || turn.start > span.start || turn.end < span.end) return null;
  return turn.start < span.start || turn.end > span.end ? turn : null;
}

function turnEndingAfter(turns: readonly TextSpan[], position: number): number {
  return firstIndex(turns.length, (index) => (turns[index]?.end ?? 0) > position);
}
