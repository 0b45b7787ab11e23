import { NotebookPen, StickyNote } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { CodeRow, QuotationDetail } from '../../../contract/queries';
import { emphasising, emphasisStore } from '../../app/emphasis-store';
import { inspect, inspectorStore } from '../../app/inspector-store';
import { useTranslation } from '../../i18n';
import { Chip, ContextMenu, classNames, IconButton, Popover } from '../../ui';
import { CodeChoice } from '../coding/CodeChoice';
import { codeToTake } from '../coding/chosen-codes';
import { openCodingMemo, recodeCodings, removeCodings } from '../coding/coding-commands';
import { codingChipMenu } from './coding-chip-menu';

interface CodingChipProps {
  readonly quotation: QuotationDetail;
  readonly coding: QuotationDetail['codings'][number];
  readonly code: CodeRow;
  readonly isReadOnly: boolean;
}

/**
 * A coding: a click shows the code, the cross or Delete takes it off, a right click or the menu key offers what else
 * can be done with it.
 */
export function CodingChip({ quotation, coding, code, isReadOnly }: CodingChipProps) {
  const { t } = useTranslation();
  const [isRecoding, setRecoding] = useState(false);
  const { codings } = quotation;
  const { id, hasMemo } = coding;
  const emphasised = emphasisStore((store) => store.id);
  const meant = inspectorStore(({ inspected }) =>
    inspected.kind === 'quotation' ? inspected.codingId : undefined,
  );
  const present = useMemo(() => new Set(codings.map(({ codeId }) => codeId)), [codings]);
  // Who coded matters as soon as it was more than one.
  const isShared = new Set(codings.map(({ coderId }) => coderId)).size > 1;
  const remove = () => void removeCodings([id]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isReadOnly || isRecoding || event.key !== 'Delete') return;
    event.preventDefault();
    // The chip goes; the keyboard stays among the others.
    const { currentTarget } = event;
    const beside = currentTarget.nextElementSibling ?? currentTarget.previousElementSibling;
    beside?.querySelector('button')?.focus();
    remove();
  };
  return (
    <ContextMenu
      items={() =>
        codingChipMenu({
          ...{ quotation, coding, code, canChange: !isReadOnly },
          onRecode: () => setRecoding(true),
        })
      }
    >
      <li
        {...emphasising(id)}
        className={classNames(id === (emphasised ?? meant) && codings.length > 1 && 'is-meant')}
        onKeyDown={onKeyDown}
      >
        <Popover
          label={t('coding:recodePalette')}
          width={320}
          isOpen={isRecoding}
          onOpenChange={setRecoding}
          anchor={
            <span>
              <Chip
                label={isShared ? `${code.name} · ${coding.coderName}` : code.name}
                color={code.color}
                title={code.path}
                onClick={() => inspect({ kind: 'code', id: code.id })}
                {...(isReadOnly
                  ? {}
                  : {
                      onRemove: remove,
                      removeLabel: t('inspector:quotation.removeCode', { name: code.name }),
                    })}
              />
            </span>
          }
        >
          <CodeChoice
            present={present}
            onChoose={(chosen) => {
              setRecoding(false);
              void recodeCodings([id], codeToTake(chosen));
            }}
          />
        </Popover>
        {(hasMemo || !isReadOnly) && (
          <IconButton
            className={classNames('coding-memo', hasMemo && 'has-memo')}
            icon={hasMemo ? StickyNote : NotebookPen}
            size="small"
            label={t(hasMemo ? 'memos:onCodingHas' : 'memos:onCoding', { code: code.name })}
            onClick={() => openCodingMemo({ id, quotationId: quotation.id })}
          />
        )}
      </li>
    </ContextMenu>
  );
}
