import { type AppError, ExpectedError } from '../core/result';
import { systemCodeOf } from '../storage/sqlite/file-system';
import { StorageFault } from '../storage/sqlite/storage-fault';

/** Turns whatever was thrown into what a researcher is told. What is not expected is a bug. */
export function appErrorFrom(thrown: unknown, doing: string): AppError {
  if (thrown instanceof ExpectedError) return thrown.appError;
  if (thrown instanceof StorageFault) return fromStorageFault(thrown, doing);
  if (thrown instanceof Error && thrown.name === 'AbortError') return cancelled;
  const code = systemCodeOf(thrown);
  const detail = thrown instanceof Error ? `${doing}: ${thrown.name}: ${thrown.message}` : doing;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        kind: 'diskFull',
        message: 'The disk is full. Nothing was changed; free some space and try again.',
        detail,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        kind: 'readOnly',
        message: 'The file or its folder may not be written here. Nothing was changed.',
        detail,
      };
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        kind: 'notFound',
        message: 'The file or its folder is not there (any more). Nothing was changed.',
        detail,
      };
    case 'EISDIR':
      return { kind: 'invalid', message: 'That is a folder, not a file. Nothing was changed.', detail };
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ERR_INVALID_ARG_VALUE':
      return {
        kind: 'invalid',
        message:
          'This path can’t be used: it is too long, goes in a circle, or holds a character that no file name can ' +
          'have. Nothing was changed.',
        detail,
      };
    case 'EBUSY':
    case 'ETXTBSY':
      return {
        kind: 'conflict',
        message: 'Another program is using this file. Nothing was changed; try again in a moment.',
        detail,
      };
    case 'EIO':
      return {
        kind: 'unreadableFile',
        message: 'The disk did not answer properly. Nothing was changed; check the disk.',
        detail,
      };
    default:
      return {
        kind: 'bug',
        message: 'Something went wrong inside Emic. The project is as it was before; please report this.',
        detail,
      };
  }
}

export const cancelled: AppError = { kind: 'cancelled', message: 'Cancelled. Nothing was changed.' };

function fromStorageFault(fault: StorageFault, doing: string): AppError {
  const detail = `${doing}: ${fault.kind}: ${fault.message}`;
  // A file that was cut to nothing is an empty database to SQLite.
  const kind = fault.message.startsWith('no such table: ') ? 'corrupt' : fault.kind;
  switch (kind) {
    case 'diskFull':
      return {
        kind: 'diskFull',
        message:
          'The disk is full. The change was not made; everything before it is safe. Free some space and try again.',
        detail,
      };
    case 'readOnly':
      return {
        kind: 'readOnly',
        message:
          'The project can only be read here: its file, folder or disk may not be written. Nothing was changed.',
        detail,
      };
    case 'busy':
    case 'needsRecovery':
      return {
        kind: 'conflict',
        message: 'Another program is writing the project file. Nothing was changed; try again in a moment.',
        detail,
      };
    case 'missing':
    case 'replaced':
      return {
        kind: 'conflict',
        message:
          fault.outcome === 'committed'
            ? 'The project file was moved, deleted or replaced by another program at this moment. This last change is ' +
              'in your version, which is still here: save it as a copy.'
            : 'The project file was moved, deleted or replaced by another program while it was open. Nothing was ' +
              'changed; your version is still here.',
        detail,
      };
    case 'corrupt':
    case 'notADatabase':
      return {
        kind: 'unreadableFile',
        message:
          'The project file is damaged. Nothing more was changed; keep the file and look for a backup.',
        detail,
      };
    case 'io':
      return {
        kind: 'unreadableFile',
        message:
          fault.outcome === 'rolledBack'
            ? 'The disk did not answer properly. The change was not made; everything before it is safe. Check the ' +
              'disk and try again.'
            : 'The disk did not answer properly. Everything before the last change is safe; whether that one was ' +
              'stored shows when the disk answers again. Check the disk.',
        detail,
      };
    case 'exists':
      return {
        kind: 'conflict',
        message: 'There is already a file of that name. Nothing was changed.',
        detail,
      };
    default:
      return {
        kind: 'bug',
        message: 'Something went wrong inside Emic. The project is as it was before; please report this.',
        detail,
      };
  }
}
