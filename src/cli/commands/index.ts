import type { CliCommand } from '../command';
import { autocode } from './autocode';
import { backUp, backups, restore } from './backups';
import { addCode, applyCode } from './code';
import { cooccurrence } from './cooccurrence';
import { compare, copy } from './copies';
import { erase } from './erase';
import { exportFile } from './export';
import { history } from './history';
import { importDocuments } from './import';
import { list } from './list';
import { check, newProject, redo, undo } from './project';
import { repair } from './repair';
import { replaceText } from './replace-text';
import { structure } from './structure';

/** Every command, in the order of the help. */
export const cliCommands: readonly CliCommand[] = [
  newProject,
  importDocuments,
  list,
  addCode,
  applyCode,
  autocode,
  structure,
  replaceText,
  cooccurrence,
  exportFile,
  undo,
  redo,
  history,
  check,
  copy,
  compare,
  backUp,
  backups,
  restore,
  repair,
  erase,
];
