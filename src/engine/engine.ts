import { type CommandArgs, type CommandName, type CommandResult, commands } from '../contract/commands';
import type { EngineEvent } from '../contract/events';
import {
  type CheckedQueryArgs,
  type QueryArgs,
  type QueryName,
  type QueryResult,
  queries,
} from '../contract/queries';
import { nameFaults } from '../contract/schema';
import { type AppError, ExpectedError, type Result } from '../core/result';
import { type BackupKeeper, createBackupKeeper, makeProjectOf, noteRestored } from './backups';
import type { Emit, FileContext, PrepareContext, ReadContext } from './context';
import { createDoor, opened, timeToCancel } from './door';
import { previewErasure } from './erasure/preview';
import { appErrorFrom, cancelled } from './errors';
import { runNote } from './notes';
import type { Platform } from './platform';
import { queryHandlers } from './queries';
import { runChange } from './run-change';
import { createSearcher, type Searcher } from './search/searcher';
import { createSession, type Session } from './session';
import { fileHandlers, taskHandlers } from './tasks';
import { createWatch, type Watch } from './watch';

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Names this run in `progress` events. */
  readonly runId?: string | undefined;
}

/**
 * The one door to a project: commands change, queries answer, events tell what changed. Expected failures are
 * values. Names and arguments from outside are checked here; the typed overloads are for callers in TypeScript.
 */
