import { Replace } from 'lucide-react';
import type { SourceId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import { shownShortcut } from '../coding/actions';

/** Words of a text are replaced where it is corrected: goes there, with what is being looked for. */
export function ReplaceButton({ sourceId, words }: { readonly sourceId: SourceId; readonly words: string }) {
  const { t } = useTranslation();
  const replace = async () => (await import('./start-editing')).replaceWords(sourceId, words || undefined);
  return (
    <IconButton
      icon={Replace}
      label={t('editing:find.correct')}
      shortcut={shownShortcut('source.replaceWords')}
      onClick={() => void replace()}
    />
  );
}
