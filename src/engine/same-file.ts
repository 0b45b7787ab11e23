import { folderOf } from '../storage/sqlite/bound-file';
import type { FileSystem } from '../storage/sqlite/file-system';
import { lockHolder } from '../storage/sqlite/lock-file';
import type { Platform } from './platform';

/** Whether `path` leads to the file at `realPath`, by links or detours too. False where there is nothing. */
export function isSameFile(files: FileSystem, path: string, realPath: string): boolean {
  try {
    if (files.realpathSync(path) === realPath) return true;
    const [one, other] = [identityAt(files, path), identityAt(files, realPath)];
    return one !== null && one === other;
  } catch {
    return false;
  }
}

/** Of the file at a path; null where there is none. Two paths of one file (hard links too) have the same. */
export function identityAt(files: FileSystem, path: string): string | null {
  const status = files.statSync(path, { bigint: true, throwIfNoEntry: false });
  return status?.isFile() ? `${status.dev}:${status.ino}` : null;
}

/**
 * Another name of the file at `path` in the same folder (a hard link) under which somebody holds it: locks stand by
 * name, so without this look two programs might write to one file.
 */
export async function heldOtherName(platform: Platform, path: string): Promise<string | null> {
  const { files } = platform;
  const now = platform.clock;
  for (const name of await otherNames(platform, path)) {
    if (lockHolder({ path: name, files, process: platform.process, now })) return name;
  }
  return null;
}

/** Where in its folder the file is that had the number `identity` at `path`; null where it can't be found. */
export async function findByIdentity(
  platform: Platform,
  path: string,
  identity: string,
): Promise<string | null> {
  const names = await projectsBeside(platform, path);
  return names.find((name) => identityAt(platform.files, name) === identity) ?? null;
}

async function otherNames(platform: Platform, path: string): Promise<readonly string[]> {
  try {
    const { files } = platform;
    const real = files.realpathSync(path);
    const status = files.statSync(real, { bigint: true, throwIfNoEntry: false });
    if (!status || status.nlink <= 1n) return [];
    const identity = `${status.dev}:${status.ino}`;
    const names = await projectsBeside(platform, real);
    return names.filter((name) => name !== real && identityAt(files, name) === identity);
  } catch {
    return [];
  }
}

async function projectsBeside(platform: Platform, path: string): Promise<readonly string[]> {
  try {
    const entries = await platform.documents.list(folderOf(path));
    return entries.filter(({ isFolder }) => !isFolder).map((entry) => entry.path);
  } catch {
    return [];
  }
}
