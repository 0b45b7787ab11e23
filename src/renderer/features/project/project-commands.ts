import { run, runOrTell, shell, takeSession } from '../../client';
import { t } from '../../i18n';
import { tellCantOpen } from '../backups/cant-open';
import { whileOpening } from './opening';

const projectFiles = () => [{ name: t('project:fileType'), extensions: ['emic'] }];

/** Asks where, makes the project there, opens it. */
export function newProject(): Promise<void> {
  return whileOpening(async () => {
    const path = await shell.chooseSavePath({
      title: t('project:newTitle'),
      defaultName: t('project:newName'),
      filters: projectFiles(),
    });
    if (path === null) return;
    const made = await runOrTell('project.create', { path });
    if (made) takeSession(made.value);
  });
}

/** Opens the project at `path`, or the one that is chosen. */
export function openProject(path?: string): Promise<void> {
  return whileOpening(async () => {
    const chosen = path ?? (await shell.chooseProject());
    if (chosen === null || (await shell.showIfOpen(chosen))) return;
    const opened = await run('project.open', { path: chosen });
    if (opened.ok) takeSession(opened.value);
    else tellCantOpen(opened.error, chosen);
  });
}

/** Opens a fresh copy of the sample project. */
export function openSample(): Promise<void> {
  return whileOpening(async () => {
    const path = await shell.copySample();
    const opened = await runOrTell('project.open', { path });
    if (opened) takeSession(opened.value);
  });
}

export function closeProject(): Promise<void> {
  return whileOpening(async () => {
    await runOrTell('project.close', {});
  });
}
