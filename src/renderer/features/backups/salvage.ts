import type { RepairReport } from '../../../contract/command-results';
import { runOrTell, shell, takeSession, withTask } from '../../client';
import { t } from '../../i18n';
import { type Message, tell } from '../../ui';
import { whileOpening } from '../project/opening';
import { fileOfPath, nameOfPath } from './backups-store';

/** Saves all that can be read of a damaged project file, or backup, into a new one, and lists what is lost. */
export async function saveWhatCanBeRead(path: string): Promise<void> {
  const to = await shell.chooseSavePath({
    title: t('backups:salvageTitle'),
    defaultName: t('backups:salvageName', { name: nameOfPath(path) }),
    filters: [{ name: t('backups:fileType'), extensions: ['emic'] }],
  });
  if (to === null) return;
  const done = await withTask(t('backups:salvaging'), (options) =>
    runOrTell('project.repair', { path, to }, options),
  );
  if (done) tell(salvageMessage(done.value));
}

export function salvageMessage({ path, saved, lost, mended }: RepairReport): Message {
  const { documents, codes, codings } = saved;
  const counts = [
    t('documents', { count: documents }),
    t('codes', { count: codes }),
    t('codings', { count: codings }),
  ].join(' · ');
  return {
    kind: lost.length > 0 ? 'info' : 'success',
    title: t('backups:salvaged', { file: fileOfPath(path) }),
    message: lost.length > 0 ? t('backups:lost', { counts }) : t('backups:nothingLost', { counts }),
    lines: [...lost, ...mended],
    action: { label: t('backups:openSalvaged'), run: () => void openSaved(path) },
  };
}

function openSaved(path: string): Promise<void> {
  return whileOpening(async () => {
    const opened = await runOrTell('project.open', { path });
    if (opened) takeSession(opened.value);
  });
}
