import {
  Copy,
  MessageSquareText,
  MoveHorizontal,
  NotebookPen,
  Pencil,
  TextSelect,
  Trash2,
} from 'lucide-react';
import type { DocumentCoding } from '../../../core/document-marks';
import type { CodingId } from '../../../core/ids';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import type { AdjustTarget } from '../coding/adjusting';
import { openCodingMemo, openPassageMemo, removeCodings } from '../coding/coding-commands';
import { later } from './after-menu';

interface CodingItemsQuestion {
  readonly coding: Pick<DocumentCoding, 'id' | 'quotationId' | 'hasMemo'>;
  /** Name of its code. */
  readonly name: string;
  readonly canChange: boolean;
  readonly onSelectPassage: () => void;
  readonly onRecode: () => void;
  readonly onAdjust: (target: AdjustTarget) => void;
  readonly onCopyCodes: () => void;
}

/** What can be done with a coding, in the text and in the inspector. */
export function codingItems(question: CodingItemsQuestion): MenuEntry[] {
  const { coding, name, canChange, onAdjust } = question;
  const { id, quotationId } = coding;
  return [
    {
      label: t('document:selectPassage'),
      icon: TextSelect,
      onSelect: question.onSelectPassage,
    },
    {
      label: t('coding:recode'),
      icon: Pencil,
      isEnabled: canChange,
      onSelect: () => later(question.onRecode),
    },
    {
      label: t('coding:adjust.menuQuotation'),
      icon: MoveHorizontal,
      isEnabled: canChange,
      onSelect: () => onAdjust({ kind: 'quotation', id: quotationId }),
    },
    {
      label: t('coding:adjust.menuOne'),
      icon: MoveHorizontal,
      isEnabled: canChange,
      onSelect: () => onAdjust({ kind: 'codings', ids: [id], name }),
    },
    {
      label: t('coding:copyCodes'),
      icon: Copy,
      onSelect: question.onCopyCodes,
    },
    { type: 'separator' },
    {
      label: t('coding:memo'),
      icon: MessageSquareText,
      isEnabled: canChange,
      onSelect: () => later(() => openPassageMemo(quotationId)),
    },
    {
      label: t('memos:onCoding', { code: name }),
      icon: NotebookPen,
      // Where nothing may be written, what is written can be read.
      isEnabled: canChange || coding.hasMemo,
      onSelect: () => later(() => openCodingMemo({ id, quotationId })),
    },
    { type: 'separator' },
    {
      label: t('coding:removeNamed', { name }),
      icon: Trash2,
      danger: true,
      isEnabled: canChange,
      onSelect: () => void removeCodings([id]),
    },
  ];
}

/** All codings of a place at once, where there are several. */
export function removeAllItem(ids: readonly CodingId[], canChange: boolean): MenuEntry[] {
  if (ids.length < 2) return [];
  return [
    {
      label: t('coding:removeAllHere', { count: ids.length }),
      icon: Trash2,
      danger: true,
      isEnabled: canChange,
      onSelect: () => void removeCodings(ids),
    },
  ];
}
