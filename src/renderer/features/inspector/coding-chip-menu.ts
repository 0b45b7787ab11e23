import { Tag } from 'lucide-react';
import type { CodeRow, QuotationDetail } from '../../../contract/queries';
import { inspect } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { startAdjusting } from '../coding/adjusting';
import { copyCodesOf } from '../coding/copied-codes';
import { type OpenDocument, whenOpen } from '../coding/open-documents';
import { later } from '../document/after-menu';
import { codingItems, removeAllItem } from '../document/coding-items';

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
  return [
    {
      label: t('inspector:quotation.showCode'),
      icon: Tag,
      onSelect: () => inspect({ kind: 'code', id: code.id }),
    },
    ...codingItems({
      coding: { id: coding.id, quotationId: id, hasMemo: coding.hasMemo },
      name: code.name,
      canChange,
      onSelectPassage: () =>
        inText(({ surface }) => {
          surface.focus();
          surface.select(span);
        }),
      onRecode,
      onAdjust: (target) => inText((document) => startAdjusting(document, target, span)),
      onCopyCodes: () => copyCodesOf(codings),
    }),
    ...removeAllItem(
      codings.map((each) => each.id),
      canChange,
    ),
  ];
}
