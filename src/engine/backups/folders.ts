import { type BackupFacts, readBackupFacts } from '../../storage/backup-file';
import { systemCodeOf } from '../../storage/sqlite/file-system';
import type { SqliteRuntime } from '../../storage/sqlite/types';
import type { Platform } from '../platform';
import { pause } from './copying';
import {
  type BackupName,
  backupFolderName,
  byTimeDownwards,
  isFolderOf,
  parseBackupName,
  stemOf,
} from './names';

/** Where the backups of one project are kept. */
export interface Place {
  /** The project's own path, through links. */
  readonly project: string;
  readonly stem: string;
  readonly folder: string;
  /** The folder that has to be there already; `folder` is made in it. */
  readonly parent: string;
}

/** A file that is called like a backup of the project. */
export interface Found extends BackupName {
  readonly path: string;
  readonly bytes: number;
  /** Null where it can't be read as a project. */
  readonly facts: BackupFacts | null;
}

/** Beside the project, or in a folder of its own among others' in the chosen one. */
export function placeOf(platform: Platform, path: string, chosen: string | null): Place {
  const project = realPathOf(platform, path);
  const stem = stemOf(project);
  const parent = chosen ?? folderOf(project);
  // Two projects of one name must not mix where all backups are kept together.
  const mark = chosen === null ? '' : ` (${platform.sha256([project]).slice(0, 6)})`;
  return { project, stem, parent, folder: joined(parent, backupFolderName(stem) + mark) };
}

function realPathOf({ files }: Platform, path: string): string {
  try {
    return files.realpathSync(path);
  } catch {
    return path;
  }
}

export function folderOf(path: string): string {
  return path.replace(/(?<=.)[/\\][^/\\]*$/, '') || '.';
}

export function fileOf(path: string): string {
  return path.split(/[/\\]/).pop() ?? path;
}

export function joined(folder: string, name: string): string {
  const slash = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return /[/\\]$/.test(folder) ? folder + name : folder + slash + name;
}

/** Where backups may be found: the place of now, the one beside, and those of the project before it was moved. */
export async function foldersToLookIn(
  platform: Platform,
  path: string,
  chosen: string | null,
): Promise<readonly string[]> {
  const place = placeOf(platform, path, chosen);
  const beside = placeOf(platform, path, null).folder;
  const names = chosen === null ? [] : await namesIn(platform, chosen);
  const others = names
    .filter((name) => isFolderOf(place.stem, name))
    .map((name) => joined(place.parent, name));
  return [...new Set([place.folder, beside, ...others])];
}

/** Nothing where the folder is not there (any more) or can't be looked into. */
export async function namesIn({ backgroundFiles }: Platform, folder: string): Promise<readonly string[]> {
  try {
    return await backgroundFiles.names(folder);
  } catch (error) {
    if (systemCodeOf(error) === undefined) throw error;
    return [];
  }
}

/** All that are called like backups of the project, newest first, unread. */
export async function namedBackups(
  platform: Platform,
  folder: string,
  stem: string,
): Promise<readonly (BackupName & { readonly path: string })[]> {
  const names = await namesIn(platform, folder);
  return names
    .flatMap((file) => {
      const name = parseBackupName(file);
      return name?.stem === stem ? [{ ...name, path: joined(folder, file) }] : [];
    })
    .sort(byTimeDownwards);
}

/** Looks into one; null where it is no file (any more). */
export async function look(
  platform: Platform,
  runtime: SqliteRuntime,
  named: BackupName & { readonly path: string },
): Promise<Found | null> {
  const status = await platform.backgroundFiles.look(named.path).catch(() => null);
  if (status?.kind !== 'file') return null;
  return { ...named, bytes: status.bytes, facts: factsOf(platform, runtime, named.path) };
}

/** Newest first. Between two of them others have their turn. */
export async function lookIntoAll(
  platform: Platform,
  runtime: SqliteRuntime,
  folder: string,
  stem: string,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const named of await namedBackups(platform, folder, stem)) {
    const each = await look(platform, runtime, named);
    if (each) found.push(each);
    await pause(0);
  }
  return found;
}

/** What a project file holds; null where it can't be read. */
export function factsOf(platform: Platform, runtime: SqliteRuntime, path: string): BackupFacts | null {
  try {
    return readBackupFacts({ path, runtime, files: platform.files });
  } catch {
    // Whatever is wrong with it: it is no backup that could be counted on.
    return null;
  }
}
