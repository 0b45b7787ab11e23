import { NotebookPen, StickyNote } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow, QuotationDetail } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { emphasising, emphasisStore } from '../../app/emphasis-store';
import { inspect, inspectorStore } from '../../app/inspector-store';
import { openTab } from '../../app/workspace-store';
import { runOrTell } from '../../client';
import { useTranslation } from '../../i18n';
import { Chip, classNames, IconButton, Popover } from '../../ui';
import { CodePicker } from './CodePicker';

export interface CodeChipsProps {
  readonly quotation: QuotationDetail;
  readonly codes: ReadonlyMap<CodeId, CodeRow>;
  readonly isReadOnly: boolean;
}

/** The codings of a quotation as chips: a click shows the code, the cross takes it off. */
export function CodeChips({ quotation, codes, isReadOnly }: CodeChipsProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { codings } = quotation;
  const emphasised = emphasisStore((store) => store.id);
  const meant = inspectorStore(({ inspected }) =>
    inspected.kind === 'quotation' ? inspected.codingId : undefined,
  );
  // Who coded matters as soon as it was more than one.
  const isShared = new Set(codings.map(({ coderId }) => coderId)).size > 1;
  return (
    <ul className="chips" aria-label={t('inspector:quotation.codes')}>
      {codings.map(({ id, codeId, coderName, hasMemo }) => {
        const code = codes.get(codeId);
        if (!code) return null;
        return (
          <li
            key={id}
            {...emphasising(id)}
            className={classNames(id === (emphasised ?? meant) && codings.length > 1 && 'is-meant')}
          >
            <Chip
              label={isShared ? `${code.name} · ${coderName}` : code.name}
              color={code.color}
              title={code.path}
              onClick={() => inspect({ kind: 'code', id: codeId })}
              {...(isReadOnly
                ? {}
                : {
                    onRemove: () => void runOrTell('coding.remove', { ids: [id] }),
                    removeLabel: t('inspector:quotation.removeCode', { name: code.name }),
                  })}
            />
            {(hasMemo || !isReadOnly) && (
              <IconButton
                className={classNames('coding-memo', hasMemo && 'has-memo')}
                icon={hasMemo ? StickyNote : NotebookPen}
                size="small"
                label={t(hasMemo ? 'memos:onCodingHas' : 'memos:onCoding', { code: code.name })}
                onClick={() => openTab({ kind: 'memo', target: { kind: 'coding', id } }, { split: 'right' })}
              />
            )}
          </li>
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
