import type { ChangeHandlers, HandledChange } from '../context';
import { codeCommands } from './codes';
import { codingCommands } from './codings';
import { importCommands } from './import';
import { memoCommands } from './memos';
import { projectCommands } from './project';
import { sourceCommands } from './sources';

/** Every command that changes the project; a new one is a line in its area's file. */
export const changeHandlers: ChangeHandlers<HandledChange> = {
  ...projectCommands,
  ...sourceCommands,
  ...importCommands,
  ...codeCommands,
  ...codingCommands,
  ...memoCommands,
};
