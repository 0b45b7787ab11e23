import { Copy, Pencil, Tag, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { QuotationIndex } from '../../../contract/quotation-list';
import { canChange } from '../../actions/action';
import { useSession } from '../../client';
import { formatNumber, useTranslation } from '../../i18n';
import { Button, Popover } from '../../ui';
import { CodeChoice } from '../coding/CodeChoice';
import type { ChosenCodes } from '../coding/chosen-codes';
import {
  applyToChosen,
  type ChosenQuotations,
  copyChosen,
  deleteChosen,
  recodeChosen,
  removeChosen,
} from './quotation-commands';
import type { QuotationLines } from './quotation-lines';

interface SelectionBarProps {
  readonly lines: QuotationLines;
  readonly index: QuotationIndex;
  readonly chosen: ChosenQuotations;
}

/** How many are listed and chosen, and what can be done with those. */
export function SelectionBar({ lines, index, chosen }: SelectionBarProps) {
  const { t } = useTranslation();
  const isChangeable = canChange({ session: useSession(), activeTab: null });
  const count = chosen.quotationIds.length;
  const isUsable = isChangeable && count > 0;
  const isCoded = isUsable && chosen.codingIds.length > 0;
  return (
    <footer className="selection-bar">
      <span className="selection-bar__count" role="status">
        {count > 0
          ? t('quotations:chosen', { count, all: lines.items })
          : t('quotations:listed', {
              quotations: t('quotations', { count: lines.items }),
              documents: t('documents', { count: index.sourceIds.length }),
            })}
      </span>
      <span className="selection-bar__gap" />
      <CodeButton
        icon={Tag}
        label={t('quotations:act.apply')}
        isEnabled={isUsable}
        canMark
        onChoose={(codes) => void applyToChosen(chosen, codes)}
      />
      <CodeButton
        icon={Pencil}
        label={t('quotations:act.recode')}
        isEnabled={isCoded}
        onChoose={(codes) => void recodeChosen(chosen, codes)}
      />
      <Button
        size="small"
        icon={X}
        disabled={!isCoded}
        title={t('quotations:act.removeHow', { count: formatNumber(chosen.codingIds.length) })}
        onClick={() => void removeChosen(chosen)}
      >
        {t('quotations:act.remove')}
      </Button>
      <Button size="small" icon={Copy} disabled={count === 0} onClick={() => void copyChosen(chosen)}>
        {t('quotations:act.copy')}
      </Button>
      <Button size="small" icon={Trash2} disabled={!isUsable} onClick={() => void deleteChosen(chosen)}>
        {t('quotations:act.delete')}
      </Button>
    </footer>
  );
}

interface CodeButtonProps {
  readonly icon: typeof Tag;
  readonly label: string;
  readonly isEnabled: boolean;
  /** Several codes at once. */
  readonly canMark?: boolean;
  readonly onChoose: (codes: ChosenCodes) => void;
}

function CodeButton({ icon, label, isEnabled, canMark = false, onChoose }: CodeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      width={320}
      align="end"
      side="top"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" icon={icon} disabled={!isEnabled}>
          {label}
        </Button>
      }
    >
      <CodeChoice
        canMark={canMark}
        onChoose={(codes) => {
          setOpen(false);
          onChoose(codes);
        }}
      />
    </Popover>
  );
}
