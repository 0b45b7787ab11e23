import type { CommandArgs } from '../../../contract/commands';
import type { CodingId, QuotationId } from '../../../core/ids';
import { fetchQuery, runTask } from '../../client';
import { t } from '../../i18n';
import { confirm } from '../../ui';
import { tell } from '../../ui/toast-store';
import { type ChosenCodes, codesToApply, codeToTake } from '../coding/chosen-codes';
import { rememberCodes } from '../coding/recent-codes';
import { tellUndoable } from '../history/tell-undoable';

/** What is chosen in a list. */
export interface ChosenQuotations {
  readonly quotationIds: readonly QuotationId[];
  /** Those of the chosen lines: in a group only the group's. */
  readonly codingIds: readonly CodingId[];
  readonly places: CommandArgs<'coding.applyMany'>['places'];
}

const pieceSize = 200;

async function passages(ids: readonly QuotationId[]) {
  const all = [];
  for (let at = 0; at < ids.length; at += pieceSize) {
    all.push(...(await fetchQuery('quotations.passages', { ids: ids.slice(at, at + pieceSize), reach: 0 })));
  }
  return all;
}

export async function applyToChosen({ places }: ChosenQuotations, codes: ChosenCodes): Promise<void> {
  const { names } = codes;
  const args = { ...codesToApply(codes), places };
  const done = await runTask(t('quotations:task.apply', { code: names }), 'coding.applyMany', args);
  if (!done) return;
  const { added, codeIds } = done.value;
  rememberCodes(codeIds);
  const isOne = codeIds.length === 1;
  const message = t(isOne ? 'quotations:done.applied' : 'quotations:done.appliedSeveral', {
    ...{ count: added, code: names },
  });
  if (added > 0) tellUndoable({ kind: 'success', message }, t('undoTop'));
  else tell({ kind: 'success', message });
}

export async function recodeChosen({ codingIds }: ChosenQuotations, codes: ChosenCodes): Promise<void> {
  const { names } = codes;
  const args = { ids: [...codingIds], ...codeToTake(codes) };
  const done = await runTask(t('quotations:task.recode', { code: names }), 'coding.recode', args);
  if (!done) return;
  rememberCodes([done.value.codeId]);
  const message = t('quotations:done.recoded', { count: codingIds.length, code: names });
  tellUndoable({ kind: 'success', message }, t('undoTop'));
}

/** Takes the codings of the chosen lines off. */
export async function removeChosen({ codingIds }: ChosenQuotations): Promise<void> {
  if (codingIds.length === 0) return;
  const count = codingIds.length;
  const done = await runTask(t('quotations:task.remove', { count }), 'coding.remove', {
    ids: [...codingIds],
  });
  if (done) tellUndoable({ kind: 'success', message: t('quotations:done.removed', { count }) }, t('undoTop'));
}

/** Deletes the quotations with all their codings and memos, after a question that says what goes. */
export async function deleteChosen({ quotationIds }: ChosenQuotations): Promise<void> {
  const all = await passages(quotationIds);
  const codings = all.reduce((sum, each) => sum + each.codings.length, 0);
  const memos = all.filter(({ memo }) => memo !== '').length;
  const isWanted = await confirm({
    title: t('quotations:delete.title', { count: quotationIds.length }),
    body: t('quotations:delete.body', {
      codings: t('codings', { count: codings }),
      memos: t('memos', { count: memos }),
    }),
    confirmLabel: t('delete'),
    danger: true,
  });
  if (!isWanted) return;
  const count = quotationIds.length;
  await runTask(t('quotations:task.delete', { count }), 'quotation.delete', { ids: [...quotationIds] });
}

/** The words with where they stand, to be pasted into a text. */
export async function copyChosen({ quotationIds }: ChosenQuotations): Promise<void> {
  const codes = new Map((await fetchQuery('codes.tree', {})).map(({ id, path }) => [id, path]));
  const text = (await passages(quotationIds))
    .map(({ text: words, sourceName, paragraph, codings }) => {
      const names = [...new Set(codings.map(({ codeId }) => codes.get(codeId) ?? ''))].join('; ');
      const place = t('quotations:copied.place', { document: sourceName, paragraph });
      return `“${words}”\n(${[place, names].filter(Boolean).join('; ')})`;
    })
    .join('\n\n');
  await navigator.clipboard.writeText(text);
  tell({ kind: 'info', message: t('quotations:copied.told', { count: quotationIds.length }) });
}
