import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { CommandArgs, CommandName, CommandResult } from '../contract/commands';
import type { SessionState } from '../contract/events';
import type { QueryArgs, QueryName, QueryResult } from '../contract/queries';
import type { Result } from '../core/result';
import type { Engine } from '../engine';
import { type Arguments, UsageError } from './arguments';
import { type Answer, type Call, Refusal } from './command';

/** An open project whose refusals are thrown. */
export interface Project {
  run<K extends CommandName>(name: K, args: CommandArgs<K>): Promise<CommandResult<K>>;
  query<K extends QueryName>(name: K, args: QueryArgs<K>): Promise<QueryResult<K>>;
}

/**
 * Opens the project named by the first word, does the work, closes it. Who only reads takes no lock, so that it works
 * while the project is open in the window.
 */
export function withProject<T extends Answer>(
  call: Call,
  use: 'create' | 'read' | 'write',
  work: (project: Project) => Promise<T>,
): Promise<T> {
  return withEngine(call, async (project, engine) => {
    const path = resolve(call.args.words[0] ?? '');
    if (use === 'create') {
      const name = call.args.text('--name');
      await unwrap(engine.run('project.create', name === undefined ? { path } : { path, name }));
    } else await openExisting(engine, path, use, call.args.has('--take-over'));
    const note = use === 'write' ? await backUpIfDue(engine) : null;
    const answer = await work(project);
    return note === null ? answer : { ...answer, notes: [...(answer.notes ?? []), note] };
  });
}

/** An engine with no project open yet, which knows who codes and where backups are kept. */
export async function withEngine<T>(
  call: Call,
  work: (project: Project, engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = call.newEngine();
  const stop = showProgress(engine, call);
  try {
    await unwrap(engine.run('session.setCoder', { name: coderName(call.args) }));
    const keptIn = call.args.text('--kept-in') ?? process.env.EMIC_BACKUPS ?? '';
    if (keptIn !== '') await unwrap(engine.run('session.keepBackupsIn', { folder: resolve(keptIn) }));
    const project: Project = {
      run: async (name, args) => unwrap(engine.run(name, args, { signal: call.signal, runId: 'cli' })),
      query: async (name, args) => unwrap(engine.query(name, args)),
    };
    return await work(project, engine);
  } finally {
    stop();
    await engine.close();
  }
}

/** A change is made also where no backup can be; why not is said beside it. */
async function backUpIfDue(engine: Engine): Promise<string | null> {
  const taken = await engine.run('backups.take', { ifDue: true });
  return taken.ok || taken.error.kind === 'cancelled' ? null : taken.error.message;
}

async function openExisting(
  engine: Engine,
  path: string,
  use: 'read' | 'write',
  takesOver: boolean,
): Promise<void> {
  const opened = await engine.run('project.open', { path, readOnly: use === 'read' });
  if (opened.ok) {
    if (use === 'write') await getToWrite(engine, path, opened.value, takesOver);
    return;
  }
  // A writer that died in the middle of a commit left a journal; opening for writing lets SQLite roll it back.
  const isRecoverable = use === 'read' && opened.error.kind === 'conflict';
  if (!isRecoverable) throw new Refusal(opened.error.message);
  await unwrap(engine.run('project.open', { path }));
}

/** Refuses with who holds the project; takes it over from another computer that is silent, where that was asked for. */
async function getToWrite(
  engine: Engine,
  path: string,
  state: SessionState,
  takesOver: boolean,
): Promise<void> {
  const holder = state.state === 'open' ? state.writer?.holder : null;
  if (state.state !== 'open' || !holder) return;
  const { readOnly } = state;
  const { takeover, lastSeen } = holder;
  if (takeover !== null && takesOver) {
    await unwrap(engine.run('project.open', { path, takeOver: takeover }));
    return;
  }
  const silence = `Its last sign of life was at ${lastSeen}`;
  throw new Refusal(
    takeover !== null
      ? `${readOnly} ${silence}. Nothing was changed; if it is surely gone, call again with --take-over.`
      : takesOver
        ? `${readOnly} ${silence}, so it was not taken over. Nothing was changed.`
        : `${readOnly} Nothing was changed.`,
  );
}

async function unwrap<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Refusal(settled.error.message);
  return settled.value;
}

function showProgress(engine: Engine, call: Call): () => void {
  return engine.subscribe((event) => {
    if (event.name !== 'progress') return;
    const { done, total, item } = event.payload;
    call.progress(item === '' ? '' : `${done + 1} of ${total ?? '?'}: ${item}`);
  });
}

function coderName(args: Arguments): string {
  const typed = args.text('--coder');
  if (typed !== undefined && typed.trim() === '') throw new UsageError('--coder needs a name.');
  const name = typed ?? process.env.EMIC_CODER?.trim() ?? '';
  if (name !== '') return name;
  const user = systemUser();
  if (user === '') throw new UsageError('Your system names no user: say who codes with --coder NAME.');
  return user;
}

/** In a container the user may have no name. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? process.env.USERNAME ?? '';
  }
}
