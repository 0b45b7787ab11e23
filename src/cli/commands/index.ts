import type { CliCommand } from '../command';
import { addCode, applyCode } from './code';
import { cooccurrence } from './cooccurrence';
import { exportFile } from './export';
import { importDocuments } from './import';
import { list } from './list';
import { check, history, newProject, redo, undo } from './project';

/** Every command, in the order of the help. */
export const cliCommands: readonly CliCommand[] = [
  newProject,
  importDocuments,
  list,
  addCode,
  applyCode,
  cooccurrence,
  exportFile,
  undo,
  redo,
  history,
  check,
];
