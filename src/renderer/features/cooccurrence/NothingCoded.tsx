import { Grid3x3 } from 'lucide-react';
import type { SourceRow } from '../../../contract/queries';
import { openTab } from '../../app/workspace-store';
import { useTranslation } from '../../i18n';
import { Button, EmptyState } from '../../ui';
import { importChosenFiles } from '../documents/import-documents';

/** There is nothing to count yet: how to come to it, and the button for the first step. */
export function NothingCoded({ sources }: { readonly sources: readonly SourceRow[] }) {
  const { t } = useTranslation();
  const [first] = sources;
  return (
    <EmptyState
      icon={Grid3x3}
      title={t('cooccurrence:nothingCoded.title')}
      body={t(first ? 'cooccurrence:nothingCoded.body' : 'cooccurrence:nothingCoded.noDocuments')}
      action={
        first ? (
          <Button onClick={() => openTab({ kind: 'document', sourceId: first.id })}>
            {t('cooccurrence:nothingCoded.open', { name: first.name })}
          </Button>
        ) : (
          <Button onClick={() => void importChosenFiles()}>{t('cooccurrence:nothingCoded.import')}</Button>
        )
      }
    />
  );
}
