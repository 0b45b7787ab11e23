import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from '../../i18n';
import type { Line } from './comparison-model';
import { DifferenceRow } from './DifferenceRow';

interface ComparisonLinesProps {
  readonly lines: readonly Line[];
  readonly isBaseKnown: boolean;
}

/** One long list, of which only what is seen is in the page. */
export function ComparisonLines({ lines, isBaseKnown }: ComparisonLinesProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? 46 : 60),
    overscan: 8,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="page__scroller" ref={scroller} tabIndex={0} aria-label={t('copies:list')}>
      <ul className="page__list comparison__list" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <LineContent line={line} isBaseKnown={isBaseKnown} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function LineContent({ line, isBaseKnown }: { readonly line: Line; readonly isBaseKnown: boolean }) {
  const { t } = useTranslation();
  if (line.kind === 'more') return <p className="comparison__more">{t('andMore', { count: line.count })}</p>;
  const { table, difference, total } = line.list;
  if (line.kind === 'row') return <DifferenceRow row={line.row} table={table} difference={difference} />;
  return (
    <h3 className="comparison__heading">
      {t(`copies:table.${table}`)}
      <span className={`comparison__difference comparison__difference--${difference}`}>
        {t(`copies:${isBaseKnown ? 'difference' : 'differenceOnly'}.${difference}`)}
      </span>
      <span className="comparison__total">{t('copies:total', { count: total })}</span>
    </h3>
  );
}
