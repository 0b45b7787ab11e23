import { BookOpenText, FileDown } from 'lucide-react';
import { runAction } from '../../actions/registry';
import { ShownKeys } from '../../actions/ShownKeys';
import { shownKeys } from '../../actions/shortcut-store';
import { useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState } from '../../ui';

/** No tab is open: the next step, and the keys that help. */
export function EmptyDock() {
  const { t } = useTranslation();
  const session = useOpenSession();
  if (!session) return null;
  if (session.counts.documents === 0) {
    return (
      <EmptyState
        icon={FileDown}
        title={t('emptyDock.noDocuments')}
        body={t('emptyDock.noDocumentsBody')}
        action={
          <Button
            variant="primary"
            icon={FileDown}
            shortcut={shownKeys('source.importFiles', 'Mod+I')}
            disabled={session.readOnly !== null}
            onClick={() => void runAction('source.importFiles')}
          >
            {t('actions:importFiles')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={BookOpenText}
      title={t('emptyDock.choose')}
      body={
        <ul className="dock__hints">
          <li>
            {t('emptyDock.search')} <ShownKeys id="view.palette" usual="Mod+K" />
          </li>
          <li>
            {t('emptyDock.cooccurrence')} <ShownKeys id="view.cooccurrence" usual="Mod+Shift+O" />
          </li>
          <li>
            {t('emptyDock.keys')} <ShownKeys id="help.shortcuts" usual="?" />
          </li>
        </ul>
      }
    />
  );
}
