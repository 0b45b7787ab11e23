import type { CopyWritten } from '../../contract/copies';
import { ExpectedError } from '../../core/result';
import { putInitials } from '../../storage/copies/coder-names';
import { closeLastStep, dropHistory, dropWorkInProgress } from '../../storage/copies/lean-copy';
import { findProblems } from '../../storage/integrity';
import { openProjectFile } from '../../storage/project-file';
import { schemaVersion, storedVersion } from '../../storage/schema';
import { lockHolder } from '../../storage/sqlite/lock-file';
import type { Database, ReadableDatabase, SqliteRuntime } from '../../storage/sqlite/types';
import { folderOf, joined } from '../backups/folders';
import { putInPlace } from '../backups/take';
import type { PrepareContext } from '../context';
import type { Platform } from '../platform';
import { isSameFile } from '../same-file';
import { troubleErrorKind, troubleSentence } from '../watch-words';
import { copyFailure, taken, unsound } from './failures';

export interface CopyWishes {
  readonly path: string;
  readonly history: boolean;
  readonly names: 'kept' | 'initials';
  /** Whoever asks has agreed to the loss of what is there. */
  readonly replace: boolean;
}

type Context = Pick<PrepareContext, 'database' | 'platform' | 'session' | 'signal' | 'progress'>;

/**
 * Writes one compact, checked file for somebody else: there as a whole or not at all. The project is only read. What
 * a copy leaves out is taken off a first one, of which a second is written row by row, so that nothing of it is left in
 * any page. Throws ExpectedError.
 */
export async function saveCopy(wishes: CopyWishes, context: Context): Promise<CopyWritten> {
  const { platform } = context;
  const { path } = wishes;
  await refusePath(wishes, context);
  const folder = folderOf(path);
  const parts = [1, 2].map(() => joined(folder, `.emic-${platform.newId<string>()}.part`));
  const [first = '', second = ''] = parts;
  try {
    const runtime = await platform.loadSqlite();
    context.database.copyTo(first);
    const isChanged = await makeLean({ ...wishes, runtime, first, second }, context);
    const finished = isChanged ? second : first;
    if (isChanged) await refuseUnsound(finished, runtime, context);
    context.signal.throwIfAborted();
    await giveName(wishes, finished, platform);
    return { path, bytes: (await platform.backgroundFiles.look(path))?.bytes ?? 0 };
  } catch (error) {
    throw copyFailure(error, path);
  } finally {
    for (const part of parts) await removeQuietly(platform, part);
  }
}

async function refusePath({ path, replace }: CopyWishes, { platform, database, session }: Context) {
  const state = session();
  const trouble = state.state === 'open' ? state.trouble : null;
  if (trouble?.kind === 'overwritten' || trouble?.kind === 'damaged') {
    throw new ExpectedError(troubleErrorKind(trouble), `${troubleSentence(trouble)} Nothing was written.`);
  }
  if (path === database.path || isSameFile(platform.files, path, database.path)) {
    throw new ExpectedError(
      'conflict',
      'That is the project itself. Nothing was written; choose another name for the copy.',
    );
  }
  const there = await platform.backgroundFiles.look(path);
  if (there === null) return;
  if (there.kind !== 'file') {
    throw new ExpectedError('invalid', `${path} is not a file. Nothing was written; choose another name.`);
  }
  if (!replace) throw taken(path);
  const now = platform.clock;
  if (lockHolder({ path, files: platform.files, process: platform.process, now })) {
    throw new ExpectedError(
      'conflict',
      `The project at ${path} is open in Emic. Nothing was written; choose another name for the copy.`,
    );
  }
  // SQLite would take what is left of another file's last change for the copy's own.
  const journal = await platform.backgroundFiles.look(`${path}-journal`);
  if (journal !== null && journal.bytes > 0) {
    throw new ExpectedError(
      'conflict',
      `The file at ${path} is in use or was not closed properly. Nothing was written; choose another name.`,
    );
  }
}

interface Making extends CopyWishes {
  readonly runtime: SqliteRuntime;
  /** Where a plain copy of the project is. */
  readonly first: string;
  /** Where the copy goes that was made of it. */
  readonly second: string;
}

/** Checks the plain copy and takes off it what was asked; false where nothing was to be changed. */
async function makeLean(making: Making, context: Context): Promise<boolean> {
  const { platform } = context;
  const isOld = storedVersion(context.database) < schemaVersion;
  const options = { path: making.first, runtime: making.runtime, files: platform.files, history: platform };
  const copy = openProjectFile(options);
  try {
    await refuseProblems(copy, context);
    context.signal.throwIfAborted();
    const isChanged = transform(copy, making, platform);
    if (isChanged || isOld) copy.copyTo(making.second);
    return isChanged || isOld;
  } finally {
    copy.close();
  }
}

function transform(copy: Database, { history, names }: CopyWishes, { sha256 }: Platform): boolean {
  copy.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF;');
  return copy.transaction(() => {
    let isChanged = dropWorkInProgress(copy);
    if (history) isChanged = closeLastStep(copy, sha256) || isChanged;
    else {
      dropHistory(copy, sha256);
      isChanged = true;
    }
    if (names === 'initials') {
      putInitials(copy, sha256);
      isChanged = true;
    }
    return isChanged;
  });
}

async function refuseUnsound(path: string, runtime: SqliteRuntime, context: Context): Promise<void> {
  const { platform } = context;
  const copy = openProjectFile({ path, runtime, files: platform.files, history: platform, readOnly: true });
  try {
    await refuseProblems(copy, context);
  } finally {
    copy.close();
  }
}

async function refuseProblems(
  copy: ReadableDatabase,
  { platform, signal, progress }: Context,
): Promise<void> {
  let checked = 0;
  for (const problem of findProblems(copy, platform.sha256)) {
    if (problem !== null) throw unsound(problem);
    checked += 1;
    progress(checked, null, '');
    // Between two steps others have their turn, and whoever asked may change their mind.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}

/** The parts were synced when they were written. */
async function giveName({ path, replace }: CopyWishes, part: string, platform: Platform): Promise<void> {
  const files = platform.backgroundFiles;
  if (replace) {
    await files.rename(part, path);
    await files.remove(`${path}-journal`).catch(() => undefined);
  } else if (!(await putInPlace(platform, part, path))) throw taken(path);
  await files.syncFolder(folderOf(path));
}

async function removeQuietly({ backgroundFiles }: Platform, part: string): Promise<void> {
  for (const path of [part, `${part}-journal`]) await backgroundFiles.remove(path).catch(() => undefined);
}
