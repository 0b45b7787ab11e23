import { Archive } from 'lucide-react';
import type { BackupList } from '../../../contract/backups';
import { useEngineQuery, useOpenSession } from '../../client';
import { useTranslation } from '../../i18n';
import { Button, Dialog, EmptyState, ErrorNote } from '../../ui';
import { BackupLine } from './BackupLine';
import './BackupsDialog.css';
import { backUpNow } from './backup-commands';
import { type BackedUpProject, backupsStore, closeBackups } from './backups-store';
import { byDay } from './by-day';
import { KeptIn } from './KeptIn';

/** Shown while somebody looks at a project’s backups. */
export function BackupsDialog() {
  const project = backupsStore((store) => store.project);
  return project && <BackupsOf key={project.path} project={project} />;
}

function BackupsOf({ project }: { readonly project: BackedUpProject }) {
  const { t } = useTranslation();
  const isOpen = useOpenSession()?.path === project.path;
  const { data, error } = useEngineQuery('backups.list', { path: project.path }, { keepPrevious: true });
  const isEmpty = data?.backups.length === 0;
  return (
    <Dialog
      isOpen
      onClose={closeBackups}
      title={t('backups:title', { name: project.name })}
      description={t('backups:about')}
      width={660}
      footer={
        <>
          {isOpen && !isEmpty && (
            <Button className="backups__now" onClick={() => void backUpNow()}>
              {t('backups:backUpNow')}
            </Button>
          )}
          <Button onClick={closeBackups}>{t('close')}</Button>
        </>
      }
    >
      {error && <ErrorNote error={error} />}
      {!data && !error && <p className="backups__looking">{t('backups:looking')}</p>}
      {data && (isEmpty ? <None list={data} isOpen={isOpen} /> : <Days list={data} name={project.name} />)}
      {data && <KeptIn folder={data.folder} />}
    </Dialog>
  );
}

function Days({ list, name }: { readonly list: BackupList; readonly name: string }) {
  return byDay(list.backups).map(({ key, title, backups }) => (
    <section key={key} className="backups__day" aria-label={title}>
      <h3 className="backups__date">{title}</h3>
      <ul>
        {backups.map((backup) => (
          <BackupLine key={backup.path} backup={backup} project={name} restoreTo={list.restoreTo} />
        ))}
      </ul>
    </section>
  ));
}

function None({ list, isOpen }: { readonly list: BackupList; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  return isOpen ? (
    <EmptyState
      size="panel"
      icon={Archive}
      title={t('backups:none')}
      body={t('backups:noneBody')}
      action={<Button onClick={() => void backUpNow()}>{t('backups:backUpNow')}</Button>}
    />
  ) : (
    <EmptyState
      size="panel"
      icon={Archive}
      title={t('backups:noneOfClosed')}
      body={t('backups:noneOfClosedBody', { folder: list.folder })}
    />
  );
}
