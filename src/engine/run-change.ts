import type { CommandName } from '../contract/commands';
import { ExpectedError } from '../core/result';
import { applyChange } from './command-path';
import { changeHandlers } from './commands';
import type { Apply, Emit, PrepareContext } from './context';
import { erase, isErasure } from './erasure/erase';
import { cancelled } from './errors';
import type { Changed, ChangePath } from './history/entries';
import { isHistoryCommand, runHistory } from './history/run';
import type { Platform } from './platform';
import type { Session } from './session';
import type { Watch } from './watch';
import type { WatchedProject } from './watch-types';
import { troubleErrorKind } from './watch-words';

export interface ChangeRun {
  readonly session: Session;
  readonly platform: Platform;
  readonly emit: Emit;
  readonly inTurn: <T>(work: () => T | Promise<T>) => Promise<T>;
  readonly watch: Watch;
  readonly name: CommandName;
  /** Checked. */
  readonly args: never;
  readonly signal: AbortSignal | undefined;
  readonly prepare: () => PrepareContext;
}

/** One command that changes the project, from its preparation to the event that tells of it. */
export async function runChange(run: ChangeRun): Promise<unknown> {
  const { session, platform, emit, watch, name, args, signal } = run;
  const project = session.project();
  if (project.readOnly !== null) watch.attend();
  refuseReadOnly(project);
  const handler = (changeHandlers as Handlers)[name];
  const prepared = handler?.(args, run.prepare() as never);
  // Without a pause where there is nothing to wait for: commands have their turns in the order in which they were
  // called, so a closing after a change finds it done.
  const apply = (prepared instanceof Promise ? await prepared : prepared) as Apply<unknown> | undefined;
  return run.inTurn(() => {
    if (signal?.aborted) throw new ExpectedError('cancelled', cancelled.message);
    if (session.current !== project) {
      throw new ExpectedError('conflict', 'The project was closed meanwhile. Nothing was changed.');
    }
    // What happened to lock and file is seen before anything is written, and what is written stands at the path.
    session.notice();
    watch.attend();
    refuseReadOnly(project);
    const path: ChangePath = {
      database: project.database,
      texts: project.texts,
      platform,
      coder: (now) => session.coderRow(now),
    };
    const changed = watched(run, project, () => perform(path, name, args, apply));
    if (changed.tables) {
      session.follow(changed);
      const state = session.state();
      const revision = state.state === 'open' ? state.project.revision : 0;
      emit('changed', { revision, tables: changed.tables, session: state });
    }
    return changed.value;
  });
}

type Handlers = Record<string, ((args: never, context: never) => unknown) | undefined>;

export function watched<T>({ watch }: Pick<ChangeRun, 'watch'>, project: WatchedProject, work: () => T): T {
  try {
    const result = work();
    project.wrote();
    return result;
  } catch (error) {
    project.wrote(error);
    watch.attend();
    throw error;
  }
}

export function refuseReadOnly({ readOnly, trouble }: WatchedProject): void {
  if (readOnly === null) return;
  throw new ExpectedError(
    trouble ? troubleErrorKind(trouble) : 'readOnly',
    `${readOnly} Nothing was changed.`,
  );
}

function perform(
  path: ChangePath,
  name: CommandName,
  args: never,
  apply: Apply<unknown> | undefined,
): Changed<unknown> {
  if (isHistoryCommand(name)) return runHistory(path, name, args);
  if (isErasure(name)) return erase(path, name, args);
  if (!apply) throw new Error(`no handler for ${name}`);
  return applyChange(path, name as never, apply);
}
