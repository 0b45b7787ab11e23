import { openTab } from '../../app/workspace-store';
import { runOrTell, shell, withTask } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui';
import { sizeText } from '../backups/by-day';
import { flushDrafts } from '../memos/draft-registry';
import { type CopyWishes, closeCopyDialog, rememberWishes } from './copies-store';

/** Asks where, and writes the copy; the status bar shows how far it is. */
export async function saveCopy(wishes: CopyWishes, projectName: string): Promise<void> {
  const path = await shell.chooseSavePath({
    title: t('copies:saveTitle'),
    defaultName: `${t('copies:fileName', { name: projectName })}.emic`,
    filters: [{ name: t('project:fileType'), extensions: ['emic'] }],
  });
  if (path === null) return;
  rememberWishes(wishes);
  closeCopyDialog();
  await flushDrafts();
  const done = await withTask(t('copies:saving'), (options) =>
    // The system's own dialog has asked whether a file there may go.
    runOrTell('project.saveCopy', { path, ...wishes, replace: true }, options),
  );
  if (!done) return;
  tell({
    kind: 'success',
    message: t('copies:saved', { name: fileOf(path), size: sizeText(done.value.bytes) }),
    action: { label: t('copies:showInFolder'), run: () => shell.showInFolder(path) },
  });
}

/** Asks which file, and shows what it has that this project has not. */
export async function compareWithCopy(): Promise<void> {
  const path = await shell.chooseProject();
  if (path !== null) openTab({ kind: 'comparison', path });
}

export function fileOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
