import { FilePenLine } from 'lucide-react';
import type { SourceId } from '../../../core/ids';
import { useTranslation } from '../../i18n';
import { IconButton } from '../../ui';
import { shownShortcut } from '../coding/actions';
import { startEditing } from './start-editing';

/** Begins to correct the text that is being read. */
export function EditButton({ sourceId }: { readonly sourceId: SourceId }) {
  const { t } = useTranslation();
  return (
    <IconButton
      icon={FilePenLine}
      label={t('editing:start')}
      shortcut={shownShortcut('source.editText')}
      size="small"
      tooltipSide="top"
      onClick={() => void startEditing(sourceId)}
    />
  );
}
