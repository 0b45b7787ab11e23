import { Info, MessageSquareText, StickyNote, TextSelect, Trash2 } from 'lucide-react';
import { createElement } from 'react';
import type { DocumentQuotation } from '../../../contract/queries';
import { inspect } from '../../app/inspector-store';
import { t } from '../../i18n';
import { type MenuEntry, Swatch } from '../../ui';
import { startAdjusting } from '../coding/adjusting';
import { openCodePalette } from '../coding/code-palette-store';
import { openPassageMemo, removeBare } from '../coding/coding-commands';
import { copyCodes } from '../coding/copied-codes';
import type { OpenDocument } from '../coding/open-documents';
import { later } from './after-menu';
import { codingItems, removeAllItem } from './coding-items';
import type { DocumentMenuQuestion } from './menu-question';

/** What can be done with the codings and marks under the pointer, or at the caret. */
export function codingEntries({ open, model, point, canChange }: DocumentMenuQuestion): MenuEntry[] {
  const { surface, sourceId } = open;
  const places = point ? surface.codingsAtPoint(point.x, point.y) : surface.codingsAt(surface.caret());
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
        leading: createElement(Swatch, { color: code.color }),
        items: [
          {
            label: t('document:showInInspector'),
            icon: Info,
            onSelect: () => inspect({ kind: 'quotation', id: coding.quotationId }),
          },
          ...codingItems({
            coding,
            name: code.name,
            canChange,
            onSelectPassage: () => later(() => selectAndFocus(open, span)),
            onRecode: () => openCodePalette({ kind: 'recode', sourceId, span, codingIds: [coding.id] }),
            onAdjust: (target) => later(() => startAdjusting(open, target, span)),
            onCopyCodes: () => {
              surface.select(span, { scroll: false });
              copyCodes(open);
            },
          }),
        ],
      },
    ];
  });
  if (entries.length === 0) return [];
  const ids = places.flatMap((place) => model?.coding(place)?.id ?? []);
  return [
    { type: 'separator' },
    { type: 'label', label: t('document:codingsHere') },
    ...entries,
    ...removeAllItem(ids, canChange),
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
