import { create } from 'zustand';
import { runOrTell, shell, takeSession } from '../../client';
import { t } from '../../i18n';
import { flushDrafts } from '../memos/draft-registry';

/** True while a project is being made, opened or closed: the window shows it and asks nothing twice. */
export const openingStore = create<{ readonly isOpening: boolean }>(() => ({ isOpening: false }));

async function whileOpening(work: () => Promise<void>): Promise<void> {
  if (openingStore.getState().isOpening) return;
  openingStore.setState({ isOpening: true });
  try {
    await flushDrafts();
    await work();
  } finally {
    openingStore.setState({ isOpening: false });
  }
}

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
    if (chosen === null) return;
    const opened = await runOrTell('project.open', { path: chosen });
    if (opened) takeSession(opened.value);
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
