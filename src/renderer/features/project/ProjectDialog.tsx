import { useState } from 'react';
import { runOrTell, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog, TextArea, TextField } from '../../ui';

/** Name and description of the project. */
export function ProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const project = useOpenSession()?.project;
  const [name, setName] = useState(project?.name ?? '');
  const [description, setDescription] = useState(project?.description ?? '');
  const isReady = name.trim() !== '';
  const save = async () => {
    if (isReady && (await runOrTell('project.update', { name, description }))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('project:properties')}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!isReady}>
            {t('project:save')}
          </Button>
        </>
      }
    >
      <div className="coder-form">
        <TextField label={t('project:name')} value={name} onChange={setName} maxLength={500} autoFocus />
        <TextArea label={t('project:description')} value={description} onChange={setDescription} rows={5} />
      </div>
    </Dialog>
  );
}
