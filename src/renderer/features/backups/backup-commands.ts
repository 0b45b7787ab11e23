import type { Backup } from '../../../contract/backups';
import type { AppError } from '../../../core/result';
import { currentSession, run, runOrTell, shell, takeSession, withTask } from '../../client';
import { formatDateTime, t } from '../../i18n';
import { confirm, tell, tellError } from '../../ui';
import { flushDrafts } from '../memos/draft-registry';
import { whileOpening } from '../project/opening';
import { askAgain, backupsStore, closeBackups, fileOfPath, nameOfPath, openBackups } from './backups-store';

/** A verified copy of the open project, now. */
export async function backUpNow(): Promise<void> {
  await flushDrafts();
  const done = await withTask(t('backups:backingUp'), (options) => runOrTell('backups.take', {}, options));
  askAgain();
  if (!done?.value) return;
  const { isNew, at } = done.value;
  const message = isNew ? t('backups:taken') : t('backups:unchanged', { when: formatDateTime(at) });
  tell({ kind: 'success', topic: 'backup', message });
}

/** The backups of the open project, or of the one that is chosen. */
export async function restoreFromBackup(): Promise<void> {
  const session = currentSession();
  if (session.state === 'open') {
    openBackups({ path: session.path, name: session.project.name });
    return;
  }
  const path = await shell.chooseProject();
  if (path !== null) openBackups({ path, name: nameOfPath(path) });
}

/** Makes a project file of a backup, opens it, and says where it is. */
export function restoreBackup(backup: Backup, to: string): Promise<void> {
  return whileOpening(() =>
    withTask(t('backups:restoring'), async () => {
      const restored = await restoreTo(backup, to, false);
      if (restored === null) return;
      closeBackups();
      tell({ kind: 'success', message: t('backups:restored', { file: fileOfPath(restored) }) });
    }),
  );
}

/** Gives the path of the file that was made; null where none was, and the person knows why. */
async function restoreTo(backup: Backup, to: string, evenIfDamaged: boolean): Promise<string | null> {
  const result = await run('backups.restore', { path: backup.path, to, evenIfDamaged });
  if (result.ok) {
    takeSession(result.value);
    return to;
  }
  const { error } = result;
  if (error.kind === 'conflict' && !evenIfDamaged) {
    return (await isWantedAllTheSame(error)) ? restoreTo(backup, to, true) : null;
  }
  const elsewhere = isPlaceToBlame(error) ? await askWhere(to) : null;
  if (elsewhere !== null && elsewhere !== to) return restoreTo(backup, elsewhere, evenIfDamaged);
  tellError(error);
  return null;
}

function isWantedAllTheSame(error: AppError): Promise<boolean> {
  return confirm({
    title: t('backups:notSound'),
    body: error.message,
    confirmLabel: t('backups:restoreAnyway'),
    cancelLabel: t('backups:chooseAnother'),
  });
}

/** The project’s folder may be gone with its drive, or not be the person’s to write in. */
function isPlaceToBlame({ kind }: AppError): boolean {
  return kind === 'readOnly' || kind === 'notFound' || kind === 'diskFull';
}

function askWhere(to: string): Promise<string | null> {
  return shell.chooseSavePath({
    title: t('backups:saveTitle'),
    defaultName: fileOfPath(to),
    filters: [{ name: t('backups:fileType'), extensions: ['emic'] }],
  });
}

/** From now on backups go there; null: beside each project. Those that are elsewhere stay where they are. */
export async function keepBackupsIn(folder: string | null): Promise<void> {
  const done = await runOrTell('session.keepBackupsIn', { folder });
  if (!done) return;
  shell.saveSetting('backupFolder', folder);
  backupsStore.setState({ folder });
  askAgain();
}

export async function chooseBackupFolder(): Promise<void> {
  const folder = await shell.chooseFolder('backups');
  if (folder !== null) await keepBackupsIn(folder);
}
