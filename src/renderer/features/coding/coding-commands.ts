import type { CommandArgs } from '../../../contract/commands';
import type { DocumentCoding, DocumentQuotation } from '../../../contract/queries';
import { codingsOn, quotationAt, quotationOf } from '../../../core/document-marks';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../../core/ids';
import { quoteLine, type TextSpan } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { currentSession, heldAnswer, runOrTell } from '../../client';
import { listed, t } from '../../i18n';
import { confirm } from '../../ui';
import { tell } from '../../ui/toast-store';
import { codesStore } from '../codes/codes-store';
import { showCoded } from '../codes/visibility-store';
import { announce } from './announcements';
import { openCodePalette, type PickPurpose } from './code-palette-store';
import { activeDocument, type OpenDocument } from './open-documents';
import { nextPainting } from './painting';
import { quotationAtCaret, selectedPassage } from './passage';
import './kept-recent-codes';
import { recentCodesStore, rememberCodes } from './recent-codes';
import { passageToCode } from './selection-moves';

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
  const { quotationId, codeIds: all, added } = applied.value;
  showCoded(all, currentSession().coder?.id ?? null);
  if (newCode || newPath) codesStore.setState({ madeId: all.at(-1) ?? null });
  await painted;
  rememberCodes(all);
  inspect({ kind: 'quotation', id: quotationId });
  const names = namesOf(all, newCode?.name ?? newPath?.at(-1));
  announce(added > 0 ? t('coding:announceApplied', { names }) : t('coding:announceAlready'));
  return true;
}

/** As they are said; a code that was made just now may not be in the tree yet. */
function namesOf(ids: readonly CodeId[], newName?: string): string {
  const known = new Map(heldAnswer('codes.tree', {})?.map(({ id, name }) => [id, name]));
  return listed([...new Set(ids.map((id) => known.get(id) ?? newName ?? ''))].filter(Boolean));
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
  // A code of this name at the top is the one that is meant: the same words were coded before.
  await applyCodes({ sourceId: document.sourceId, span, codeIds: [], newPath: [name] });
}

/** Another code on the same passage; coder, date and memo stay. */
export async function recodeCodings(
  ids: readonly CodingId[],
  to: Pick<CommandArgs<'coding.recode'>, 'codeId' | 'newPath'>,
): Promise<void> {
  performance.mark('emic:apply-start');
  const done = await runOrTell('coding.recode', { ids: [...ids], ...to });
  if (!done) return;
  const { codeId } = done.value;
  rememberCodes([codeId]);
  announce(t('coding:announceRecoded', { name: namesOf([codeId], to.newPath?.at(-1)) }));
}

export async function removeCodings(ids: readonly CodingId[]): Promise<void> {
  if (ids.length === 0) return;
  performance.mark('emic:apply-start');
  const painted = nextPainting();
  const removed = await runOrTell('coding.remove', { ids: [...ids] });
  if (!removed) return;
  await painted;
  announce(t('coding:announceRemoved', { count: ids.length }));
}

/** Moves the quotation with all its codings. */
export async function resizeQuotation(id: QuotationId, span: TextSpan): Promise<void> {
  performance.mark('emic:apply-start');
  const resized = await runOrTell('quotation.resize', { id, ...span });
  if (!resized) return;
  inspect({ kind: 'quotation', id: resized.value.id });
  announce(t('coding:announceResized'));
}

/** Moves codings off to another place, which they share with nothing that stays. */
export async function moveCodings(ids: readonly CodingId[], span: TextSpan): Promise<void> {
  performance.mark('emic:apply-start');
  const moved = await runOrTell('coding.move', { ids: [...ids], ...span });
  if (!moved) return;
  inspect({ kind: 'quotation', id: moved.value.quotationId });
  announce(t('coding:announceMoved', { count: ids.length }));
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

/** The quotation that is exactly selected, or else the shortest one at the caret, with its codings. */
export function atCaret({ surface, codings }: OpenDocument): {
  readonly quotation: DocumentQuotation;
  readonly codings: readonly DocumentCoding[];
} | null {
  const marks = codings();
  const row = quotationAtCaret(marks, surface.selection(), surface.caret());
  return row < 0 ? null : { quotation: quotationAt(marks, row), codings: codingsOn(marks, row) };
}

/** Takes the coding off the quotation at the caret; of several the one that is then chosen, or at once `all`. */
export async function removeAtCaret(document: OpenDocument, { all = false } = {}): Promise<void> {
  const here = atCaret(document);
  if (!here) {
    announce(t('coding:noCodingHere'));
    return;
  }
  const { quotation, codings } = here;
  if (codings.length === 0) await removeBare(quotation);
  else if (codings.length === 1 || all) await removeCodings(codings.map(({ id }) => id));
  else pickCoding(document, 'remove');
}

/** Asks which of the codings at the caret is meant; with one alone there is nothing to ask. */
export function pickCoding(document: OpenDocument, purpose: PickPurpose): void {
  const here = atCaret(document);
  if (!here || here.codings.length === 0) {
    tell({ kind: 'info', message: t('coding:noCodingToChoose') });
    return;
  }
  const { sourceId } = document;
  const { quotation, codings } = here;
  const span = { start: quotation.start, end: quotation.end };
  document.surface.select(span);
  openCodePalette({ kind: 'pick', purpose, sourceId, span, codings });
}

/** Marks the passage where it is no quotation yet, and opens its memo. */
export async function writePassageMemo(document: OpenDocument): Promise<void> {
  const span = passageToCode(document);
  if (!span) return;
  const { sourceId } = document;
  const marks = document.codings();
  const row = quotationOf(marks, span);
  let id: QuotationId | undefined = row < 0 ? undefined : quotationAt(marks, row).id;
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

/** The memo on why this code stands on this passage. */
export function openCodingMemo({ id, quotationId }: Pick<DocumentCoding, 'id' | 'quotationId'>): void {
  inspect({ kind: 'quotation', id: quotationId, codingId: id });
  openTab({ kind: 'memo', target: { kind: 'coding', id } }, { split: 'right' });
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
