import type { RedundantCodings } from '../../../core/redundant';
import { runTask } from '../../client';
import { t } from '../../i18n';
import { confirm } from '../../ui';
import { tell } from '../../ui/toast-store';

function count(those: readonly RedundantCodings[]): number {
  return those.reduce((sum, { codings }) => sum + codings.length, 0);
}

/** Each group becomes one coding of all that it covers. Many at once are asked for first. */
export async function unite(those: readonly RedundantCodings[], isAsked: boolean): Promise<void> {
  const isWanted =
    !isAsked ||
    (await confirm({
      title: t('quotations:redundant.uniteTitle', { count: count(those) }),
      body: t('quotations:redundant.uniteBody', { count: those.length }),
      confirmLabel: t('quotations:redundant.unite'),
    }));
  if (!isWanted) return;
  const done = await runTask(t('quotations:task.unite'), 'coding.unite', {
    groups: those.map(({ codings }) => codings.map(({ id }) => id)),
  });
  if (done)
    tell({ kind: 'success', message: t('quotations:redundant.united', { count: done.value.united }) });
}

/** Of each group the longest coding stays. Many at once are asked for first. */
export async function keepLongest(those: readonly RedundantCodings[], isAsked: boolean): Promise<void> {
  const ids = those.flatMap(({ codings, longest }) =>
    codings.map(({ id }) => id).filter((id) => id !== longest),
  );
  const isWanted =
    !isAsked ||
    (await confirm({
      title: t('quotations:redundant.keepTitle', { count: ids.length }),
      body: t('quotations:redundant.keepBody', { count: those.length }),
      confirmLabel: t('quotations:act.remove'),
    }));
  if (!isWanted) return;
  const { length } = ids;
  if (await runTask(t('quotations:task.remove', { count: length }), 'coding.remove', { ids }))
    tell({ kind: 'success', message: t('quotations:done.removed', { count: ids.length }) });
}
