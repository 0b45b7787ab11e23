import { ExpectedError } from '../../core/result';
import { findProblems } from '../../storage/integrity';
import { fileName, openProjectFile } from '../../storage/project-file';
import { schemaVersion, storedVersion } from '../../storage/schema';
import { StorageFault } from '../../storage/sqlite/storage-fault';
import type { Database } from '../../storage/sqlite/types';
import { joined } from '../backups/folders';
import type { PrepareContext } from '../context';

export interface OtherCopy {
  readonly path: string;
  /** The file's. */
  readonly name: string;
  /** Of the present schema version, for reading. */
  readonly database: Database;
}

/**
 * Opens another project file to look into it, and closes it. It is never written: one of an older form is brought to
 * the present one in a copy of its own, which goes afterwards. Throws ExpectedError where the file is missing, no
 * project, damaged, or of a newer Emic.
 */
export async function withOtherCopy<T>(
  path: string,
  context: PrepareContext,
  work: (other: OtherCopy) => T,
): Promise<T> {
  const name = fileName(path);
  try {
    const files = { runtime: await context.platform.loadSqlite(), files: context.platform.files };
    const open = (at: string, readOnly: boolean) =>
      openProjectFile({ ...files, path: at, history: context.platform, readOnly });
    const use = async (database: Database) => {
      await refuseDamaged(database, name, context);
      return work({ path, name, database });
    };
    return await closing(open(path, true), async (database) => {
      if (storedVersion(database) === schemaVersion) return use(database);
      return context.platform.withTemporaryFolder((folder) => {
        const copy = joined(folder, 'copy.emic');
        database.copyTo(copy);
        return closing(open(copy, false), use);
      });
    });
  } catch (error) {
    throw expectedOf(error, name);
  }
}

async function closing<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function refuseDamaged(
  database: Database,
  name: string,
  { platform, progress, signal }: PrepareContext,
): Promise<void> {
  let checked = 0;
  for (const problem of findProblems(database, platform.sha256)) {
    if (problem !== null) throw damaged(name, problem);
    checked += 1;
    progress(checked, null, name);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}

function damaged(name: string, problem: string): ExpectedError {
  return new ExpectedError(
    'unreadableFile',
    `${name} is damaged, so it was not compared: ${problem} Ask for another copy of it.`,
  );
}

function expectedOf(error: unknown, name: string): unknown {
  if (!(error instanceof StorageFault)) return error;
  switch (error.kind) {
    case 'corrupt':
    case 'notADatabase':
      return damaged(name, 'SQLite can’t read all of it.');
    case 'busy':
    case 'needsRecovery':
      return new ExpectedError(
        'conflict',
        `${name} is being written by another program, or was not closed properly. Open it in Emic once, then compare.`,
        error.message,
      );
    case 'readOnly':
      return new ExpectedError('readOnly', `${name} may not be read. Nothing was compared.`, error.message);
    default:
      return error;
  }
}
