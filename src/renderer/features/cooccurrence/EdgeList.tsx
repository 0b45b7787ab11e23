import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { formatValue } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import { holdFocus } from '../../ui';
import { listStep } from '../memos/list-step';
import { valueTitle } from './figures';
import type { GridPlace } from './grid-step';
import { isSameEdge } from './NetworkDrawing';
import type { DrawnEdge } from './network-shape';

export interface EdgeListProps {
  readonly edges: readonly DrawnEdge[];
  readonly answer: MatrixAnswer;
  readonly chosen: GridPlace | null;
  readonly hot: GridPlace | null;
  readonly onHot: (edge: GridPlace | null) => void;
  readonly onOpenCell: (row: number, column: number) => void;
}

const rowHeight = 44;

/** The edges in words, strongest first: arrow keys light one up in the drawing, Enter opens its quotations. */
export function EdgeList({ edges, answer, chosen, hot, onHot, onOpenCell }: EdgeListProps) {
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rows = useVirtualizer({
    count: edges.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const index = Math.min(at, edges.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const edge = edges[index];
    if (event.key === 'Enter' && edge) {
      onOpenCell(edge.row, edge.column);
      return;
    }
    const next = listStep(event.key, { at: index, count: edges.length });
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    rows.scrollToIndex(next);
    onHot(edges[next] ?? null);
  };
  return (
    <section className="edges" aria-label={t('cooccurrence:network.list')}>
      <h3 className="edges__title">
        {t('cooccurrence:network.list')}
        <span>{valueTitle(answer.result.query)}</span>
      </h3>
      <div
        ref={scroller}
        className="edges__rows"
        role="listbox"
        tabIndex={0}
        aria-label={t('cooccurrence:network.list')}
        aria-activedescendant={`${listId}-${index}`}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          holdFocus(event);
          onHot(edges[index] ?? null);
        }}
        onBlur={() => onHot(null)}
      >
        <div className="edges__all" role="presentation" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const edge = edges[item.index];
            if (!edge) return null;
            const { from, to, row, column, value } = edge;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
              <div
                key={`${row} ${column}`}
                id={`${listId}-${item.index}`}
                className="edges__row"
                role="option"
                tabIndex={-1}
                aria-selected={isSameEdge(edge, chosen)}
                aria-setsize={edges.length}
                aria-posinset={item.index + 1}
                data-hot={isSameEdge(edge, hot) || undefined}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setAt(item.index);
                  onOpenCell(row, column);
                }}
                onPointerEnter={() => onHot(edge)}
                onPointerLeave={() => onHot(null)}
              >
                <span className="edges__names">
                  <span>{from.name}</span>
                  <span>{to.name}</span>
                </span>
                <span className="edges__value">
                  {formatValue(value, answer.result.coefficients !== null)}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
