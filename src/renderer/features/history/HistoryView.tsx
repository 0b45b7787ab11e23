import { Download, History, Redo2, SearchX, Undo2 } from 'lucide-react';
import { useDeferredValue } from 'react';
import { runAction } from '../../actions/registry';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote } from '../../ui';
import { openExportDialog } from '../export/export-store';
import { EntryList } from './EntryList';
import { FilterBar } from './FilterBar';
import { filterOf, useHistoryChoices } from './history-store';
import '../../ui/page.css';
import './HistoryView.css';
import './FilterBar.css';

/** Who did what, when and why, newest first; nothing is ever taken off it. */
export function HistoryView() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const [choices, choose] = useHistoryChoices();
  const filter = filterOf(useDeferredValue(choices));
  const { data, error } = useEngineQuery('history.outline', filter, { keepPrevious: true });
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  if (data.all === 0)
    return <EmptyState icon={History} title={t('history:empty')} body={t('history:emptyBody')} />;
  const isReadOnly = session?.readOnly !== null;
  const shown = data.sequences.length;
  return (
    <article className="page history">
      <header className="page__head">
        <div className="page__head-content">
          <div className="page__line">
            <h2 className="page__title">{t('history:title')}</h2>
            <span className="page__note" role="status">
              {shown === data.all
                ? t('history:entries', { count: data.all })
                : t('history:someEntries', { shown, count: data.all })}
            </span>
            <Button
              icon={Undo2}
              disabled={isReadOnly || !session?.undo}
              onClick={() => void runAction('history.undo')}
            >
              {t('history:undo')}
            </Button>
            <Button
              icon={Redo2}
              disabled={isReadOnly || !session?.redo}
              onClick={() => void runAction('history.redo')}
            >
              {t('history:redo')}
            </Button>
            <Button icon={Download} onClick={() => openExportDialog('history')}>
              {t('history:export')}
            </Button>
          </div>
          <FilterBar choices={choices} onChange={choose} />
        </div>
      </header>
      {shown > 0 ? (
        <EntryList outline={data} onShowHidden={(sequence) => choose({ only: [sequence] })} />
      ) : (
        <EmptyState
          icon={SearchX}
          title={t('history:noMatch')}
          action={<Button onClick={() => choose({})}>{t('history:clear')}</Button>}
        />
      )}
    </article>
  );
}
