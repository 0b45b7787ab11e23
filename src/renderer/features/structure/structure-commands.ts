import type { SourceId } from '../../../core/ids';
import { type Segment, segmentAt } from '../../../core/structure';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { announce } from '../coding/announcements';
import { openCodePalette } from '../coding/code-palette-store';
import type { OpenDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';
import { headingHere, heldStructure, turnHere } from './here';
import { askStructure } from './structure-store';

export function selectTurn({ surface }: OpenDocument, { start, end }: Segment): void {
  surface.focus();
  surface.select({ start, end });
}

export function codeTurn(open: OpenDocument, turn: Segment): void {
  selectTurn(open, turn);
  openCodePalette({
    kind: 'apply',
    sourceId: open.sourceId,
    span: { start: turn.start, end: turn.end },
  });
}

/** The turn at the caret becomes two: the second begins there. */
export async function splitHere(open: OpenDocument): Promise<void> {
  const turn = turnHere(open);
  const at = open.surface.selection().start;
  if (!turn) return tellNoTurn();
  await splitTurn(open.sourceId, turn, at);
}

export async function splitTurn(sourceId: SourceId, turn: Segment, at: number): Promise<void> {
  if (await runOrTell('turn.split', { sourceId, start: turn.start, at })) announce(t('structure:said.split'));
}

export async function joinHere(open: OpenDocument): Promise<void> {
  const turn = turnHere(open);
  if (turn) await joinTurn(open.sourceId, turn);
  else tellNoTurn();
}

export async function joinTurn(sourceId: SourceId, { start }: Segment): Promise<void> {
  if (await runOrTell('turn.join', { sourceId, start })) announce(t('structure:said.joined'));
}

export async function removeSegment(sourceId: SourceId, { kind, start }: Segment): Promise<void> {
  const removed = await runOrTell('segment.remove', { sourceId, segments: [{ kind, start }] });
  if (removed) announce(t(`structure:said.removed.${kind}`));
}

export async function recogniseAnew(sourceId: SourceId): Promise<void> {
  if (!(await runOrTell('structure.recognise', { sourceId }))) return;
  announce(t('structure:said.recognised'));
}

/** Asks for what is to be corrected at the caret: its turn, or its heading. */
export function correctHere(open: OpenDocument): void {
  const segment = turnHere(open) ?? headingHere(open);
  if (segment) askStructure({ kind: 'change', sourceId: open.sourceId, segment });
  else tellNoTurn();
}

export function renameSpeakerHere(open: OpenDocument): void {
  const turn = turnHere(open);
  if (turn) askStructure({ kind: 'rename', sourceId: open.sourceId, speaker: turn.speaker });
  else tellNoTurn();
}

/** Asks how the selection is to be a turn or heading; a turn that it lies in would have to be split first. */
export function addHere(open: OpenDocument, what: 'turn' | 'heading'): void {
  const span = selectedPassage(open);
  if (!span) {
    tell({ kind: 'info', message: t('structure:selectFirst') });
    return;
  }
  const segments = heldStructure(open.sourceId)?.segments ?? [];
  const taken = segmentAt(segments, what, span.start) ?? segmentAt(segments, what, span.end - 1);
  if (taken && taken.start < span.end && taken.end > span.start) {
    tell({ kind: 'info', message: t(`structure:taken.${what}`) });
    return;
  }
  askStructure({ kind: 'add', sourceId: open.sourceId, what, ...span });
}

function tellNoTurn(): void {
  tell({ kind: 'info', message: t('structure:noTurnHere') });
}
