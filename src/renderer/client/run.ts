import type { CommandArgs, CommandName, CommandResult } from '../../contract/commands';
import type { Result } from '../../core/result';
import { tellError } from '../ui/toast-store';
import { activityStore } from './activity-store';
import { engine, type RunOptions } from './engine-client';

/** Runs a command. Expected failures come back as values. */
export async function run<K extends CommandName>(
  name: K,
  args: CommandArgs<K>,
  options?: RunOptions,
): Promise<Result<CommandResult<K>>> {
  activityStore.getState().begin();
  try {
    return await engine.run(name, args, options);
  } finally {
    activityStore.getState().end();
  }
}

/** Runs a command; a failure is shown to the person and gives null. Being cancelled is no failure to tell. */
export async function runOrTell<K extends CommandName>(
  name: K,
  args: CommandArgs<K>,
  options?: RunOptions,
): Promise<{ readonly value: CommandResult<K> } | null> {
  const result = await run(name, args, options);
  if (result.ok) return { value: result.value };
  if (result.error.kind !== 'cancelled') tellError(result.error);
  return null;
}
