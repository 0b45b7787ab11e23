import { ExpectedError } from '../../core/result';
import { systemCodeOf } from '../../storage/sqlite/file-system';
import { StorageFault } from '../../storage/sqlite/storage-fault';

const unchanged = 'Nothing was written; the project is as it was.';

/** Why no copy could be written at `path`, as what a researcher is told; anything else as it is. */
export function copyFailure(thrown: unknown, path: string): unknown {
  const kind = thrown instanceof StorageFault ? thrown.kind : kindOfSystemError(thrown);
  const detail = thrown instanceof Error ? thrown.message : undefined;
  switch (kind) {
    case 'missing':
      return new ExpectedError('notFound', `There is no folder for ${path}. ${unchanged}`, detail);
    case 'readOnly':
      return new ExpectedError(
        'readOnly',
        `${path} can’t be written: the folder or the file is protected. ${unchanged}`,
        detail,
      );
    case 'diskFull':
      return new ExpectedError(
        'diskFull',
        `There is not enough room for the copy at ${path}. ${unchanged} Free some space or choose another disk.`,
        detail,
      );
    case 'exists':
      return taken(path);
    case 'corrupt':
    case 'notADatabase':
      return unsound('SQLite can’t read all of it.');
    case 'io':
      return new ExpectedError(
        'unreadableFile',
        `The disk did not answer properly while the copy was written at ${path}. ${unchanged} Check the disk.`,
        detail,
      );
    default:
      return thrown;
  }
}

export function taken(path: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    `There is already a file at ${path}. ${unchanged} Choose another name.`,
  );
}

/** A copy of what is not sound would carry the damage to somebody else. */
export function unsound(problem: string): ExpectedError {
  return new ExpectedError(
    'unreadableFile',
    `The project is not sound, so no copy for others was made: ${problem} Check the project file, and look for a backup.`,
  );
}

function kindOfSystemError(thrown: unknown): StorageFault['kind'] | undefined {
  switch (systemCodeOf(thrown)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'readOnly';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'diskFull';
    case 'EIO':
      return 'io';
    default:
      return undefined;
  }
}
