import type { FileSystem } from '../storage/sqlite/file-system';

/** Whether `path` leads to the file at `realPath`, by links or detours too. False where there is nothing. */
export function isSameFile(files: FileSystem, path: string, realPath: string): boolean {
  try {
    return files.realpathSync(path) === realPath;
  } catch {
    return false;
  }
}
