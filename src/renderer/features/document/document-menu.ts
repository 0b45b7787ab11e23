import {
  Copy,
  Eraser,
  Info,
  MessageSquareText,
  Pencil,
  Quote,
  StickyNote,
  Tag,
  TextSelect,
  Trash2,
} from 'lucide-react';
import { createElement } from 'react';
import type { CodeRow, DocumentQuotation } from '../../../contract/queries';
import { quoteLine } from '../../../core/text';
import { inspect } from '../../app/inspector-store';
import type { CodingModel } from '../../editor/paint/coding-model';
import { t } from '../../i18n';
import { type MenuEntry, Swatch } from '../../ui';
import { shownShortcut } from '../coding/actions';
import { openCodePalette } from '../coding/code-palette-store';
import {
  applyCodes,
  codeInVivo,
  openPassageMemo,
  removeBare,
  removeCodings,
  writePassageMemo,
} from '../coding/coding-commands';
import type { OpenDocument } from '../coding/open-documents';
import { selectedPassage } from '../coding/passage';
import { openErasure } from '../erasure/erasure-store';

export interface DocumentMenuQuestion {
  readonly open: OpenDocument;
  readonly model: CodingModel | null;
  readonly recent: readonly CodeRow[];
  /** Where the menu was asked for, client coordinates. */
  readonly point: { readonly x: number; readonly y: number };
  readonly canChange: boolean;
}

const shownRecent = 5;

/** What can be done with the selection, and with the codings under the pointer. */
export function documentMenu(question: DocumentMenuQuestion): MenuEntry[] {
  const entries = [...passageEntries(question), ...codingEntries(question)];
  if (entries.length > 0) return entries;
  return [{ type: 'label', label: t('document:menuNothing') }];
}

function passageEntries({ open, recent, canChange }: DocumentMenuQuestion): MenuEntry[] {
  const span = selectedPassage(open);
  if (!span) return [];
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
      label: t('document:copy'),
      icon: Copy,
      shortcut: 'Mod+C',
      onSelect: () =>
        later(() => {
          surface.focus();
          window.document.execCommand('copy');
        }),
    },
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
  return entries;
}

function codingEntries({ open, model, point, canChange }: DocumentMenuQuestion): MenuEntry[] {
  const { surface, sourceId } = open;
  const places = surface.codingsAtPoint(point.x, point.y);
  const entries = places.flatMap((place): MenuEntry[] => {
    const coding = model?.coding(place);
    const code = model?.code(place);
    const bare = model?.bare(place);
    if (bare) return [bareEntry(open, bare, canChange)];
    if (!coding || !code) return [];
    const span = { start: coding.start, end: coding.end };
    return [
      {
        type: 'submenu',
        label: code.name,
        icon: Tag,
        items: [
          {
            label: t('document:showInInspector'),
            icon: Info,
            onSelect: () => inspect({ kind: 'quotation', id: coding.quotationId }),
          },
          {
            label: t('document:selectPassage'),
            icon: TextSelect,
            onSelect: () => later(() => selectAndFocus(open, span)),
          },
          {
            label: t('coding:recode'),
            icon: Pencil,
            isEnabled: canChange,
            onSelect: () =>
              later(() => openCodePalette({ kind: 'recode', sourceId, span, codingIds: [coding.id] })),
          },
          { type: 'separator' },
          {
            label: t('coding:removeNamed', { name: code.name }),
            icon: Trash2,
            danger: true,
            isEnabled: canChange,
            onSelect: () => void removeCodings([coding.id]),
          },
        ],
      },
    ];
  });
  if (entries.length === 0) return [];
  const ids = places.flatMap((place) => model?.coding(place)?.id ?? []);
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
    { type: 'separator' },
    { type: 'label', label: t('document:codingsHere') },
    ...entries,
    ...removeAll,
  ];
}

/** What can be done with a passage that has no code. */
function bareEntry(open: OpenDocument, bare: DocumentQuotation, canChange: boolean): MenuEntry {
  const { id, start, end, hasMemo } = bare;
  return {
    type: 'submenu',
    label: t(hasMemo ? 'document:bareMemo' : 'document:bareMark'),
    icon: StickyNote,
    items: [
      {
        label: t('document:showInInspector'),
        icon: Info,
        onSelect: () => inspect({ kind: 'quotation', id }),
      },
      {
        label: t('document:selectPassage'),
        icon: TextSelect,
        onSelect: () => later(() => selectAndFocus(open, { start, end })),
      },
      {
        label: t('document:openMemo'),
        icon: MessageSquareText,
        onSelect: () => later(() => openPassageMemo(id)),
      },
      { type: 'separator' },
      {
        label: t('coding:removeMark'),
        icon: Trash2,
        danger: true,
        isEnabled: canChange,
        onSelect: () => later(() => void removeBare(bare)),
      },
    ],
  };
}

function selectAndFocus({ surface }: OpenDocument, span: { start: number; end: number }): void {
  surface.focus();
  surface.select(span);
}

const mostFrames = 60;

/** When the menu has gone: as long as it is there it holds on to the focus, which on a slow machine is a while. */
function later(act: () => void): void {
  const wait = (left: number) =>
    requestAnimationFrame(() => {
      if (left > 0 && window.document.querySelector('[role="menu"]')) wait(left - 1);
      else act();
    });
  wait(mostFrames);
}
