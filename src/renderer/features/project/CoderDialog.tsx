import { useState } from 'react';
import { useTranslation } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { CoderForm, newCoderDraft } from './CoderForm';
import { coderStore, setCoder } from './coder-store';

/** Changes who codes: a name that the project knows is that coder, another is a new one. */
export function CoderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(coderStore.getState().coder ?? newCoderDraft);
  const isReady = draft.name.trim() !== '';
  const save = async () => {
    if (isReady && (await setCoder({ name: draft.name.trim(), color: draft.color }))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('project:coder.title')}
      description={t('project:coder.why')}
      onSubmit={() => void save()}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!isReady}>
            {t('project:coder.save')}
          </Button>
        </>
      }
    >
      <CoderForm draft={draft} onChange={setDraft} />
    </Dialog>
  );
}
