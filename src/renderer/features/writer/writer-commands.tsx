import type { ProjectHolder } from '../../../contract/events';
import { runOrTell, shell, takeSession } from '../../client';
import { formatAgo, t } from '../../i18n';
import { confirm, tell } from '../../ui';
import { flushDrafts } from '../memos/draft-registry';
import { fileOf } from './watch-file';

/** Asks for the right to write once more; what is on the screen stays where somebody else still has it. */
export async function tryAgain(path: string): Promise<void> {
  const opened = await runOrTell('project.open', { path });
  if (!opened) return;
  takeSession(opened.value);
  if (opened.value.state === 'open' && opened.value.writer?.holder) {
    tell({ kind: 'info', message: t('writer:stillHeld'), topic: 'writer' });
  }
}

/** Opens what is at a path, in place of what is in the hands of this window. */
export async function openInstead(path: string): Promise<void> {
  await flushDrafts();
  const opened = await runOrTell('project.open', { path });
  if (opened) takeSession(opened.value);
}

export async function takeOver(path: string, holder: ProjectHolder): Promise<void> {
  if (holder.takeover === null) return;
  const values = {
    who: holder.coder || t('writer:somebody'),
    host: holder.host,
    ago: formatAgo(holder.lastSeen),
  };
  const isAgreed = await confirm({
    title: t('writer:takeOver.title', values),
    body: (
      <>
        <p>{t('writer:takeOver.silent', values)}</p>
        <p>{t('writer:takeOver.risk', values)}</p>
      </>
    ),
    confirmLabel: t('writer:takeOver.confirm'),
    danger: true,
  });
  if (!isAgreed) return;
  const opened = await runOrTell('project.open', { path, takeOver: holder.takeover });
  if (opened) takeSession(opened.value);
}

/** Asks where, and saves the version of this window there. */
export async function saveMine(path: string): Promise<void> {
  const to = await shell.chooseSavePath({
    title: t('writer:saveMineTitle'),
    defaultName: t('writer:saveMineName', { file: fileOf(path).replace(/\.emic$/i, '') }),
    filters: [{ name: t('project:fileType'), extensions: ['emic'] }],
  });
  if (to === null) return;
  const saved = await runOrTell('project.saveOwnCopy', { path: to });
  if (!saved) return;
  takeSession(saved.value);
  tell({ kind: 'success', message: t('writer:savedMine', { file: fileOf(to) }) });
}

export async function putBack(): Promise<void> {
  const put = await runOrTell('project.putBack', {});
  if (put) takeSession(put.value);
}
