/**
 * A compact copy of an open database, complete at its path or not there at all.
 */
import { BoundFile, folderOf, syncFolderOf } from './bound-file';
import { type FileSystem, systemCodeOf } from './file-system';
import type { SqlJsFiles } from './sql-js-file';
import { StorageFault } from './storage-fault';

let copies = 0;

export interface CopyOptions {
  readonly files: FileSystem;
  readonly realFiles: SqlJsFiles;
  readonly path: string;
  readonly replace: boolean;
  /** Runs the SQL on the open database. */
  execute(sql: string): void;
}

/** Throws StorageFault (`exists`, `diskFull`, `readOnly`, ...). */
export function writeCopy(options: CopyOptions): void {
  const { files, realFiles } = options;
  const path = resolveNew(files, options.path);
  if (!options.replace && exists(files, path)) throw new StorageFault('exists', `${path} exists`);
  copies += 1;
  const name = `/emic-copy-${copies}`;
  const partial = new BoundFile(files, `${path}.${Math.random().toString(36).slice(2, 8)}.part`, false);
  try {
    partial.create();
    realFiles.bind(name, partial);
    options.execute(`VACUUM INTO '${name}'`);
    realFiles.unbind(partial);
    putInPlace(files, partial.path, path, options.replace);
  } catch (error) {
    throw error instanceof StorageFault ? withHostFault(error, partial) : hostFault(error, path);
  } finally {
    realFiles.unbind(partial);
    removeQuietly(files, partial.path);
    removeQuietly(files, `${partial.path}-journal`);
  }
}

/** Syncs a file and gives it its name; throws the system's error where a file has that name and `replace` is not set. */
export function putInPlace(files: FileSystem, partial: string, path: string, replace: boolean): void {
  const descriptor = files.openSync(partial, 'r+');
  try {
    files.fsyncSync(descriptor);
  } finally {
    files.closeSync(descriptor);
  }
  if (replace) files.renameSync(partial, path);
  else linkOrRename(files, partial, path);
  syncFolderOf(files, path);
}

/** A link refuses to replace, a rename does not; not every file system has links. */
function linkOrRename(files: FileSystem, partial: string, path: string): void {
  try {
    files.linkSync(partial, path);
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST' || exists(files, path)) throw error;
    files.renameSync(partial, path);
  }
}

/** The absolute path of a file that need not exist yet. */
export function resolveNew(files: FileSystem, path: string): string {
  const folder = folderOf(path);
  try {
    const name = path
      .slice(path.startsWith(folder) && folder !== '.' ? folder.length : 0)
      .replace(/^[/\\]/, '');
    const real = files.realpathSync(folder);
    return `${real}${real.endsWith('/') || real.endsWith('\\') ? '' : '/'}${name}`;
  } catch (error) {
    throw hostFault(error, path);
  }
}

/** The fault that a file error outside SQLite amounts to. */
export function hostFault(error: unknown, path: string): StorageFault {
  const systemCode = systemCodeOf(error);
  const causes = { systemCode, cause: error };
  switch (systemCode) {
    case 'EEXIST':
      return new StorageFault('exists', `${path} exists`, causes);
    case 'ENOENT':
    case 'ENOTDIR':
      return new StorageFault('missing', `there is no ${path}`, causes);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StorageFault('readOnly', `${path} can't be written or read`, causes);
    case 'ENOSPC':
    case 'EDQUOT':
      return new StorageFault('diskFull', `no room for ${path}`, causes);
    default:
      return new StorageFault('io', `${path}: ${systemCode ?? String(error)}`, causes);
  }
}

/** SQLite blames its main file; here it was the copy that the disk refused. */
function withHostFault(fault: StorageFault, partial: BoundFile): StorageFault {
  if (partial.fault === undefined) return fault;
  return hostFault(partial.fault.cause, partial.path);
}

function exists(files: FileSystem, path: string): boolean {
  try {
    return files.statSync(path, { bigint: true, throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function removeQuietly(files: FileSystem, path: string): void {
  try {
    files.unlinkSync(path);
  } catch {
    // Not there, as it should be; or a `.part` stays behind, which says what it is.
  }
}
