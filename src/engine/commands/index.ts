import type { ChangeHandlers, HandledChange } from '../context';
import { autocodeCommands } from './autocode';
import { codeSetCommands } from './code-sets';
import { splitCommands } from './code-split';
import { codeCommands } from './codes';
import { codesAtOnceCommands } from './codes-at-once';
import { codingCommands } from './codings';
import { editingHandlers } from './editing';
import { importCommands } from './import';
import { memoTypeCommands } from './memo-types';
import { memoCommands } from './memos';
import { projectCommands } from './project';
import { quotationCommands } from './quotations';
import { sourceCommands } from './sources';
import { structureCommands } from './structure';
import { uniteCommands } from './unite-codings';

/** Every command that changes the project; a new one is a line in its area's file. */
export const changeHandlers: ChangeHandlers<HandledChange> = {
  ...projectCommands,
  ...sourceCommands,
  ...structureCommands,
  ...importCommands,
  ...editingHandlers,
  ...codeCommands,
  ...splitCommands,
  ...codesAtOnceCommands,
  ...codeSetCommands,
  ...codingCommands,
  ...quotationCommands,
  ...uniteCommands,
  ...autocodeCommands,
  ...memoCommands,
  ...memoTypeCommands,
};
