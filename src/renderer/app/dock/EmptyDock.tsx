import { BookOpenText, FileDown } from 'lucide-react';
import { runAction } from '../../actions/registry';
import { useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, EmptyState, Kbd } from '../../ui';

/** No tab is open: the next step, and the keys that help. */
export function EmptyDock() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const hasDocuments = (session?.counts.documents ?? 0) > 0;
  if (!hasDocuments) {
    return (
      <EmptyState
        icon={FileDown}
        title={t('emptyDock.noDocuments')}
        body={t('emptyDock.noDocumentsBody')}
        action={
          <Button
            variant="primary"
            icon={FileDown}
            shortcut="Mod+I"
            disabled={session?.readOnly !== null}
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
            {t('emptyDock.search')} <Kbd keys="Mod+K" />
          </li>
          <li>
            {t('emptyDock.cooccurrence')} <Kbd keys="Mod+Shift+O" />
          </li>
          <li>
            {t('emptyDock.keys')} <Kbd keys="?" />
          </li>
        </ul>
      }
    />
  );
}
