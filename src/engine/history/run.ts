import type { ChangeName, CheckedArgs } from '../../contract/commands';
import type { Changed, ChangePath } from './entries';
import { explain } from './explain';
import { restore } from './restore';
import { revert } from './revert';
import { travel } from './travel';

export type HistoryCommand = Extract<ChangeName, `history.${string}`>;

/** The commands that go through the history, instead of applying something new. */
const handlers: {
  readonly [K in HistoryCommand]: (path: ChangePath, args: CheckedArgs<K>) => Changed<unknown>;
} = {
  'history.undo': (path) => travel(path, 'undo'),
  'history.redo': (path) => travel(path, 'redo'),
  'history.restore': restore,
  'history.revert': revert,
  'history.explain': explain,
};

export function isHistoryCommand(name: string): name is HistoryCommand {
  return Object.hasOwn(handlers, name);
}

/** `args` as its schema has checked them. */
export function runHistory(path: ChangePath, name: HistoryCommand, args: never): Changed<unknown> {
  return handlers[name](path, args);
}
