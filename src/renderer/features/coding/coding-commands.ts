import type { CommandArgs } from '../../../contract/commands';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../../core/ids';
import { quoteLine, type TextSpan } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui/toast-store';
import { announce } from './announcements';
import { activeDocument, type OpenDocument } from './open-documents';
import { nextPainting } from './painting';
import { passageToCode, selectedPassage } from './passage';
import { recentCodesStore, rememberCodes } from './recent-codes';

export interface Application {
  readonly sourceId: SourceId;
  readonly span: TextSpan;
  readonly codeIds: readonly CodeId[];
  readonly newCode?: CommandArgs<'coding.apply'>['newCode'];
  /** Names from the top: a code that is made first, with those above it that are missing. */
  readonly newPath?: readonly string[];
}

/** Applies codes to a passage, remembers them as recent, and shows the quotation in the inspector. */
export async function applyCodes(application: Application): Promise<boolean> {
  const { sourceId, span, newCode, newPath } = application;
  performance.mark('emic:apply-start');
  const made = newPath && (await runOrTell('code.createPath', { path: [...newPath] }));
  if (made === null) return false;
  const codeIds = made ? [...application.codeIds, made.value.id] : [...application.codeIds];
  const painted = nextPainting();
  const applied = await runOrTell('coding.apply', { sourceId, ...span, codeIds, newCode });
  if (!applied) return false;
  await painted;
  const { quotationId, codeIds: all, added } = applied.value;
  rememberCodes(all);
  inspect({ kind: 'quotation', id: quotationId });
  announce(added > 0 ? t('coding:announceApplied', { count: added }) : t('coding:announceAlready'));
  return true;
}

export async function applyToPassage(document: OpenDocument, codeIds: readonly CodeId[]): Promise<void> {
  const span = passageToCode(document);
  if (span && codeIds.length > 0) await applyCodes({ sourceId: document.sourceId, span, codeIds });
}

export async function repeatLast(document: OpenDocument): Promise<void> {
  const { last } = recentCodesStore.getState();
  if (last.length === 0) tell({ kind: 'info', message: t('coding:nothingToRepeat') });
  else await applyToPassage(document, last);
}

/** The longest name that the selected words may become. */
const longestName = 80;

/** The passage's own words become a code at the top, applied to it. */
export async function codeInVivo(document: OpenDocument): Promise<void> {
  const span = selectedPassage(document);
  if (!span) {
    tell({ kind: 'info', message: t('coding:selectWordsFirst') });
    return;
  }
  const name = quoteLine(document.surface.document.slice(span.start, span.end), longestName);
  await applyCodes({ sourceId: document.sourceId, span, codeIds: [], newCode: { name } });
}

export async function removeCodings(ids: readonly CodingId[]): Promise<void> {
  if (ids.length === 0) return;
  performance.mark('emic:apply-start');
  const removed = await runOrTell('coding.remove', { ids: [...ids] });
  if (removed) announce(t('coding:announceRemoved', { count: ids.length }));
}

/** Moves the quotation with all its codings. */
export async function resizeQuotation(id: QuotationId, span: TextSpan): Promise<void> {
  performance.mark('emic:apply-start');
  const resized = await runOrTell('quotation.resize', { id, ...span });
  if (!resized) return;
  inspect({ kind: 'quotation', id: resized.value.id });
  announce(t('coding:announceResized'));
}

/** Codings of exactly the selected passage, or else of the shortest coded passage at the caret. */
export function codingsToRemove({ surface, codings }: OpenDocument): CodingId[] {
  const selected = surface.selection();
  const all = codings().codings;
  const exact = all.filter(({ start, end }) => start === selected.start && end === selected.end);
  if (exact.length > 0) return exact.map(({ id }) => id);
  const caret = surface.caret();
  const here = all.filter(({ start, end }) => start <= caret && end >= caret);
  const shortest = here.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  return shortest
    ? here.filter(({ quotationId }) => quotationId === shortest.quotationId).map(({ id }) => id)
    : [];
}

/** Marks the passage where it is no quotation yet, and opens its memo. */
export async function writePassageMemo(document: OpenDocument): Promise<void> {
  const span = passageToCode(document);
  if (!span) return;
  const { sourceId } = document;
  const known = document
    .codings()
    .quotations.find(({ start, end }) => start === span.start && end === span.end);
  let id: QuotationId | undefined = known?.id;
  if (!id) {
    const created = await runOrTell('quotation.create', { sourceId, ...span });
    if (!created) return;
    id = created.value.id;
  }
  inspect({ kind: 'quotation', id });
  openTab({ kind: 'memo', target: { kind: 'quotation', id } }, { split: 'right' });
}

/** The next or previous quotation is selected and shown in the inspector. */
export function stepQuotation(document: OpenDocument, by: 1 | -1): void {
  const { surface } = document;
  const { start, end } = surface.selection();
  const order = document.codings().quotations.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const isAfter = (quotation: TextSpan) =>
    quotation.start > start || (quotation.start === start && quotation.end < end);
  const isBefore = (quotation: TextSpan) =>
    quotation.start < start || (quotation.start === start && quotation.end > end);
  const target = by === 1 ? order.find(isAfter) : order.findLast(isBefore);
  if (!target) {
    announce(t(by === 1 ? 'coding:noNextQuotation' : 'coding:noPreviousQuotation'));
    return;
  }
  surface.select(target);
  inspect({ kind: 'quotation', id: target.id });
}

/** Shows the quotation at the caret in the inspector; again: the next one there. */
export function inspectAtCaret({ surface, codings }: OpenDocument, current: QuotationId | null): void {
  const caret = surface.caret();
  const here = codings()
    .quotations.filter(({ start, end }) => start <= caret && end >= caret)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const next = here[(here.findIndex(({ id }) => id === current) + 1) % Math.max(1, here.length)];
  if (next) inspect({ kind: 'quotation', id: next.id });
  else announce(t('coding:noCodingHere'));
}

/** For actions: does something with the document in front, if there is one. */
export function withActive(
  act: (document: OpenDocument) => void | Promise<void>,
): () => void | Promise<void> {
  return () => {
    const document = activeDocument();
    if (document) return act(document);
  };
}
