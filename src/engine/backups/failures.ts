import type { AppError } from '../../core/result';
import { systemCodeOf } from '../../storage/sqlite/file-system';
import { appErrorFrom } from '../errors';
import { DamagedProject } from './take';

/** Why no backup was made, what is safe, what to do. */
export function backupFailure(thrown: unknown, folder: string): AppError {
  const error = appErrorFrom(thrown, 'backup');
  if (error.kind === 'cancelled' || error.kind === 'bug' || thrown instanceof DamagedProject) return error;
  const reason = reasonOf(thrown, error);
  return {
    ...error,
    message: `No backup could be made in ${folder}: ${reason.why}. The project itself is safe; ${reason.todo}.`,
  };
}

function reasonOf(thrown: unknown, error: AppError): { readonly why: string; readonly todo: string } {
  const elsewhere = 'or keep the backups in another folder';
  switch (systemCodeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { why: 'the folder is not there', todo: `connect its drive ${elsewhere}` };
    case 'EEXIST':
      return { why: 'a file has the folder’s name', todo: `move that file ${elsewhere}` };
  }
  switch (error.kind) {
    case 'diskFull':
      return { why: 'the disk is full', todo: `free some space ${elsewhere}` };
    case 'readOnly':
      return { why: 'the folder may not be written', todo: `change its rights ${elsewhere}` };
    case 'conflict':
      return { why: 'another program keeps writing the project', todo: 'try again in a moment' };
    default:
      return { why: 'the disk did not answer properly', todo: `check the disk ${elsewhere}` };
  }
}
