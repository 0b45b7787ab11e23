import type { ReactNode } from 'react';
import type { MemoReference } from '../../../core/memo-content';
import { quoteLine } from '../../../core/text';
import { openTab } from '../../app/workspace-store';
import { useEngineQuery } from '../../client';
import { useTranslation } from '../../i18n';
import './Backlinks.css';

export interface BacklinksProps {
  readonly reference: MemoReference;
  /** Puts a heading above the list; not called where there is nothing. */
  readonly within: (list: ReactNode) => ReactNode;
}

/** The memos in which a link leads to a thing; a click opens one beside the text. */
export function Backlinks({ reference, within }: BacklinksProps) {
  const { t } = useTranslation();
  const { data } = useEngineQuery('memos.linkingTo', { reference });
  if (!data || data.length === 0) return null;
  return within(
    <ul className="backlinks">
      {data.map(({ id, target, title, on, text }) => (
        <li key={id}>
          <button
            type="button"
            className="backlinks__memo"
            onClick={() => openTab({ kind: 'memo', target }, { split: 'right' })}
          >
            <span className="backlinks__name">{title || on || t('memos:kind.project')}</span>
            <span className="backlinks__text">{quoteLine(text, 120)}</span>
          </button>
        </li>
      ))}
    </ul>,
  );
}
