import type { CodeRow } from '../../../contract/queries';
import type { CodingId, QuotationId } from '../../../core/ids';
import { fetchQuery, runOrTell, withTask } from '../../client';
import { t } from '../../i18n';
import { confirm } from '../../ui';
import { tell } from '../../ui/toast-store';
import { rememberCodes } from '../coding/recent-codes';

/** What is chosen in a list. */
export interface ChosenQuotations {
  readonly quotationIds: readonly QuotationId[];
  /** Those of the chosen lines: in a group only the group's. */
  readonly codingIds: readonly CodingId[];
}

const pieceSize = 200;

async function passages(ids: readonly QuotationId[]) {
  const all = [];
  for (let at = 0; at < ids.length; at += pieceSize) {
    all.push(...(await fetchQuery('quotations.passages', { ids: ids.slice(at, at + pieceSize), reach: 0 })));
  }
  return all;
}

export async function applyToChosen({ quotationIds }: ChosenQuotations, code: CodeRow): Promise<void> {
  const places = (await passages(quotationIds)).map(({ sourceId, start, end }) => ({ sourceId, start, end }));
  const done = await withTask(t('quotations:task.apply', { code: code.name }), (options) =>
    runOrTell('coding.applyMany', { codeIds: [code.id], places }, options),
  );
  if (!done) return;
  rememberCodes([code.id]);
  tell({
    kind: 'success',
    message: t('quotations:done.applied', { count: done.value.added, code: code.name }),
  });
}

export async function recodeChosen({ codingIds }: ChosenQuotations, code: CodeRow): Promise<void> {
  const done = await withTask(t('quotations:task.recode', { code: code.name }), (options) =>
    runOrTell('coding.recode', { ids: [...codingIds], codeId: code.id }, options),
  );
  if (!done) return;
  rememberCodes([code.id]);
  tell({
    kind: 'success',
    message: t('quotations:done.recoded', { count: codingIds.length, code: code.name }),
  });
}

/** Takes the codings of the chosen lines off. */
export async function removeChosen({ codingIds }: ChosenQuotations): Promise<void> {
  if (codingIds.length === 0) return;
  const done = await runOrTell('coding.remove', { ids: [...codingIds] });
  if (done) tell({ kind: 'success', message: t('quotations:done.removed', { count: codingIds.length }) });
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
  await runOrTell('quotation.delete', { ids: [...quotationIds] });
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
