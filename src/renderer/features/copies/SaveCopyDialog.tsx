import { useState } from 'react';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog } from '../../ui';
import { sizeText } from '../backups/by-day';
import { Choice } from './Choice';
import { type CopyWishes, closeCopyDialog, copyDialogStore, lastWishes } from './copies-store';
import { saveCopy } from './copy-commands';

/** Coders that are named as examples of their initials. */
const shownCoders = 4;

/** Shown while a copy for somebody else is prepared. */
export function SaveCopyDialog() {
  const isOpen = copyDialogStore((store) => store.isOpen);
  const isProjectOpen = useOpenSession() !== null;
  return isOpen && isProjectOpen ? <SaveCopyForm /> : null;
}

function SaveCopyForm() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const { data } = useEngineQuery('project.copyOutlook', {});
  const [wishes, setWishes] = useState<CopyWishes>(lastWishes);
  if (!session) return null;
  const about = (bytes: number | undefined) =>
    bytes === undefined ? '' : t('copies:about', { size: sizeText(bytes) });
  const coders = data?.coders ?? [];
  const more = coders.length > shownCoders ? ['…'] : [];
  const named = (words: readonly string[]) => [...words.slice(0, shownCoders), ...more].join(', ');
  return (
    <Dialog
      isOpen
      onClose={closeCopyDialog}
      title={t('copies:title')}
      description={t('copies:description')}
      width={540}
      onSubmit={() => void saveCopy(wishes, session.project.name)}
      footer={
        <>
          <Button onClick={closeCopyDialog}>{t('cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('copies:save')}
          </Button>
        </>
      }
    >
      <Choice
        label={t('copies:history.label')}
        value={wishes.history ? 'with' : 'without'}
        options={[
          {
            value: 'with',
            name: t('copies:history.with'),
            about: t('copies:history.withAbout'),
            aside: about(data?.withHistory),
          },
          {
            value: 'without',
            name: t('copies:history.without'),
            about: t('copies:history.withoutAbout'),
            aside: about(data?.withoutHistory),
          },
        ]}
        onChange={(value) => setWishes({ ...wishes, history: value === 'with' })}
      />
      <Choice
        label={t('copies:names.label')}
        value={wishes.names}
        options={[
          {
            value: 'kept',
            name: t('copies:names.kept'),
            about:
              coders.length > 0 ? named(coders.map(({ name }) => `“${name}”`)) : t('copies:names.noneYet'),
          },
          {
            value: 'initials',
            name: t('copies:names.initials'),
            about: `${t('copies:names.initialsAbout')} ${named(
              coders.map(({ name, initials }) => `“${name}” → “${initials}”`),
            )}`,
          },
        ]}
        onChange={(names) => setWishes({ ...wishes, names })}
      />
    </Dialog>
  );
}