export interface Engine {
  run<K extends CommandName>(
    name: K,
    args: CommandArgs<K>,
    options?: RunOptions,
  ): Promise<Result<CommandResult<K>>>;
  run(name: string, args: unknown, options?: RunOptions): Promise<Result<unknown>>;
  query<K extends QueryName>(name: K, args: QueryArgs<K>): Promise<Result<QueryResult<K>>>;
  query(name: string, args: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Closes the project, waiting for a running change. */
  close(): Promise<void>;
}

export function createEngine(platform: Platform): Engine {
  const session = createSession(platform, {
    beforeOpening: (path) => backups.beforeOpening(path),
    onBeat: () => watch.attend(),
    onNoticed: () => watch.tellNoticed(),
    tell: (told) => emit('outside', told),
  });
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit: Emit = (name, payload) => {
    for (const listener of listeners) {
      try {
        listener({ name, payload } as EngineEvent);
      } catch (error) {
        // What is told has already happened: a listener that fails must not turn it into a failure.
        logged(appErrorFrom(error, `event ${name}`));
      }
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other: whoever waits has its turn when all before it are done. */
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const door = createDoor();
  const watch = createWatch({ platform, session: () => session, emit });
  const backups = createBackupKeeper({ platform, session: () => session, emit, inTurn });
  const searcher = createSearcher(platform);
  const opening: Opening = { session, platform, emit, backups, watch };

  const runCommand = async (name: CommandName, args: never, options: RunOptions): Promise<unknown> => {
    const { kind } = commands[name];
    backups.noteUse();
    switch (kind) {
      case 'session':
        if (name.startsWith('session.')) return inTurn(() => runSession(opening, name, args));
        void backups.stop();
        return inTurn(() => runSession(opening, name, args)).finally(() => backups.watch());
      case 'file':
        return (fileHandlers as Handlers)[name]?.(args, fileContext(platform, emit, options) as never);
      case 'task':
        return door.inside(async () =>
          (taskHandlers as Handlers)[name]?.(args, {
            ...prepareContext(session, platform, { emit, searcher, options }),
            backups,
          } as never),
        );
      case 'note':
        return runNote({ session, platform, inTurn, watch, name, args, signal: options.signal });
      case 'change':
      case 'final':
        return runChange({
          ...{ session, platform, emit, inTurn, watch, door },
          ...{ name, args, signal: options.signal },
          prepare: () => prepareContext(session, platform, { emit, searcher, options }),
        });
    }
  };

  const guard = async (doing: string, work: () => Promise<unknown>): Promise<Result<unknown>> => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      return { ok: false, error: logged(appErrorFrom(error, doing)) };
    }
  };

  return {
    run: (name: string, args: unknown, options: RunOptions = {}) =>
      guard(name, async () => {
        if (!Object.hasOwn(commands, name))
          throw new ExpectedError('invalid', `There is no command ${name}.`);
        const command = name as CommandName;
        const checked = check(name, commands[command].args, args);
        if (door.closed()) await opened(door);
        if (options.signal?.aborted) throw new ExpectedError('cancelled', cancelled.message);
        return runCommand(command, checked as never, options);
      }) as never,

    query: (name: string, args: unknown) =>
      guard(name, async () => {
        if (!Object.hasOwn(queries, name)) throw new ExpectedError('invalid', `There is no query ${name}.`);
        const query = name as QueryName;
        const checked = check(name, queries[query], args);
        backups.noteUse();
        if (door.closed()) await opened(door);
        if (query === 'session.state') return session.state();
        if (query === 'backups.list') return backups.list((checked as QueryArgs<'backups.list'>).path);
        const context = readContext(session, platform, searcher);
        if (query === 'erasure.preview') {
          const kept = await backups.list(context.database.path);
          return previewErasure(checked as CheckedQueryArgs<'erasure.preview'>, context, kept.backups);
        }
        const answer = () => (queryHandlers as Handlers)[query]?.(checked as never, context as never);
        // Where another program may write, an answer of several statements must be of one state.
        return door.inside(async () =>
          session.project().database.canWrite ? answer() : context.database.read(answer),
        );
      }) as never,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: async () => {
      const stopped = backups.stop();
      searcher.end();
      await inTurn(() => session.close());
      await stopped;
    },
  };
}

/** A handler by its name, where the types of arguments have been checked by schema. */
type Handlers = Record<string, ((args: never, context: never) => unknown) | undefined>;

function fileContext(platform: Platform, emit: Emit, { runId, signal }: RunOptions): FileContext {
  return {
    platform,
    signal: signal ?? new AbortController().signal,
    progress: (done, total, item) => {
      if (runId !== undefined) emit('progress', { runId, done, total, item });
    },
  };
}

interface Schema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

function check(name: string, schema: Schema, args: unknown): unknown {
  const checked = schema.safeParse(args);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const fault = nameFaults.find((sentence) => sentence === issue?.message);
  if (fault) throw new ExpectedError('invalid', `${fault}. Nothing was changed.`);
  const where = issue && issue.path.length > 0 ? issue.path.join('.') : 'the arguments';
  throw new ExpectedError(
    'invalid',
    `${name}: ${where}: ${issue?.message ?? 'not understood'}. Nothing was changed.`,
  );
}

function readContext(session: Session, platform: Platform, searcher: Searcher): ReadContext {
  session.notice();
  const { database, texts, structure, analysis, lists, usage } = session.project();
  return {
    ...{ database, texts, structure, analysis, lists, usage, searcher, platform },
    session: session.state,
  };
}

function prepareContext(
  session: Session,
  platform: Platform,
  { emit, searcher, options }: { emit: Emit; searcher: Searcher; options: RunOptions },
): PrepareContext {
  const { runId, signal = new AbortController().signal } = options;
  const progress: PrepareContext['progress'] = (done, total, item, isStoring) => {
    if (runId !== undefined) emit('progress', { runId, done, total, item, ...(isStoring && { isStoring }) });
  };
  return {
    ...readContext(session, platform, searcher),
    signal,
    progress,
    storing: async () => {
      await new Promise((resolve) => setTimeout(resolve, timeToCancel));
      signal.throwIfAborted();
      progress(1, 1, '', true);
    },
  };
}

interface Opening {
  readonly session: Session;
  readonly platform: Platform;
  readonly emit: Emit;
  readonly backups: BackupKeeper;
  readonly watch: Watch;
}

async function runSession(opening: Opening, name: CommandName, args: never): Promise<unknown> {
  const { session, platform, emit, backups, watch } = opening;
  switch (name) {
    case 'project.create': {
      const { path, name: projectName } = args as { path: string; name?: string };
      await session.create(path, projectName);
      break;
    }
    case 'project.open': {
      const { path, readOnly, takeOver } = args as CommandArgs<'project.open'>;
      const before = session.current;
      await session.open(path, readOnly ?? false, takeOver);
      if (before && before !== session.current && before.path === path) watch.tellAll();
      break;
    }
    case 'project.close':
      session.close();
      break;
    case 'session.look':
      watch.setSeen((args as CommandArgs<'session.look'>).isSeen);
      watch.attend();
      return session.state();
    case 'project.saveOwnCopy':
      session.project().saveCopy((args as CommandArgs<'project.saveOwnCopy'>).path);
      break;
    case 'project.putBack':
      session.project().putBack();
      break;
    case 'session.setCoder':
      session.setCoder(args);
      break;
    case 'session.keepBackupsIn':
      backups.keepIn((args as CommandArgs<'session.keepBackupsIn'>).folder);
      break;
    case 'backups.restore': {
      const { path, to, evenIfDamaged = false } = args as CommandArgs<'backups.restore'>;
      const runtime = await platform.loadSqlite();
      const { signal } = new AbortController();
      await makeProjectOf({ platform, runtime, path, to, evenIfDamaged, signal });
      await session.open(to, false);
      noteRestored(session, platform, path);
      session.project().wrote();
      break;
    }
  }
  const state = session.state();
  emit('session', state);
  return name === 'project.close' ? null : state;
}

/** Bugs go to the log with the command's name and the program's own words, never with participants' text. */
function logged(error: AppError): AppError {
  if (error.kind === 'bug') console.error(`[emic] ${error.detail ?? error.message}`);
  return error;
}
