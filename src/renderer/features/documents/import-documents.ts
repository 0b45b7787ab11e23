import type { CommandResult } from '../../../contract/commands';
import type { FolderId } from '../../../core/ids';
import { openTab, workspaceStore } from '../../app/workspace-store';
import { runOrTell, shell, withTask } from '../../client';
import { t } from '../../i18n';
import { type Message, tell } from '../../ui';
import { tellUndoable } from '../history/tell-undoable';

/** Imports files and folders as one step; says what came, what was mended and what was skipped. */
export async function importPaths(paths: readonly string[], folderId: FolderId | null = null): Promise<void> {
  if (paths.length === 0) return;
  const done = await withTask(t('documents:importing'), (options) =>
    runOrTell('source.import', { paths: [...paths], folderId, skipUnreadable: true }, options),
  );
  if (!done) return;
  const { sources } = done.value;
  const [first] = sources;
  if (first && workspaceStore.getState().activeTab === null)
    openTab({ kind: 'document', sourceId: first.id });
  const message = importMessage(done.value);
  if (sources.length > 0) tellUndoable(message, t('documents:undoImport'));
  else tell(message);
}

function importMessage({ sources, skipped }: CommandResult<'source.import'>): Message {
  const lines = [
    ...skipped.map(({ message }) => message),
    ...sources.flatMap(({ name, notices }) => notices.map((notice) => `${name}: ${notice}`)),
  ];
  const count = sources.length;
  const message =
    skipped.length === 0
      ? t('documents:imported', { count })
      : t('documents:importedSome', { count, skipped: t('documents:skipped', { count: skipped.length }) });
  const kind = count === 0 ? 'error' : skipped.length > 0 ? 'info' : 'success';
  return { kind, topic: 'import', message, lines };
}

export async function importChosenFiles(folderId: FolderId | null = null): Promise<void> {
  await importPaths(await shell.chooseDocuments(), folderId);
}

export async function importChosenFolder(folderId: FolderId | null = null): Promise<void> {
  const path = await shell.chooseFolder();
  if (path !== null) await importPaths([path], folderId);
}

/** Paths of what is dropped from the system. */
export function droppedPaths(transfer: DataTransfer): readonly string[] {
  return [...transfer.files].map((file) => shell.pathOfFile(file)).filter((path) => path !== '');
}
