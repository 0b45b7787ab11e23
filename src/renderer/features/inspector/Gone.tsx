import type { AppError } from '../../../core/result';
import { useTranslation } from '../../i18n';
import { EmptyState, ErrorNote } from '../../ui';

/** What was inspected is no longer there (deleted, or undone); undo may bring it back, and then it shows again. */
export function Gone({ error }: { readonly error?: AppError | null }) {
  const { t } = useTranslation();
  if (error && error.kind !== 'notFound') return <ErrorNote error={error} />;
  return <EmptyState size="panel" title={t('inspector:gone.title')} body={t('inspector:gone.body')} />;
}
