import {
  Copy,
  MessageSquareText,
  MoveHorizontal,
  NotebookPen,
  Pencil,
  Tag,
  TextSelect,
  Trash2,
} from 'lucide-react';
import type { CodeRow, QuotationDetail } from '../../../contract/queries';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { type AdjustTarget, startAdjusting } from '../coding/adjusting';
import { openCodingMemo, openPassageMemo, removeCodings } from '../coding/coding-commands';
import { copyCodesOf } from '../coding/copied-codes';
import { type OpenDocument, whenOpen } from '../coding/open-documents';
import { later } from '../document/after-menu';

interface ChipMenuQuestion {
  readonly quotation: QuotationDetail;
  readonly coding: QuotationDetail['codings'][number];
  readonly code: CodeRow;
  readonly canChange: boolean;
  readonly onRecode: () => void;
}

/** What can be done with a coding from the inspector: in the words of the menu in the text. */
export function codingChipMenu({
  quotation,
  coding,
  code,
  canChange,
  onRecode,
}: ChipMenuQuestion): MenuEntry[] {
  const { id, sourceId, start, end, codings } = quotation;
  const span = { start, end };
  const inText = (act: (document: OpenDocument) => void) => {
    openTab({ kind: 'document', sourceId }, { reveal: { ...span, quotationId: id } });
    later(() => whenOpen(sourceId, act));
  };
  const adjust = (target: AdjustTarget) => inText((document) => startAdjusting(document, target, span));
  const ids = codings.map((each) => each.id);
  const removeAll: MenuEntry[] =
    ids.length > 1
      ? [
          {
            label: t('coding:removeAllHere', { count: ids.length }),
            icon: Trash2,
            danger: true,
            isEnabled: canChange,
            onSelect: () => void removeCodings(ids),
          },
        ]
      : [];
  return [
    {
      label: t('inspector:quotation.showCode'),
      icon: Tag,
      onSelect: () => inspect({ kind: 'code', id: code.id }),
    },
    {
      label: t('document:selectPassage'),
      icon: TextSelect,
      onSelect: () =>
        inText(({ surface }) => {
          surface.focus();
          surface.select(span);
        }),
    },
    {
      label: t('coding:recode'),
      icon: Pencil,
      isEnabled: canChange,
      onSelect: () => later(onRecode),
    },
    {
      label: t('coding:adjust.menuQuotation'),
      icon: MoveHorizontal,
      isEnabled: canChange,
      onSelect: () => adjust({ kind: 'quotation', id }),
    },
    {
      label: t('coding:adjust.menuOne'),
      icon: MoveHorizontal,
      isEnabled: canChange,
      onSelect: () => adjust({ kind: 'codings', ids: [coding.id], name: code.name }),
    },
    {
      label: t('coding:copyCodes'),
      icon: Copy,
      onSelect: () => copyCodesOf(codings),
    },
    { type: 'separator' },
    {
      label: t('coding:memo'),
      icon: MessageSquareText,
      isEnabled: canChange,
      onSelect: () => later(() => openPassageMemo(id)),
    },
    {
      label: t('memos:onCoding', { code: code.name }),
      icon: NotebookPen,
      isEnabled: canChange || coding.hasMemo,
      onSelect: () => later(() => openCodingMemo({ id: coding.id, quotationId: id })),
    },
    { type: 'separator' },
    {
      label: t('coding:removeNamed', { name: code.name }),
      icon: Trash2,
      danger: true,
      isEnabled: canChange,
      onSelect: () => void removeCodings([coding.id]),
    },
    ...removeAll,
  ];
}
