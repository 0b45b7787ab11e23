import type { CommandArgs, CommandName, CommandResult } from '../../contract/commands';
import { tell, tellError } from '../ui/toast-store';
import type { RunOptions } from './engine-client';
import { run } from './run';
import { withTask } from './task-store';

/** Runs a command that may be long, as a task; a failure is told, and so is that a cancel left all as it was. */
export function runTask<K extends CommandName>(
  title: string,
  name: K,
  args: CommandArgs<K>,
): Promise<{ readonly value: CommandResult<K> } | null> {
  const work = async (options: RunOptions) => {
    const result = await run(name, args, options);
    if (result.ok) return { value: result.value };
    if (result.error.kind === 'cancelled') tell({ kind: 'info', message: result.error.message });
    else tellError(result.error);
    return null;
  };
  return withTask(title, work, { patience: 200 });
}
