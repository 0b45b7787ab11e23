/**
 * Opening and creating project files, with the checks that come before SQLite sees a byte.
 */
import { BoundFile, folderOf } from './bound-file';
import { hostFault, resolveNew } from './compact-copy';
import { isJournalHot, readHeader } from './file-header';
import { type FileSystem, systemCodeOf } from './file-system';
import { SqliteDatabase } from './sqlite-database';
import { StorageFault } from './storage-fault';
import type { Database, OpenOptions } from './types';

const STATEMENTS_KEPT = 200;
const PATIENCE = 2000;
const WRITABLE = 2;

/**
 * Opens the database. The caller holds the lock file for `create` and `write`.
 * Throws StorageFault: `missing`, `exists`, `notADatabase` (empty files too), `corrupt`, `readOnly` (`create` only),
 * `needsRecovery` and `busy` (`read` only), `diskFull`, `io`.
 */
export function openDatabase(options: OpenOptions): Database {
  const { files } = options;
  if (options.mode === 'create') {
    const file = new BoundFile(files, resolveNew(files, options.path), false);
    try {
      file.create();
    } catch (error) {
      throw hostFault(error, options.path);
    }
    return construct(options, file, undefined, false);
  }
  const path = existing(files, options.path);
  const isHot = check(files, path);
  const readOnlyReason = options.mode === 'read' ? 'asked' : writeObstacle(files, path);
  const file = new BoundFile(files, path, readOnlyReason !== undefined);
  return construct(options, file, readOnlyReason, isHot && readOnlyReason === undefined);
}

function construct(
  options: OpenOptions,
  file: BoundFile,
  readOnlyReason: Database['readOnlyReason'],
  recovered: boolean,
): Database {
  return new SqliteDatabase({
    runtime: options.runtime,
    file,
    recovered,
    readOnlyReason,
    onConnect: options.onConnect,
    beforeChanges: options.beforeChanges,
    beforeCommit: options.beforeCommit,
    statementCacheSize: options.statementCacheSize ?? STATEMENTS_KEPT,
    patience: options.patience ?? PATIENCE,
  });
}

function existing(files: FileSystem, path: string): string {
  try {
    const real = files.realpathSync(path);
    // Before anything is opened: opening a pipe would wait for ever.
    if (files.statSync(real, { bigint: true, throwIfNoEntry: false })?.isFile()) return real;
  } catch (error) {
    throw hostFault(error, path);
  }
  throw new StorageFault('notADatabase', `${path} is not a file`);
}

/** Refuses what can't be a database; says whether an unfinished transaction waits to be rolled back. */
function check(files: FileSystem, path: string): boolean {
  try {
    const isHot = isJournalHot(files, path);
    const header = readHeader(files, path);
    // With a journal to roll back, the first page may be half written: SQLite looks after that.
    if (isHot) return true;
    if (header.isCut) throw new StorageFault('corrupt', `${path} is shorter than it says`);
    if (header.isSqlite) return false;
    const what = header.size === 0n ? 'is empty' : 'is not an SQLite file';
    throw new StorageFault('notADatabase', `${path} ${what}`);
  } catch (error) {
    throw error instanceof StorageFault ? error : hostFault(error, path);
  }
}

function writeObstacle(files: FileSystem, path: string): 'file' | 'folder' | undefined {
  const denied = new Set(['EACCES', 'EPERM', 'EROFS']);
  const isDenied = (attempt: () => void) => {
    try {
      attempt();
      return false;
    } catch (error) {
      if (denied.has(systemCodeOf(error) ?? '')) return true;
      throw hostFault(error, path);
    }
  };
  if (isDenied(() => files.closeSync(files.openSync(path, 'r+')))) return 'file';
  // The journal has to be made beside it.
  if (isDenied(() => files.accessSync(folderOf(path), WRITABLE))) return 'folder';
  return undefined;
}
