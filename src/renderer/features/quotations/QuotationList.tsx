import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { CodeRow, CodingRow } from '../../../contract/queries';
import { codeColors } from '../../../core/colors';
import { inspect } from '../../app/inspector-store';
import { useTheme } from '../../app/theme-store';
import { openTab } from '../../app/workspace-store';
import { formatDateTime, useTranslation } from '../../i18n';

interface QuotationListProps {
  readonly rows: readonly CodingRow[];
  readonly codes: readonly CodeRow[];
  /** The document's name goes without saying. */
  readonly isOneDocument: boolean;
}

export function QuotationList({ rows, codes, isOneDocument }: QuotationListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const colors = new Map(codes.map(({ id, color }) => [id, color]));
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 120,
    overscan: 6,
    getItemKey: (index) => rows[index]?.codingId ?? index,
  });
  return (
    <div className="page__scroller" ref={scroller}>
      <ul
        className="page__list quotations__list"
        style={{ height: list.getTotalSize() }}
        aria-label={t('quotations:list')}
      >
        {list.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <QuotationCard row={row} color={colors.get(row.codeId)} isOneDocument={isOneDocument} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface QuotationCardProps {
  readonly row: CodingRow;
  readonly color: string | undefined;
  readonly isOneDocument: boolean;
}

function QuotationCard({ row, color = '#808080', isOneDocument }: QuotationCardProps) {
  const { t } = useTranslation();
  const { mark, tint, text } = codeColors(color, useTheme());
  const { sourceId, start, end, quotationId } = row;
  return (
    <button
      type="button"
      className="quotation-card"
      style={{ borderLeftColor: mark }}
      onClick={() => {
        inspect({ kind: 'quotation', id: quotationId });
        openTab({ kind: 'document', sourceId }, { reveal: { start, end, quotationId } });
      }}
    >
      <span className="quotation-card__text">
        {row.before && <span className="quotation-card__context">{row.before}</span>}
        <mark style={{ backgroundColor: tint }}>{row.text}</mark>
        {row.after && <span className="quotation-card__context">{row.after}</span>}
      </span>
      {row.memo && <span className="quotation-card__memo">{row.memo}</span>}
      <span className="quotation-card__about">
        <span style={{ color: text }}>{row.codePath}</span>
        {!isOneDocument && <span>{row.sourceName}</span>}
        <span>¶ {row.paragraph}</span>
        <span>{row.coderName}</span>
        <time dateTime={row.createdAt} title={formatDateTime(row.createdAt)}>
          {t('quotations:codedAt', { date: formatDateTime(row.createdAt).split(',')[0] })}
        </time>
      </span>
    </button>
  );
}
