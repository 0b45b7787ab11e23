import { type CommandArgs, type CommandName, type CommandResult, commands } from '../contract/commands';
import type { EngineEvent } from '../contract/events';
import { type QueryArgs, type QueryName, type QueryResult, queries } from '../contract/queries';
import { type AppError, ExpectedError, type Result } from '../core/result';
import { applyChange, type Changed, type ChangePath, redo, undo } from './command-path';
import { changeHandlers } from './commands';
import type { Apply, Emit, PrepareContext, ReadContext } from './context';
import { appErrorFrom, cancelled } from './errors';
import type { Platform } from './platform';
import { queryHandlers } from './queries';
import { createSession, type OpenProject, type Session } from './session';
import { taskHandlers } from './tasks';

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
  const session = createSession(platform);
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

  const runCommand = async (name: CommandName, args: never, options: RunOptions): Promise<unknown> => {
    const { kind } = commands[name];
    switch (kind) {
      case 'session':
        return inTurn(() => runSession(session, emit, name, args));
      case 'task':
        return (taskHandlers as Handlers)[name]?.(
          args,
          prepareContext(session, platform, emit, options) as never,
        );
      case 'change':
        return runChange({ session, platform, emit, inTurn }, name, args, options);
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
        if (options.signal?.aborted) throw new ExpectedError('cancelled', cancelled.message);
        return runCommand(command, checked as never, options);
      }) as never,

    query: (name: string, args: unknown) =>
      guard(name, async () => {
        if (!Object.hasOwn(queries, name)) throw new ExpectedError('invalid', `There is no query ${name}.`);
        const query = name as QueryName;
        const checked = check(name, queries[query], args);
        if (query === 'session.state') return session.state();
        const context = readContext(session, platform);
        const answer = () => (queryHandlers as Handlers)[query]?.(checked as never, context as never);
        // Where another program may write, an answer of several statements must be of one state.
        return session.project().database.canWrite ? answer() : context.database.read(answer);
      }) as never,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: () => inTurn(() => session.close()),
  };
}

/** A handler by its name, where the types of arguments have been checked by schema. */
type Handlers = Record<string, ((args: never, context: never) => unknown) | undefined>;

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
  const where = issue && issue.path.length > 0 ? issue.path.join('.') : 'the arguments';
  throw new ExpectedError(
    'invalid',
    `${name}: ${where}: ${issue?.message ?? 'not understood'}. Nothing was changed.`,
  );
}

function readContext(session: Session, platform: Platform): ReadContext {
  session.notice();
  const { database, texts, analysis, codeCounts } = session.project();
  return { database, texts, analysis, codeCounts, platform, session: session.state };
}

function prepareContext(
  session: Session,
  platform: Platform,
  emit: Emit,
  options: RunOptions,
): PrepareContext {
  return {
    ...readContext(session, platform),
    signal: options.signal ?? new AbortController().signal,
    progress: (done, total, item) => {
      if (options.runId !== undefined) emit('progress', { runId: options.runId, done, total, item });
    },
  };
}

async function runSession(session: Session, emit: Emit, name: CommandName, args: never): Promise<unknown> {
  switch (name) {
    case 'project.create': {
      const { path, name: projectName } = args as { path: string; name?: string };
      await session.create(path, projectName);
      break;
    }
    case 'project.open': {
      const { path, readOnly } = args as { path: string; readOnly?: boolean };
      await session.open(path, readOnly ?? false);
      break;
    }
    case 'project.close':
      session.close();
      break;
    case 'session.setCoder':
      session.setCoder(args);
      break;
  }
  const state = session.state();
  emit('session', state);
  return name === 'project.close' ? null : state;
}

interface Running {
  readonly session: Session;
  readonly platform: Platform;
  readonly emit: Emit;
  readonly inTurn: <T>(work: () => T | Promise<T>) => Promise<T>;
}

async function runChange(
  running: Running,
  name: CommandName,
  args: never,
  options: RunOptions,
): Promise<unknown> {
  const { session, platform, emit, inTurn } = running;
  const project = session.project();
  refuseReadOnly(project);
  const handler = (changeHandlers as Handlers)[name];
  const prepared = handler?.(args, prepareContext(session, platform, emit, options) as never);
  // Without a pause where there is nothing to wait for: commands have their turns in the order in which they were
  // called, so a closing after a change finds it done.
  const apply = (prepared instanceof Promise ? await prepared : prepared) as Apply<unknown> | undefined;
  return inTurn(() => {
    if (options.signal?.aborted) throw new ExpectedError('cancelled', cancelled.message);
    if (session.current !== project) {
      throw new ExpectedError('conflict', 'The project was closed meanwhile. Nothing was changed.');
    }
    refuseReadOnly(project);
    const path: ChangePath = {
      database: project.database,
      texts: project.texts,
      platform,
      coder: (now) => session.coderRow(now),
    };
    const changed = perform(path, name, apply);
    if (changed.tables) {
      session.follow(changed);
      const state = session.state();
      const revision = state.state === 'open' ? state.project.revision : 0;
      emit('changed', { revision, tables: changed.tables, session: state });
    }
    return changed.value;
  });
}

function refuseReadOnly({ readOnly }: OpenProject): void {
  if (readOnly !== null) throw new ExpectedError('readOnly', `${readOnly} Nothing was changed.`);
}

function perform(path: ChangePath, name: CommandName, apply: Apply<unknown> | undefined): Changed<unknown> {
  if (name === 'history.undo') return undo(path);
  if (name === 'history.redo') return redo(path);
  if (!apply) throw new Error(`no handler for ${name}`);
  return applyChange(path, name as never, apply);
}

/** Bugs go to the log with the command's name and the program's own words, never with participants' text. */
function logged(error: AppError): AppError {
  if (error.kind === 'bug') console.error(`[emic] ${error.detail ?? error.message}`);
  return error;
}
