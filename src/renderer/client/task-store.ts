import { create } from 'zustand';
import type { Progress, RunOptions } from './engine-client';

/** The long work of the moment, shown in the status bar with its progress and a way to cancel it. */
export interface RunningTask {
  readonly id: number;
  readonly title: string;
  readonly progress: Pick<Progress, 'done' | 'total' | 'item'> | null;
  /** Its result goes into the project now: too late to cancel. */
  readonly isStoring: boolean;
  readonly cancel: () => void;
}

export const taskStore = create<{ readonly tasks: readonly RunningTask[] }>(() => ({ tasks: [] }));

let lastId = 0;

/**
 * Shows `work` as a running task until it settles; pass the options on to `run`. `patience`: milliseconds before it is
 * shown, for what is mostly done in a moment.
 */
export async function withTask<T>(
  title: string,
  work: (options: RunOptions) => Promise<T>,
  { patience = 0 }: { readonly patience?: number } = {},
): Promise<T> {
  lastId += 1;
  const id = lastId;
  const controller = new AbortController();
  const task: RunningTask = { id, title, progress: null, isStoring: false, cancel: () => controller.abort() };
  const show = () => taskStore.setState(({ tasks }) => ({ tasks: [...tasks, task] }));
  const showing = patience > 0 ? setTimeout(show, patience) : undefined;
  if (!showing) show();
  const onProgress = ({ done, total, item, isStoring = false }: Progress) =>
    taskStore.setState(({ tasks }) => ({
      tasks: tasks.map((other) =>
        other.id === id ? { ...other, progress: { done, total, item }, isStoring } : other,
      ),
    }));
  try {
    return await work({ signal: controller.signal, onProgress });
  } finally {
    clearTimeout(showing);
    taskStore.setState(({ tasks }) => ({ tasks: tasks.filter((other) => other.id !== id) }));
  }
}
