import type { ReactNode } from 'react';
import { shell } from '../../client';
import { useTranslation } from '../../i18n';
import './Sheet.css';

/** The title page: what Emic is, in a line that is itself coded. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="sheet">
      <div className="sheet__page">
        <header className="sheet__header">
          <h1 className="sheet__title">Emic</h1>
          <p className="sheet__line">
            <span className="sheet__coded sheet__coded--first">{t('welcome:line1')}</span>{' '}
            <span className="sheet__coded sheet__coded--second">{t('welcome:line2')}</span>
          </p>
          <div className="sheet__lanes" aria-hidden>
            <span className="sheet__lane sheet__lane--first">{t('welcome:lane1')}</span>
            <span className="sheet__lane sheet__lane--second">{t('welcome:lane2')}</span>
          </div>
        </header>
        {children}
        <footer className="sheet__footer">
          <span>{t('welcome:offline')}</span>
          <span>{shell.version}</span>
        </footer>
      </div>
    </main>
  );
}
