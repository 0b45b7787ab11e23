import { ExpectedError } from '../core/result';
import { findProblems } from './integrity';
import { fileName } from './project-file';
import { applicationId, schemaVersion, storedVersion } from './schema';
import type { Sha256 } from './sha256';
import { committedState } from './sqlite/file-state';
import { openDatabase } from './sqlite/open-database';
import type { Database, OpenOptions } from './sqlite/types';

/**
 * A copy of a project file, looked at without opening it as a project: it may be of an older or a newer Emic, or
 * damaged. Nothing is written.
 */
export interface BackupFacts {
  readonly lineage: string;
  readonly name: string;
  readonly revision: number;
  readonly documents: number;
  readonly codes: number;
  readonly codings: number;
}

export type FileOptions = Pick<OpenOptions, 'path' | 'runtime' | 'files'>;

/** Throws StorageFault or ExpectedError where the file is no project that can be read. */
export function readBackupFacts(options: FileOptions): BackupFacts {
  const database = openToLook(options);
  try {
    const project = database
      .prepare('SELECT lineage, name, revision FROM project')
      .get<Pick<BackupFacts, 'lineage' | 'name' | 'revision'>>();
    if (!project) throw new ExpectedError('unreadableFile', `${fileName(options.path)} holds no project.`);
    const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).value<number>() ?? 0;
    return { ...project, documents: count('source'), codes: count('code'), codings: count('coding') };
  } finally {
    database.close();
  }
}

/**
 * SQLite's check of every table, one at a step: between two steps others may have their turn. Gives what is wrong, a
 * sentence each. Throws as `readBackupFacts` does.
 */
export function* checkTables(options: FileOptions): Generator<readonly string[]> {
  const database = openToLook(options);
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").values<string>();
    for (const table of tables) {
      const lines = database.prepare(`PRAGMA quick_check("${table.replaceAll('"', '""')}")`).values<string>();
      yield lines.filter((line) => line !== 'ok');
    }
  } finally {
    database.close();
  }
}

/**
 * What `check` would find in a whole file: texts and history that are not as they were written. A sentence each, null
 * between two steps. A file of an older form can't be compared before it is brought to the present one.
 */
export function* contentProblems(options: FileOptions, sha256: Sha256): Generator<string | null> {
  const database = openToLook(options);
  try {
    if (storedVersion(database) === schemaVersion) yield* findProblems(database, sha256);
  } finally {
    database.close();
  }
}

function openToLook(options: FileOptions): Database {
  const database = openDatabase({ ...options, mode: 'read' });
  try {
    // Every page is wanted once: a large cache would only stay behind.
    database.prepare('PRAGMA cache_size = -2000').value();
    if (database.prepare('PRAGMA application_id').value() === applicationId) return database;
    throw new ExpectedError('unreadableFile', `${fileName(options.path)} is not an Emic project.`);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Whether the file was written by an older Emic and would be brought to the present form when opened for writing.
 * A transaction that a crash left unfinished is rolled back on the way, so that the file is complete. False for what
 * can't be opened: opening it says why.
 */
export function needsMigration(options: FileOptions): boolean {
  let database: Database | undefined;
  try {
    if (isSurelyPresent(options)) return false;
    database = openDatabase({ ...options, mode: 'write' });
    const isOurs = database.prepare('PRAGMA application_id').value() === applicationId;
    const version = storedVersion(database);
    return database.canWrite && isOurs && version > 0 && version < schemaVersion;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

/** By the file's own first bytes, which every opening can afford: most files need nothing. */
function isSurelyPresent({ files, path }: FileOptions): boolean {
  if (committedState(files, path) === undefined) return false;
  const header = new Uint8Array(100);
  const descriptor = files.openSync(path, 'r');
  try {
    files.readSync(descriptor, header, 0, header.length, 0);
  } finally {
    files.closeSync(descriptor);
  }
  const view = new DataView(header.buffer);
  return view.getInt32(68) !== applicationId || view.getInt32(60) >= schemaVersion;
}
