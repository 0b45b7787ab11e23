import type { ErasurePreview } from '../../../contract/erasure';
import { useTranslation } from '../../i18n';
import { HoldingBackups } from './HoldingBackups';

interface WhatGoesProps {
  readonly preview: ErasurePreview;
  readonly kind: 'sources' | 'passage';
}

/** What would be taken, and which backups would still hold it. */
export function WhatGoes({ preview, kind }: WhatGoesProps) {
  const { t } = useTranslation();
  const { quotations, codings, memos, entries, backups } = preview;
  const rows = [
    quotations > 0 ? t('quotations', { count: quotations }) : null,
    codings > 0 ? t('codings', { count: codings }) : null,
    memos > 0 ? t('memos', { count: memos }) : null,
  ].filter((part) => part !== null);
  return (
    <section className="erase__goes" aria-label={t('erasure:goes')}>
      <p>
        {kind === 'sources'
          ? rows.length > 0
            ? t('erasure:goesWith', { list: rows.join(', ') })
            : t('erasure:goesAlone')
          : t('erasure:goesPassage', { count: quotations })}{' '}
        {t('erasure:fromHistory', { count: entries })}
      </p>
      <HoldingBackups backups={backups} isDone={false} />
    </section>
  );
}
