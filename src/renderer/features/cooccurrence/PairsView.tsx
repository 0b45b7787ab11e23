import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { useTranslation } from '../../i18n';
import { holdFocus, TextField } from '../../ui';
import { listStep } from '../memos/list-step';
import { countTitle, valueTitle } from './figures';
import type { GridPlace } from './grid-step';
import { PairLine } from './PairLine';
import './PairsView.css';
import { filterPairs, type PairColumn, type PairSort, pairColumns, pairsOf, sortPairs } from './sort-pairs';

export interface PairsViewProps {
  readonly answer: MatrixAnswer;
  readonly chosen: GridPlace | null;
  readonly onOpenCell: (row: number, column: number) => void;
}

const rowHeight = 32;
const headHeight = 31;

/** The pairs that meet as a list: any column sorts, words filter, Enter or a click opens the quotations. */
export function PairsView({ answer, chosen, onOpenCell }: PairsViewProps) {
  const { t } = useTranslation();
  const tableId = useId();
  const { query } = answer.result;
  const hasCoefficient = answer.result.coefficients !== null;
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<PairSort | null>(null);
  const [wantedAt, setAt] = useState(0);
  const wanted = useDeferredValue(search);
  const columns = pairColumns.filter((column) => column !== 'coefficient' || hasCoefficient);
  const strongest: PairSort = { by: hasCoefficient ? 'coefficient' : 'count', isDescending: true };
  const order = sort && columns.includes(sort.by) ? sort : strongest;
  const all = useMemo(() => pairsOf(answer), [answer]);
  const pairs = useMemo(
    () => sortPairs(filterPairs(all, wanted), { by: order.by, isDescending: order.isDescending }),
    [all, wanted, order.by, order.isDescending],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
  });
  const at = Math.min(wantedAt, pairs.length - 1);
  const titles: Record<PairColumn, string> = {
    rowName: t('cooccurrence:pairs.rowCode'),
    columnName: t('cooccurrence:pairs.columnCode'),
    count: countTitle(query),
    coefficient: valueTitle(query),
    rowCount: t('cooccurrence:pairs.ofRow'),
    columnCount: t('cooccurrence:pairs.ofColumn'),
  };
  const sortBy = (by: PairColumn) => {
    const isText = by === 'rowName' || by === 'columnName';
    setSort({ by, isDescending: order.by === by ? !order.isDescending : !isText });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The heads that sort have keys of their own.
    if (event.target !== event.currentTarget) return;
    const pair = pairs[at];
    if (event.key === 'Enter' && pair) {
      onOpenCell(pair.row, pair.column);
      return;
    }
    const next = listStep(event.key, { at, count: pairs.length });
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    lines.scrollToIndex(next);
  };

  return (
    <div className="pairs">
      <div className="pairs__tools">
        <TextField
          label={t('cooccurrence:pairs.filter')}
          isLabelHidden
          icon={Search}
          type="search"
          placeholder={t('cooccurrence:pairs.filter')}
          value={search}
          onChange={setSearch}
        />
        <span className="pairs__count" aria-live="polite">
          {t('cooccurrence:pairs.shown', { count: pairs.length })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table can't be drawn in parts */}
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('cooccurrence:pairs.label')}
        aria-activedescendant={at >= 0 ? `${tableId}-${at}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={holdFocus}
        aria-rowcount={pairs.length + 1}
        className="pairs__table"
        data-columns={columns.length}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
        <div role="row" aria-rowindex={1} className="pairs__head">
          {columns.map((column) => {
            const isSorted = order.by === column;
            const Arrow = order.isDescending ? ArrowDown : ArrowUp;
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
              <div
                key={column}
                role="columnheader"
                aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
                className="pairs__title"
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {titles[column]}
                  {isSorted && <Arrow size={13} strokeWidth={1.75} aria-hidden />}
                </button>
              </div>
            );
          })}
        </div>
        <div className="pairs__all" role="presentation" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const pair = pairs[index];
            if (!pair) return null;
            return (
              <PairLine
                key={`${pair.row} ${pair.column}`}
                id={`${tableId}-${index}`}
                index={index}
                pair={pair}
                isActive={index === at}
                isChosen={chosen?.row === pair.row && chosen.column === pair.column}
                offset={start}
                height={rowHeight}
                onOpen={() => {
                  setAt(index);
                  onOpenCell(pair.row, pair.column);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
