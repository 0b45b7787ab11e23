import { ExpectedError } from '../../core/result';
import { checkTables, readBackupFacts } from '../../storage/backup-file';
import { StorageFault } from '../../storage/sqlite/storage-fault';
import type { SqliteRuntime } from '../../storage/sqlite/types';
import type { Platform } from '../platform';
import { pause } from './copying';

/**
 * Whether SQLite finds every table of a file whole. Between two tables others have their turn; `quiet` waits for a
 * moment in which nobody is at work, since the check of one large table can't be interrupted.
 */
export async function isWhole(
  platform: Platform,
  runtime: SqliteRuntime,
  path: string,
  { signal, quiet }: { readonly signal: AbortSignal; readonly quiet?: (() => Promise<void>) | undefined },
): Promise<boolean> {
  const options = { path, runtime, files: platform.files };
  try {
    readBackupFacts(options);
    await quiet?.();
    for (const problems of checkTables(options)) {
      if (problems.length > 0) return false;
      await (quiet ? quiet() : pause(0));
      signal.throwIfAborted();
    }
    return true;
  } catch (error) {
    // A disk that does not answer says nothing about the file.
    const isDamage =
      error instanceof ExpectedError ||
      (error instanceof StorageFault && (error.kind === 'corrupt' || error.kind === 'notADatabase'));
    if (isDamage) return false;
    throw error;
  }
}
