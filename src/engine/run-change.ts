import type { CommandName } from '../contract/commands';
import { ExpectedError } from '../core/result';
import { oneSlice, type Slices } from '../storage/sqlite/slices';
import { applyChange } from './command-path';
import { changeHandlers } from './commands';
import type { Apply, Emit, PrepareContext, Slice } from './context';
import type { Door } from './door';
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
  readonly door: Door;
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
  const context = run.prepare();
  const prepared = handler?.(args, context as never);
  // Without a pause where there is nothing to wait for: commands have their turns in the order in which they were
  // called, so a closing after a change finds it done.
  const isPrepared = !(prepared instanceof Promise);
  const apply = (isPrepared ? prepared : await run.door.inside(() => prepared)) as Apply<unknown> | undefined;
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
    const tell = (changed: Changed<unknown>) => {
      if (changed.tables) {
        session.follow(changed);
        const state = session.state();
        const revision = state.state === 'open' ? state.project.revision : 0;
        emit('changed', { revision, tables: changed.tables, session: state });
      }
      return changed.value;
    };
    const work = perform(path, name, args, apply);
    const first = noticed(run, project, () => begin(work));
    if (!first.done) return goOn(run, { project, work, first, progress: context.progress }).then(tell);
    project.wrote();
    return tell(first.value);
  });
}

type Work = ReturnType<typeof perform>;
type Step = ReturnType<Work['next']>;

/** Up to the first slice; a short change comes to its end at once. */
function begin(work: Work): Step {
  const step = work.next();
  return step.value === 'storing' ? work.next() : step;
}

interface LongWork extends Pick<PrepareContext, 'progress'> {
  readonly project: WatchedProject;
  readonly work: Work;
  readonly first: Step;
}

/** The slices of a long change. A cancel arrives between two of them and rolls all back. */
async function goOn(run: ChangeRun, { project, work, first, progress }: LongWork) {
  const { door, signal } = run;
  let step = first;
  try {
    while (!step.done) {
      const { value } = step;
      const pause = door.pause();
      if (value !== 'storing') progress(value.done, value.total, '');
      if (pause) await pause;
      const isEnded = signal?.aborted === true;
      if (value === 'storing' && !isEnded) progress(1, 1, '', true);
      step = noticed(run, project, () =>
        isEnded ? work.throw(new ExpectedError('cancelled', cancelled.message)) : work.next(),
      );
    }
    project.wrote();
    return step.value;
  } finally {
    door.open();
  }
}

type Handlers = Record<string, ((args: never, context: never) => unknown) | undefined>;

type Watching = Pick<ChangeRun, 'watch'>;

export function watched<T>(run: Watching, project: WatchedProject, work: () => T): T {
  const result = noticed(run, project, work);
  project.wrote();
  return result;
}

function noticed<T>({ watch }: Watching, project: WatchedProject, work: () => T): T {
  try {
    return work();
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
): Slices<Slice | 'storing', Changed<unknown>> {
  if (isHistoryCommand(name)) return oneSlice(() => runHistory(path, name, args));
  if (isErasure(name)) return oneSlice(() => erase(path, name, args));
  if (!apply) throw new Error(`no handler for ${name}`);
  return applyChange(path, name as never, apply);
}
