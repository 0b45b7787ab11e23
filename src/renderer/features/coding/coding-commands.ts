import type { CommandArgs } from '../../../contract/commands';
import type { DocumentQuotation } from '../../../contract/queries';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../../core/ids';
import { quoteLine, type TextSpan } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import { confirm } from '../../ui';
import { tell } from '../../ui/toast-store';
import { announce } from './announcements';
import { activeDocument, type OpenDocument } from './open-documents';
import { nextPainting } from './painting';
import { passageToCode, quotationAtCaret, selectedPassage } from './passage';
import { recentCodesStore, rememberCodes } from './recent-codes';

export interface Application {
  readonly sourceId: SourceId;
  readonly span: TextSpan;
  readonly codeIds: readonly CodeId[];
  readonly newCode?: CommandArgs<'coding.apply'>['newCode'];
  /** Names from the top: a code that is made in the same step, with those above it that are missing. */
  readonly newPath?: readonly string[] | undefined;
}

/** Applies codes to a passage, remembers them as recent, and shows the quotation in the inspector. */
export async function applyCodes(application: Application): Promise<boolean> {
  const { sourceId, span, codeIds, newCode, newPath } = application;
  performance.mark('emic:apply-start');
  const painted = nextPainting();
  const applied = await runOrTell('coding.apply', {
    sourceId,
    ...span,
    codeIds: [...codeIds],
    newCode,
    newPath: newPath && [...newPath],
  });
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

/** Takes away a passage without a code; its memo goes with it, which is asked first. */
export async function removeBare({ id, hasMemo }: DocumentQuotation): Promise<void> {
  const isWanted =
    !hasMemo ||
    (await confirm({
      title: t('inspector:quotation.deleteTitle'),
      body: t('inspector:quotation.deleteBody', { goes: t('memos', { count: 1 }) }),
      confirmLabel: t('delete'),
      danger: true,
    }));
  if (!isWanted) return;
  performance.mark('emic:apply-start');
  if (await runOrTell('quotation.delete', { ids: [id] })) announce(t('coding:announceMarkRemoved'));
}

/** Takes the codings off the quotation that is exactly selected, or else off the shortest one at the caret. */
export async function removeAtCaret({ surface, codings }: OpenDocument): Promise<void> {
  const all = codings();
  const quotation = quotationAtCaret(all.quotations, surface.selection(), surface.caret());
  if (!quotation) return;
  const ids = all.codings.filter(({ quotationId }) => quotationId === quotation.id).map(({ id }) => id);
  if (ids.length > 0) await removeCodings(ids);
  else await removeBare(quotation);
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
  openPassageMemo(id);
}

export function openPassageMemo(id: QuotationId): void {
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
