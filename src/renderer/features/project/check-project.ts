import type { CheckReport } from '../../../contract/command-results';
import { openTab } from '../../app/workspace-store';
import { currentSession, runOrTell, sessionStore, usable, withTask } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui';
import { nameOfPath, openBackups } from '../backups/backups-store';

/** Lets the engine check the file and every anchor, and says what it found. */
export async function checkProject(): Promise<void> {
  const report = await check(t('project:checking'));
  if (!report) return;
  if (report.isSound) tell({ kind: 'success', message: t('project:sound', { ...report.checked }) });
  else tellProblems(report);
}

/** Checks a project whose last writer crashed, once what was opened is on the screen. */
export function checkAfterCrashes(): void {
  sessionStore.subscribe(({ session }, { session: before }) => {
    if (session?.state !== 'open' || !session.isAfterCrash) return;
    if (before?.state === 'open' && before.path === session.path) return;
    void usable.then(async () => {
      const report = await check(t('project:checkingAfterCrash'));
      if (!report) return;
      if (!report.isSound) tellProblems(report);
      else
        tell({
          kind: 'info',
          title: t('project:afterCrash'),
          message: t('project:afterCrashBody'),
          action: { label: t('project:showHistory'), run: () => openTab({ kind: 'history' }) },
        });
    });
  });
}

async function check(title: string): Promise<CheckReport | null> {
  const done = await withTask(title, (options) => runOrTell('project.check', {}, options));
  return done?.value ?? null;
}

function tellProblems({ problems }: CheckReport): void {
  const session = currentSession();
  const path = session.state === 'open' ? session.path : null;
  tell({
    kind: 'error',
    title: t('project:unsound'),
    message: t('project:unsoundBody'),
    lines: problems,
    ...(path !== null && {
      action: {
        label: t('backups:backups'),
        run: () => openBackups({ path, name: nameOfPath(path) }),
      },
      otherAction: {
        label: t('backups:salvage'),
        run: () => void import('../backups/salvage').then(({ saveWhatCanBeRead }) => saveWhatCanBeRead(path)),
      },
    }),
  });
}
