import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef } from 'react';
import type { MemoRow } from '../../../contract/queries';
import { quoteLine } from '../../../core/text';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { formatAgo, formatDateTime, useTranslation } from '../../i18n';
import { holdFocus, Swatch } from '../../ui';
import { listStep } from './list-step';

export interface MemoListProps {
  readonly memos: readonly MemoRow[];
  readonly chosenId: MemoRow['id'] | null;
  readonly onChoose: (memo: MemoRow) => void;
}

const rowHeight = 92;

/** Arrow keys choose, Enter opens the memo in a tab of its own. */
export function MemoList({ memos, chosenId, onChoose }: MemoListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: memos.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const { data: types } = useEngineQuery('memoTypes.list', {});
  const colorOf = (id: MemoRow['typeId']) => types?.find((type) => type.id === id)?.color;
  const at = memos.findIndex(({ id }) => id === chosenId);
  const choose = (index: number) => {
    const memo = memos[index];
    if (!memo) return;
    onChoose(memo);
    rows.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = memos[at];
    if (event.key === 'Enter' && chosen) {
      openTab({ kind: 'memo', target: chosen.target });
      return;
    }
    const next = listStep(event.key, { at, count: memos.length });
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div
      ref={scroller}
      className="memo-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('memos:list')}
      aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={holdFocus}
    >
      <div className="memo-list__all" style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const memo = memos[index];
          if (!memo) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
            <div
              key={memo.id}
              id={`${listId}-${index}`}
              className="memo-list__row"
              role="option"
              tabIndex={-1}
              aria-selected={memo.id === chosenId}
              aria-setsize={memos.length}
              aria-posinset={index + 1}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => onChoose(memo)}
              onDoubleClick={() => openTab({ kind: 'memo', target: memo.target })}
            >
              <p className="memo-list__on">{nameOf(memo, t)}</p>
              <p className="memo-list__text">{quoteLine(memo.text, 160)}</p>
              <p className="memo-list__details">
                {memo.typeName && (
                  <span className="memo-list__type">
                    <Swatch color={colorOf(memo.typeId) ?? '#808080'} size={7} />
                    {memo.typeName}
                  </span>
                )}
                <span className="memo-list__of">
                  {memo.title && memo.on && memo.target.kind !== 'free'
                    ? `${t(`memos:short.${memo.target.kind}`)}: ${memo.on}`
                    : t(`memos:short.${memo.target.kind}`)}
                </span>
                <span>{memo.coderName}</span>
                <time dateTime={memo.modifiedAt} title={formatDateTime(memo.modifiedAt)}>
                  {formatAgo(memo.modifiedAt)}
                </time>
              </p>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A memo is called by its title, else by what it is on. */
function nameOf({ title, on, target }: MemoRow, t: ReturnType<typeof useTranslation>['t']): string {
  return title || on || t(target.kind === 'free' ? 'memos:untitled' : 'memos:kind.project');
}
