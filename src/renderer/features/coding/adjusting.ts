import { create } from 'zustand';
import type { CodingId, QuotationId, SourceId } from '../../../core/ids';
import { quoteLine, type TextSpan } from '../../../core/text';
import { isRightToLeft } from '../../editor/model/reading-direction';
import { t } from '../../i18n';
import { announce } from './announcements';
import { moveCodings, resizeQuotation } from './coding-commands';
import { type Edge, type EdgeUnit, stepEdge } from './edge-steps';
import type { OpenDocument } from './open-documents';

/** Whose place is being changed: a quotation with all its codings, or some codings that leave it. */
export type AdjustTarget =
  | { readonly kind: 'quotation'; readonly id: QuotationId }
  | { readonly kind: 'codings'; readonly ids: readonly CodingId[]; readonly name: string };

export interface Adjusting {
  readonly sourceId: SourceId;
  readonly target: AdjustTarget;
  readonly before: TextSpan;
  readonly span: TextSpan;
  /** Which end the keys move. */
  readonly edge: Edge;
}

/**
 * While the ends of a passage are moved nothing is changed yet: keys and handles move them by character, word,
 * sentence or paragraph, Enter keeps, Escape leaves all as it was. One step of undo, however far it went.
 */
export const adjustStore = create<{ readonly now: Adjusting | null }>(() => ({ now: null }));

export function startAdjusting(document: OpenDocument, target: AdjustTarget, span: TextSpan): void {
  const { sourceId, surface } = document;
  adjustStore.setState({ now: { sourceId, target, before: span, span, edge: 'end' } });
  surface.focus();
  surface.select(span);
  announce(t('coding:adjust.begun'));
}

export function adjustTo({ surface }: OpenDocument, span: TextSpan, edge?: Edge): void {
  const { now } = adjustStore.getState();
  if (!now) return;
  const moved = { ...now, span, edge: edge ?? now.edge };
  adjustStore.setState({ now: moved });
  surface.select(span, { caretAtStart: moved.edge === 'start' });
}

export function cancelAdjusting({ surface }: OpenDocument): void {
  const { now } = adjustStore.getState();
  adjustStore.setState({ now: null });
  if (now) surface.select(now.before);
  announce(t('coding:adjust.cancelled'));
}

/** Writes the new place. */
export async function keepAdjusted({ surface }: OpenDocument): Promise<void> {
  const { now } = adjustStore.getState();
  adjustStore.setState({ now: null });
  if (!now) return;
  surface.focus();
  const { target, span, before } = now;
  if (span.start === before.start && span.end === before.end) return;
  if (target.kind === 'quotation') await resizeQuotation(target.id, span);
  else await moveCodings(target.ids, span);
}

const otherEdge = { start: 'end', end: 'start' } as const;

/** A key in the text while a passage is adjusted; true when it was taken. */
export function handleAdjustKey(event: KeyboardEvent, document: OpenDocument): boolean {
  const { now } = adjustStore.getState();
  if (!now || now.sourceId !== document.sourceId) return false;
  const { key } = event;
  if (key === 'Enter') void keepAdjusted(document);
  else if (key === 'Escape') cancelAdjusting(document);
  else if (key === 'Tab') adjustTo(document, now.span, otherEdge[now.edge]);
  else if (key.startsWith('Arrow')) moveEdge(event, document, now);
  else return false;
  event.preventDefault();
  return true;
}

function moveEdge(event: KeyboardEvent, document: OpenDocument, { span, edge }: Adjusting): void {
  const { surface } = document;
  const { key } = event;
  const isFar = event.ctrlKey || event.altKey || event.metaKey;
  const isUpright = key === 'ArrowUp' || key === 'ArrowDown';
  const unit: EdgeUnit = isUpright ? (isFar ? 'paragraph' : 'sentence') : isFar ? 'word' : 'character';
  const runsLeft = isRightToLeft(paragraphAt(document, edge === 'end' ? span.end - 1 : span.start));
  const forward = isUpright ? key === 'ArrowDown' : (key === 'ArrowRight') !== runsLeft;
  const text = { length: surface.document.positions.length, slice: surface.document.slice };
  const moved = stepEdge(span, { edge, unit, by: forward ? 1 : -1 }, { text, navigator: surface.navigator });
  adjustTo(document, moved);
  announce(t(`coding:adjust.${edge}At`, { quote: edgeWords(document, moved, edge) }));
}

function paragraphAt({ surface }: OpenDocument, position: number): string {
  const { document } = surface;
  const line = document.lineAt(position);
  return document.slice(document.lineStart(line), document.lineEnd(line));
}

const spoken = 40;

function edgeWords({ surface }: OpenDocument, span: TextSpan, edge: Edge): string {
  const { document } = surface;
  if (edge === 'start')
    return quoteLine(document.slice(span.start, Math.min(span.end, span.start + spoken)), spoken);
  return document
    .slice(Math.max(span.start, span.end - spoken), span.end)
    .replace(/\s+/gu, ' ')
    .trim();
}
