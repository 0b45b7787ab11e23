import type { BackupTaken } from '../../contract/backups';
import { ExpectedError } from '../../core/result';
import { systemCodeOf } from '../../storage/sqlite/file-system';
import type { SqliteRuntime } from '../../storage/sqlite/types';
import type { Platform } from '../platform';
import { isWhole } from './checking';
import { type CommittedOptions, copyFile, digestOf, type FileDigest, ofOneState } from './copying';
import { type Found, factsOf, joined, look, lookIntoAll, namedBackups, namesIn, type Place } from './folders';
import { superfluous } from './keeping';
import { type BackupName, backupName, parsePartName, partName } from './names';

export interface TakeOptions extends Pick<CommittedOptions, 'signal' | 'turn'> {
  readonly platform: Platform;
  readonly runtime: SqliteRuntime;
  readonly place: Place;
  /** Waits for a moment in which nobody is at work; absent: nobody else is. */
  readonly quiet?: (() => Promise<void>) | undefined;
}

/**
 * A verified copy of the project file: copied while nothing is committed, synced, read again and compared, opened and
 * checked by SQLite, and only then given its name. Earlier ones go after that, within the bounds. Where nothing has
 * changed since the last one, that one is the answer.
 */
export async function takeBackup(options: TakeOptions): Promise<BackupTaken> {
  const { platform, place, signal } = options;
  await makeFolder(platform, place);
  await removeLeftovers(options);
  const now = platform.clock();
  const last = await lastOf(options);
  if (last && (await isSame(options, last.path))) return { path: last.path, at: last.at, isNew: false };

  const name = await freeName(options, now);
  const part = joined(
    place.folder,
    partName(backupName(name), platform.process.pid, platform.newId<string>()),
  );
  const remove = () => platform.backgroundFiles.remove(part).catch(() => undefined);
  try {
    const copied = await ofOneState(
      { platform, path: place.project, signal, turn: options.turn },
      () => copyFile(platform, place.project, part, signal),
      remove,
    );
    await verify(options, part, copied);
    const path = await giveName(options, part, name);
    await prune(options, path, now).catch((error: unknown) => {
      // What is too much can go next time.
      if (systemCodeOf(error) === undefined && !signal.aborted) throw error;
    });
    const { at } = name;
    return { path, at, isNew: true };
  } finally {
    await remove();
  }
}

async function makeFolder({ backgroundFiles }: Platform, { parent, folder }: Place): Promise<void> {
  if ((await backgroundFiles.look(folder))?.kind === 'folder') return;
  await backgroundFiles.makeFolder(folder);
  await backgroundFiles.syncFolder(parent);
}

const dayInMilliseconds = 24 * 60 * 60_000;

/** Copies that were cut off: their process is gone, or it can't be at it any more. */
async function removeLeftovers({ platform, place }: TakeOptions): Promise<void> {
  const files = platform.backgroundFiles;
  for (const name of await namesIn(platform, place.folder)) {
    const part = parsePartName(name);
    if (part?.stem !== place.stem) continue;
    const path = joined(place.folder, name);
    const isAlive = platform.process.startOf(part.process) !== undefined;
    const age = Date.parse(platform.clock()) - ((await files.look(path))?.modifiedAt ?? 0);
    if (!isAlive || age > dayInMilliseconds) await files.remove(path).catch(() => undefined);
  }
}

/** The newest that can be read and is of this project. */
async function lastOf({ platform, runtime, place }: TakeOptions): Promise<Found | null> {
  const lineage = factsOf(platform, runtime, place.project)?.lineage;
  for (const named of await namedBackups(platform, place.folder, place.stem)) {
    const found = await look(platform, runtime, named);
    if (found?.facts && found.facts.lineage === lineage) return found;
  }
  return null;
}

/** Byte by byte; what a glance at the lengths tells is not read. */
async function isSame(options: TakeOptions, backup: string): Promise<boolean> {
  const { platform, place, signal } = options;
  const files = platform.backgroundFiles;
  if ((await files.look(backup))?.bytes !== (await files.look(place.project))?.bytes) return false;
  const of = { platform, path: place.project, signal, turn: options.turn };
  const project = await ofOneState(
    of,
    () => digestOf(platform, place.project, signal),
    async () => undefined,
  );
  return project.sha256 === (await digestOf(platform, backup, signal)).sha256;
}

async function freeName({ platform, place }: TakeOptions, now: string): Promise<BackupName> {
  const at = `${now.slice(0, 16)}:00.000Z`;
  const named = await namedBackups(platform, place.folder, place.stem);
  const ofThisMinute = named.filter((each) => each.at === at).map(({ number }) => number);
  return { stem: place.stem, at, number: Math.max(0, ...ofThisMinute) + 1 };
}

async function verify(options: TakeOptions, part: string, copied: FileDigest): Promise<void> {
  const { platform, runtime, signal } = options;
  const { bytes, sha256 } = await digestOf(platform, part, signal);
  if (bytes !== copied.bytes || sha256 !== copied.sha256) {
    throw new ExpectedError('unreadableFile', 'the disk did not keep what was written to it');
  }
  if (!(await isWhole(platform, runtime, part, options))) {
    throw new DamagedProject(
      'The project file seems to be damaged: its copy does not pass SQLite’s check, so it was not kept. The earlier ' +
        'backups were kept as they are. Check the project file.',
    );
  }
}

/** The copy is true, and what it is a copy of is not sound. */
export class DamagedProject extends ExpectedError {
  constructor(message: string) {
    super('unreadableFile', message);
  }
}

/** Never in the place of another file. */
async function giveName({ platform, place }: TakeOptions, part: string, name: BackupName): Promise<string> {
  const files = platform.backgroundFiles;
  for (let number = name.number; ; number += 1) {
    const path = joined(place.folder, backupName({ ...name, number }));
    if (await putInPlace(platform, part, path)) {
      await files.syncFolder(place.folder);
      return path;
    }
  }
}

/** Gives a file its name unless something is called so; false then. A link refuses to replace, a rename does not. */
export async function putInPlace({ backgroundFiles }: Platform, from: string, to: string): Promise<boolean> {
  try {
    await backgroundFiles.link(from, to);
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    if ((await backgroundFiles.look(to)) !== null) return false;
    // Not every file system has links.
    await backgroundFiles.rename(from, to);
    return true;
  }
  await backgroundFiles.remove(from).catch(() => undefined);
  return true;
}

/** Takes away what the bounds leave over; only files that are sound backups of this very project. */
async function prune(options: TakeOptions, fresh: string, now: string): Promise<void> {
  const { platform, runtime, place } = options;
  const all = await lookIntoAll(platform, runtime, place.folder, place.stem);
  const lineage = all.find(({ path }) => path === fresh)?.facts?.lineage;
  let ours = all.filter(({ facts }) => facts !== null && facts.lineage === lineage);
  const sure = new Set([fresh]);
  for (;;) {
    const taken = ours.find(({ path }) => path === fresh);
    if (!taken) return;
    const next = superfluous(ours, taken, now)[0];
    if (!next) return;
    const { insteadOf } = next;
    if (insteadOf && !sure.has(insteadOf.path)) {
      // Nothing goes in favour of a backup that only looks sound.
      if (await isWhole(platform, runtime, insteadOf.path, options)) sure.add(insteadOf.path);
      else ours = ours.filter((each) => each !== insteadOf);
      continue;
    }
    await platform.backgroundFiles.remove(next.backup.path);
    ours = ours.filter((each) => each !== next.backup);
  }
}
