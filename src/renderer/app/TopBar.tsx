import { Redo2, Search } from 'lucide-react';
import type { ShownProject } from '../../contract/shell';
import { openDialog } from '../actions/dialog-store';
import { runAction } from '../actions/registry';
import { useOpenSession } from '../client';
import { labelText, useTranslation } from '../i18n';
import { Kbd } from '../ui';
import './TopBar.css';

/** The project's name, the way to everything, and what can be undone. */
export function TopBar({ project }: { readonly project: ShownProject }) {
  const { t } = useTranslation();
  const session = useOpenSession();
  return (
    <header className="top-bar">
      <div className="top-bar__name">
        <h1 title={project.path}>{project.name}</h1>
        <span>Emic</span>
      </div>
      <button type="button" className="top-bar__search" onClick={() => openDialog('palette')}>
        <Search size={14} strokeWidth={1.5} aria-hidden />
        <span>{t('searchOrRun')}</span>
        <Kbd keys="Mod+K" />
      </button>
      <div className="top-bar__undo">
        {session?.redo && session.readOnly === null && (
          <button
            type="button"
            className="icon-button"
            title={t('actions:redo', { label: labelText(session.redo) })}
            aria-label={t('actions:redo', { label: labelText(session.redo) })}
            onClick={() => void runAction('history.redo')}
          >
            <Redo2 size={16} strokeWidth={1.5} aria-hidden />
          </button>
        )}
        {session?.undo && session.readOnly === null && (
          <button
            type="button"
            className="top-bar__undo-button"
            title={t('actions:undo', { label: labelText(session.undo) })}
            onClick={() => void runAction('history.undo')}
          >
            <span className="top-bar__undo-label">
              {t('undoTop')} <b>{labelText(session.undo)}</b>
            </span>
            <Kbd keys="Mod+Z" />
          </button>
        )}
      </div>
    </header>
  );
}
