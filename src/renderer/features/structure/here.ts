import type { DocumentStructure } from '../../../contract/structure';
import type { SourceId } from '../../../core/ids';
import { namesTurn, type Segment, segmentAt, turnMeantAt } from '../../../core/structure';
import { heldAnswer } from '../../client';
import type { OpenDocument } from '../coding/open-documents';
import { lineOf } from '../coding/turns';

/** The structure of a document as last answered; null while it is not known. */
export function heldStructure(sourceId: SourceId): DocumentStructure | null {
  return heldAnswer('source.structure', { id: sourceId }) ?? null;
}

/** The turn at a position, also on the name before, above or below its words; undefined where there is none. */
export function turnAt(
  segments: readonly Segment[],
  open: OpenDocument,
  position: number,
): Segment | undefined {
  const turn = segmentAt(segments, 'turn', position);
  if (turn) return turn;
  const line = lineOf(open, position);
  const turns = segments.filter(({ kind }) => kind === 'turn');
  const meant = turnMeantAt(turns, position, line);
  if (!meant) return undefined;
  const isOnLine = meant.start >= position && meant.start < line.end;
  return isOnLine || namesTurn(line, meant) ? meant : undefined;
}

/** The turn at the caret; null where there is none. */
export function turnHere(open: OpenDocument): Segment | null {
  const structure = heldStructure(open.sourceId);
  return (structure && turnAt(structure.segments, open, open.surface.selection().start)) ?? null;
}

export function headingHere({ sourceId, surface }: OpenDocument): Segment | null {
  const structure = heldStructure(sourceId);
  return (structure && segmentAt(structure.segments, 'heading', surface.selection().start)) ?? null;
}
