import { ExpectedError } from '../../core/result';
import { contentProblems } from '../../storage/backup-file';
import type { SqliteRuntime } from '../../storage/sqlite/types';
import type { Platform } from '../platform';
import { isWhole } from './checking';
import { copyFile, digestOf, pause } from './copying';
import { fileOf, folderOf, joined } from './folders';
import { putInPlace } from './take';

export interface RestoreOptions {
  readonly platform: Platform;
  readonly runtime: SqliteRuntime;
  /** Of the backup. */
  readonly path: string;
  /** Of the project file that is made. */
  readonly to: string;
  readonly evenIfDamaged: boolean;
  readonly signal: AbortSignal;
}

/**
 * Makes a project file of a backup. The backup stays as it is, and so does everything else: `to` is a new file, there
 * as a whole or not at all. Throws ExpectedError `unreadableFile` where the backup can't be opened, `conflict` where
 * something is at `to` or where what the backup holds is not as it was written (unless `evenIfDamaged`).
 */
export async function makeProjectOf(options: RestoreOptions): Promise<void> {
  const { platform, runtime, path, to, signal } = options;
  const files = platform.backgroundFiles;
  const taken = new ExpectedError(
    'conflict',
    `There is already a file at ${to}. Nothing was changed; choose another name.`,
  );
  if ((await files.look(path))?.kind !== 'file') {
    throw new ExpectedError('notFound', `There is no backup at ${path} (any more). Nothing was changed.`);
  }
  if ((await files.look(to)) !== null) throw taken;
  const part = joined(folderOf(to), `.emic-${platform.newId<string>()}.part`);
  const remove = () => files.remove(part).catch(() => undefined);
  try {
    const copied = await copyFile(platform, path, part, signal);
    const written = await digestOf(platform, part, signal);
    if (written.bytes !== copied.bytes || written.sha256 !== copied.sha256) {
      throw new ExpectedError(
        'unreadableFile',
        'The disk did not keep what was written to it. The backup is as it was; restore it to another disk.',
      );
    }
    if (!(await isWhole(platform, runtime, part, { signal }))) {
      throw new ExpectedError(
        'unreadableFile',
        `The backup ${fileOf(path)} is damaged and can’t be restored as a whole. Nothing was changed; choose another ` +
          'one, or save what can be read of it.',
      );
    }
    if (!options.evenIfDamaged) await refuseChanged(options, part);
    if (!(await putInPlace(platform, part, to))) throw taken;
    await files.syncFolder(folderOf(to));
  } finally {
    await remove();
  }
}

/** Texts and history carry digests: a backup that has changed on its disk is told from one that is as it was taken. */
async function refuseChanged(
  { platform, runtime, path, signal }: RestoreOptions,
  part: string,
): Promise<void> {
  const problems: string[] = [];
  for (const found of contentProblems({ path: part, runtime, files: platform.files }, platform.sha256)) {
    if (found !== null) problems.push(found);
    else await pause(0);
    signal.throwIfAborted();
  }
  const [first] = problems;
  if (first === undefined) return;
  const others = problems.length - 1;
  const more =
    others === 0 ? '' : others === 1 ? ' One more thing is wrong.' : ` ${others} more things are wrong.`;
  throw new ExpectedError(
    'conflict',
    `The backup ${fileOf(path)} is not sound: ${first}${more} Nothing was changed.`,
  );
}
