import { create } from 'zustand';
import type { Comparison } from '../../../contract/copies';
import type { AppError } from '../../../core/result';
import { currentSession, run, withTask } from '../../client';
import { t } from '../../i18n';
import { flushDrafts } from '../memos/draft-registry';

export interface Compared {
  readonly isRunning: boolean;
  /** The last answer; stays while the files are compared anew. */
  readonly comparison: Comparison | null;
  readonly error: AppError | null;
}

/** Comparisons by the open project's path and the other file's. */
const comparisonStore = create<Readonly<Record<string, Compared>>>(() => ({}));

const nothing: Compared = { isRunning: false, comparison: null, error: null };

export function useCompared(path: string): Compared {
  return comparisonStore((store) => store[keyOf(path)]) ?? nothing;
}

/** Compares with the file at `path` unless that was done. */
export function compareOnce(path: string): void {
  if (!comparisonStore.getState()[keyOf(path)]) void compareAgain(path);
}

export async function compareAgain(path: string): Promise<void> {
  const key = keyOf(path);
  const before = comparisonStore.getState()[key] ?? nothing;
  if (before.isRunning) return;
  comparisonStore.setState({ [key]: { ...before, isRunning: true } });
  await flushDrafts();
  const result = await withTask(t('copies:comparing'), (options) =>
    run('project.compare', { path }, options),
  );
  comparisonStore.setState({
    [key]: result.ok
      ? { isRunning: false, comparison: result.value, error: null }
      : { isRunning: false, comparison: null, error: result.error },
  });
}

function keyOf(path: string): string {
  const session = currentSession();
  return `${session.state === 'open' ? session.path : ''}\n${path}`;
}
