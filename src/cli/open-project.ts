import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { CommandArgs, CommandName, CommandResult } from '../contract/commands';
import type { QueryArgs, QueryName, QueryResult } from '../contract/queries';
import type { Result } from '../core/result';
import type { Engine } from '../engine';
import { type Arguments, UsageError } from './arguments';
import { type Call, Refusal } from './command';

/** An open project whose refusals are thrown. */
export interface Project {
  run<K extends CommandName>(name: K, args: CommandArgs<K>): Promise<CommandResult<K>>;
  query<K extends QueryName>(name: K, args: QueryArgs<K>): Promise<QueryResult<K>>;
}

/**
 * Opens the project named by the first word, does the work, closes it. Who only reads takes no lock, so that it works
 * while the project is open in the window.
 */
export async function withProject<T>(
  call: Call,
  use: 'create' | 'read' | 'write',
  work: (project: Project) => Promise<T>,
): Promise<T> {
  const path = resolve(call.args.words[0] ?? '');
  const engine = call.newEngine();
  const stop = showProgress(engine, call);
  try {
    await unwrap(engine.run('session.setCoder', { name: coderName(call.args) }));
    if (use === 'create') {
      const name = call.args.text('--name');
      await unwrap(engine.run('project.create', name === undefined ? { path } : { path, name }));
    } else await openExisting(engine, path, use);
    return await work({
      run: async (name, args) => unwrap(engine.run(name, args, { signal: call.signal, runId: 'cli' })),
      query: async (name, args) => unwrap(engine.query(name, args)),
    });
  } finally {
    stop();
    await engine.close();
  }
}

async function openExisting(engine: Engine, path: string, use: 'read' | 'write'): Promise<void> {
  const opened = await engine.run('project.open', { path, readOnly: use === 'read' });
  if (opened.ok) return;
  // A writer that died in the middle of a commit left a journal; opening for writing lets SQLite roll it back.
  const isRecoverable = use === 'read' && opened.error.kind === 'conflict';
  if (!isRecoverable) throw new Refusal(opened.error.message);
  await unwrap(engine.run('project.open', { path }));
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
