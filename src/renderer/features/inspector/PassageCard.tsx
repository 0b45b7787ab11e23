import type { ReactNode } from 'react';
import type { Passage } from '../../../contract/queries';
import type { QuotationId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { formatNumber, useTranslation } from '../../i18n';

export interface PassageCardProps {
  readonly passage: Pick<Passage, 'sourceId' | 'sourceName' | 'start' | 'end' | 'paragraph'>;
  readonly quotationId?: QuotationId | undefined;
  readonly children: ReactNode;
  /** Behind document and paragraph: the coder. */
  readonly about?: string | null;
}

/** A passage in its surroundings; a click opens its place, with Ctrl or Command beside the tab in front. */
export function PassageCard({ passage, quotationId, children, about }: PassageCardProps) {
  const { t } = useTranslation();
  const { sourceId, sourceName, start, end, paragraph } = passage;
  return (
    <button
      type="button"
      className="passage"
      onClick={({ ctrlKey, metaKey }) =>
        openTab(
          { kind: 'document', sourceId },
          {
            reveal: { start, end, ...(quotationId ? { quotationId } : {}) },
            ...(ctrlKey || metaKey ? { split: 'right' } : {}),
          },
        )
      }
    >
      <span className="passage__text" dir="auto">
        {children}
      </span>
      <span className="passage__place">
        <span className="passage__source">{sourceName}</span>
        <span>
          · {t('inspector:paragraphSign')} {formatNumber(paragraph)}
          {about ? ` · ${about}` : ''}
        </span>
      </span>
    </button>
  );
}
