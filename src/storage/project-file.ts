import { ExpectedError } from '../core/result';
import { prepareRecording } from './change-log/recording';
import { type HistoryTools, layBase } from './change-log/seal';
import { applicationId, migrate, schemaVersion, storedVersion } from './schema';
import { readInPresentForm } from './schema/older-form';
import { hostFault, putInPlace } from './sqlite/compact-copy';
import { type FileSystem, systemCodeOf } from './sqlite/file-system';
import { openDatabase } from './sqlite/open-database';
import { StorageFault } from './sqlite/storage-fault';
import type { Database, OpenOptions } from './sqlite/types';

/**
 * Opening and making `name.emic`: one SQLite file that says by its `application_id` that it is ours and by its
 * `user_version` which schema it holds.
 */
export type ProjectFileOptions = Pick<OpenOptions, 'path' | 'runtime' | 'files' | 'beforeCommit'> & {
  readonly history: HistoryTools;
};

export interface NewProject {
  readonly id: string;
  readonly lineage: string;
  readonly name: string;
  readonly createdAt: string;
  /** Program and version that made the file. */
  readonly createdWith: string;
}

/**
 * Throws ExpectedError `conflict` where a file is already. The file is made beside its place and put there when it is
 * whole, so that a crash leaves nothing that would be in the way of the next try.
 */
export function createProjectFile(options: ProjectFileOptions, project: NewProject): Database {
  const { files, path } = options;
  // Of one short length whatever the project is called.
  const part = path.replace(/[^/\\]*$/, `.emic-${project.id}.part`);
  try {
    if (isThere(files, path)) throw new StorageFault('exists', `${path} exists`);
    makeProject({ ...options, path: part }, project);
    putInPlace(files, part, path, false);
  } catch (error) {
    const fault = systemCodeOf(error) === undefined ? error : hostFault(error, path);
    throw expectedFromOpening(fault, path, 'create');
  } finally {
    removeQuietly(files, part);
  }
  return openProjectFile(options);
}

function makeProject(options: ProjectFileOptions, project: NewProject): void {
  const database = openDatabase({ ...options, mode: 'create' });
  try {
    database.transaction(() => {
      migrate(database, options.history);
      database
        .prepare(
          `INSERT INTO project (id, lineage, name, description, revision, created_at, created_with, base_revision,
            base_digest) VALUES (?, ?, ?, '', 0, ?, ?, 0, '')`,
        )
        .run([project.id, project.lineage, project.name, project.createdAt, project.createdWith]);
      layBase(database, options.history.sha256);
    });
  } finally {
    database.close();
  }
}

function isThere(files: FileSystem, path: string): boolean {
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
    // It stays; its name says that it is only a part.
  }
}

/** Throws ExpectedError when the file is no project, damaged, or written by a newer program. */
export function openProjectFile(options: ProjectFileOptions & { readonly readOnly?: boolean }): Database {
  const database = open({ ...options, mode: options.readOnly ? 'read' : 'write' });
  try {
    checkIsProject(database, options.path);
    if (database.canWrite && storedVersion(database) < schemaVersion) {
      database.transaction(() => migrate(database, options.history));
      prepareRecording(database);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function open(options: ProjectFileOptions & { readonly mode: OpenOptions['mode'] }): Database {
  try {
    return openDatabase({
      ...options,
      onConnect: (database) => {
        if (database.canWrite) return;
        const version = storedVersion(database);
        if (version > 0 && version < schemaVersion) readInPresentForm(database);
      },
      // Not at opening, which would take longer by it; a file of an older form is not recorded yet.
      beforeChanges: (database) => {
        if (storedVersion(database) === schemaVersion) prepareRecording(database);
      },
    });
  } catch (error) {
    throw expectedFromOpening(error, options.path, 'open');
  }
}

function checkIsProject(database: Database, path: string): void {
  const name = fileName(path);
  if (database.prepare('PRAGMA application_id').value() !== applicationId) {
    throw new ExpectedError(
      'unreadableFile',
      `${name} is an SQLite file, but not an Emic project. Nothing was changed.`,
    );
  }
  const version = storedVersion(database);
  if (version > schemaVersion) {
    throw new ExpectedError(
      'newerVersion',
      `${name} was written by a newer Emic (file version ${version}; this one reads up to ${schemaVersion}). ` +
        'Nothing was changed; open it with the newer version.',
    );
  }
}

/** A fault of opening or making the file at `path` (or its lock) as what a researcher is told; others as they are. */
export function expectedFromOpening(error: unknown, path: string, doing: 'open' | 'create'): unknown {
  if (!(error instanceof StorageFault)) return error;
  const name = fileName(path);
  const detail = error.message;
  switch (error.kind) {
    case 'missing':
      return doing === 'open'
        ? new ExpectedError('notFound', `There is no project at ${path}.`, detail)
        : new ExpectedError('notFound', `There is no folder for ${path}. Nothing was changed.`, detail);
    case 'exists':
      return new ExpectedError(
        'conflict',
        `There is already a file at ${path}. Nothing was changed; choose another name.`,
        detail,
      );
    case 'notADatabase':
      return new ExpectedError(
        'unreadableFile',
        `${name} is not an Emic project: it is not an SQLite file. Nothing was changed.`,
        detail,
      );
    case 'corrupt':
      return new ExpectedError(
        'unreadableFile',
        `${name} is damaged and could not be opened. Nothing was changed; a backup or a copy may be intact.`,
        detail,
      );
    case 'readOnly':
      if (doing === 'open') return error;
      return new ExpectedError(
        'readOnly',
        `${name} can’t be made there: the folder may not be written. Choose another folder.`,
        detail,
      );
    default:
      // A path that the system can't take: the disk is not to blame.
      return unfitPathCodes.has(error.systemCode ?? '') ? error.cause : error;
  }
}

const unfitPathCodes = new Set(['ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);

export function fileName(path: string): string {
  return path.split(/[/\\]/).pop() ?? path;
}
