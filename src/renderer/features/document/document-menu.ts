import { Copy, Eraser, List, MessageSquareText, MessagesSquare, Quote, Stamp, Tag } from 'lucide-react';
import { createElement } from 'react';
import { quoteLine } from '../../../core/text';
import { t } from '../../i18n';
import { type MenuEntry, Swatch } from '../../ui';
import { shownShortcut } from '../coding/actions';
import { openCodePalette } from '../coding/code-palette-store';
import { applyCodes, codeInVivo, writePassageMemo } from '../coding/coding-commands';
import { copiedCodesStore, pasteCodes } from '../coding/copied-codes';
import { openPalette } from '../coding/open-palette';
import { selectedPassage } from '../coding/passage';
import { passageToCode, unitHere } from '../coding/selection-moves';
import { hasTurns } from '../coding/turns';
import { openErasure } from '../erasure/erasure-store';
import { turnEntries } from '../structure/turn-menu';
import { later } from './after-menu';
import { codingEntries } from './coding-menu';
import { listQuotationsHere } from './codings-here';
import type { DocumentMenuQuestion } from './menu-question';

const shownRecent = 5;

/** What can be done with the selection, and with the codings under the pointer. */
export function documentMenu(question: DocumentMenuQuestion): MenuEntry[] {
  const entries = [
    ...passageEntries(question),
    ...codingEntries(question),
    ...structureEntries(question),
    ...erasureEntries(question),
  ];
  const first = entries.findIndex(({ type }) => type !== 'separator');
  if (first >= 0) return entries.slice(first);
  return [{ type: 'label', label: t('document:menuNothing') }];
}

/** The turn under the pointer: in the text, or where its speaker is written beside it. */
function structureEntries({ open, point, canChange }: DocumentMenuQuestion): MenuEntry[] {
  const { surface } = open;
  const position = point
    ? (surface.leftNoteAtPoint(point.x, point.y)?.position ?? surface.positionAtPoint(point.x, point.y))
    : surface.caret();
  const entries = turnEntries({ open, position, canChange });
  return entries.length > 0 ? [{ type: 'separator' }, ...entries] : [];
}

/** A press beside the selection means what is under the pointer: the selection may be out of sight. */
function leaveSelection({ open, point }: DocumentMenuQuestion): void {
  const { surface } = open;
  const { start, end } = surface.selection();
  const position = point && surface.positionAtPoint(point.x, point.y);
  if (position === null || (start < end && position >= start && position <= end)) return;
  surface.select({ start: position, end: position }, { scroll: false });
}

/** With nothing selected: what stands at the caret. */
function unitEntries({ open, canChange }: DocumentMenuQuestion): MenuEntry[] {
  if (!canChange) return [];
  return [
    {
      label: t('coding:applySentence'),
      icon: Tag,
      shortcut: shownShortcut('coding.apply'),
      onSelect: () => later(() => openPalette(open, passageToCode(open))),
    },
    {
      label: t(hasTurns(open) ? 'coding:applyTurn' : 'coding:applyParagraph'),
      icon: MessagesSquare,
      shortcut: shownShortcut('coding.applyTurn'),
      onSelect: () => later(() => openPalette(open, unitHere(open, 'turn'))),
    },
  ];
}

function passageEntries(question: DocumentMenuQuestion): MenuEntry[] {
  const { open, recent, canChange } = question;
  leaveSelection(question);
  const span = selectedPassage(open);
  if (!span) return unitEntries(question);
  const { sourceId, surface } = open;
  const entries: MenuEntry[] = [
    {
      label: t('coding:apply'),
      icon: Tag,
      shortcut: shownShortcut('coding.apply'),
      isEnabled: canChange,
      onSelect: () => later(() => openCodePalette({ kind: 'apply', sourceId, span })),
    },
    ...recent.slice(0, shownRecent).map(
      (code, index): MenuEntry => ({
        label: code.name,
        leading: createElement(Swatch, { color: code.color }),
        shortcut: String(index + 1),
        isEnabled: canChange,
        onSelect: () => void applyCodes({ sourceId, span, codeIds: [code.id] }),
      }),
    ),
    { type: 'separator' },
    {
      label: t('coding:inVivo'),
      icon: Quote,
      shortcut: shownShortcut('coding.inVivo'),
      isEnabled: canChange,
      onSelect: () => void codeInVivo(open),
    },
    {
      label: t('coding:memo'),
      icon: MessageSquareText,
      shortcut: shownShortcut('coding.memo'),
      isEnabled: canChange,
      onSelect: () => void writePassageMemo(open),
    },
    {
      label: t('document:quotationsHere'),
      icon: List,
      onSelect: () => listQuotationsHere(open),
    },
    ...(copiedCodesStore.getState().ids.length > 0
      ? [
          {
            label: t('coding:pasteCodes'),
            icon: Stamp,
            shortcut: shownShortcut('coding.pasteCodes'),
            isEnabled: canChange,
            onSelect: () => void pasteCodes(open),
          },
        ]
      : []),
    {
      label: t('document:copy'),
      icon: Copy,
      shortcut: 'Mod+C',
      onSelect: () =>
        later(() => {
          surface.focus();
          window.document.execCommand('copy');
        }),
    },
  ];
  return entries;
}

/** Last, away from what is used every minute. */
function erasureEntries({ open, canChange }: DocumentMenuQuestion): MenuEntry[] {
  const { sourceId, surface } = open;
  const span = selectedPassage(open);
  if (!span) return [];
  return [
    { type: 'separator' },
    {
      label: t('document:erasePassage'),
      icon: Eraser,
      danger: true,
      isEnabled: canChange,
      onSelect: () =>
        later(() =>
          openErasure({
            kind: 'passage',
            sourceId,
            ...span,
            quote: quoteLine(surface.document.slice(span.start, span.end), 240),
          }),
        ),
    },
  ];
}
