import { FilePenLine } from 'lucide-react';
import type { SourceId } from '../../../core/ids';
import { useEngineQuery, useOpenSession } from '../../client';
import { formatTime, useTranslation } from '../../i18n';
import { Button } from '../../ui';
import { Note } from '../writer/Note';
import { carryDraftOver } from './carrying';
import { discardDraft } from './finish-editing';
import { startEditing } from './start-editing';

/** A correction of this text was begun and neither saved nor discarded. */
export function DraftNote({ sourceId }: { readonly sourceId: SourceId }) {
  const { t } = useTranslation();
  const { data: draft } = useEngineQuery('draft.of', { sourceId });
  const session = useOpenSession();
  if (!draft || !session || session.readOnly !== null) return null;
  const copy = () => void navigator.clipboard.writeText(draft.inserted);
  return (
    <Note
      icon={FilePenLine}
      label={t('editing:draftLabel')}
      text={t('editing:draftFound', { at: formatTime(draft.modifiedAt) })}
      detail={draft.isOutdated ? t('editing:draftOutdated') : t('editing:draftKept')}
    >
      <Button size="small" onClick={() => void discardDraft(sourceId)}>
        {t('editing:discardDraft')}
      </Button>
      {draft.isOutdated ? (
        <>
          <Button size="small" onClick={copy}>
            {t('editing:copyDraft')}
          </Button>
          <Button size="small" variant="primary" onClick={() => void carryDraftOver(sourceId)}>
            {t('editing:carry.over')}
          </Button>
        </>
      ) : (
        <Button size="small" variant="primary" onClick={() => void startEditing(sourceId)}>
          {t('editing:continueDraft')}
        </Button>
      )}
    </Note>
  );
}
