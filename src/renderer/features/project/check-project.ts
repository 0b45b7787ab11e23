import { runOrTell, withTask } from '../../client';
import { t } from '../../i18n';
import { tell } from '../../ui';

/** Lets the engine check the file and every anchor, and says what it found. */
export async function checkProject(): Promise<void> {
  const done = await withTask(t('project:checking'), (options) => runOrTell('project.check', {}, options));
  if (!done) return;
  const { isSound, problems, checked } = done.value;
  if (isSound) tell({ kind: 'success', message: t('project:sound', { ...checked }) });
  else
    tell({ kind: 'error', title: t('project:unsound'), message: t('project:unsoundBody'), lines: problems });
}
