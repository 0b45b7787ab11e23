import { useState } from 'react';
import type { CodeRow, QuotationDetail } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { Popover } from '../../ui';
import { CodePicker } from './CodePicker';
import { CodingChip } from './CodingChip';

export interface CodeChipsProps {
  readonly quotation: QuotationDetail;
  readonly codes: ReadonlyMap<CodeId, CodeRow>;
  readonly isReadOnly: boolean;
}

/** The codings of a quotation as chips, and the way to a further one. */
export function CodeChips({ quotation, codes, isReadOnly }: CodeChipsProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  return (
    <ul className="chips" aria-label={t('inspector:quotation.codes')}>
      {quotation.codings.map((coding) => {
        const code = codes.get(coding.codeId);
        return (
          code && (
            <CodingChip
              key={coding.id}
              quotation={quotation}
              coding={coding}
              code={code}
              isReadOnly={isReadOnly}
            />
          )
        );
      })}
      {!isReadOnly && (
        <li>
          <Popover
            label={t('inspector:quotation.addCode')}
            width={320}
            isOpen={isAdding}
            onOpenChange={setAdding}
            trigger={
              <button type="button" className="add-code">
                {t('inspector:quotation.addCode')}
              </button>
            }
          >
            <CodePicker quotation={quotation} onDone={() => setAdding(false)} />
          </Popover>
        </li>
      )}
    </ul>
  );
}
