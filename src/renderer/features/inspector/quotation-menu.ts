import { Copy, NotebookPen, Trash2 } from 'lucide-react';
import type { QuotationDetail } from '../../../contract/queries';
import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';
import { t } from '../../i18n';
import { confirm, type MenuEntry, tell } from '../../ui';

/** What can be done with a quotation from the inspector. */
export function quotationMenu(
  quotation: QuotationDetail,
  { isReadOnly }: { readonly isReadOnly: boolean },
): readonly MenuEntry[] {
  const { id, text } = quotation;
  return [
    {
      label: t('inspector:quotation.memoBeside'),
      icon: NotebookPen,
      onSelect: () => openTab({ kind: 'memo', target: { kind: 'quotation', id } }, { split: 'right' }),
    },
    {
      label: t('inspector:quotation.copy'),
      icon: Copy,
      onSelect: () => void copyText(text),
    },
    { type: 'separator' },
    {
      label: t('inspector:quotation.delete'),
      icon: Trash2,
      danger: true,
      isEnabled: !isReadOnly,
      onSelect: () => void deleteQuotation(quotation),
    },
  ];
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  tell({ kind: 'success', message: t('inspector:quotation.copied') });
}

async function deleteQuotation({ id, codings, memo }: QuotationDetail): Promise<void> {
  const goes = [
    codings.length > 0 ? t('codings', { count: codings.length }) : null,
    memo ? t('memos', { count: 1 }) : null,
  ].filter((part) => part !== null);
  const isConfirmed = await confirm({
    title: t('inspector:quotation.deleteTitle'),
    body: goes.length > 0 ? t('inspector:quotation.deleteBody', { goes: goes.join(', ') }) : t('canBeUndone'),
    confirmLabel: t('delete'),
    danger: true,
  });
  if (isConfirmed) await runOrTell('quotation.delete', { ids: [id] });
}
