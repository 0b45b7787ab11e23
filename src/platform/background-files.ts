import { link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import type { BackgroundFile, BackgroundFiles } from '../engine/platform';
import { systemCodeOf } from '../storage/sqlite/file-system';

/** Where a folder can't be opened or synced, its entries are durable with its files, or never surely so. */
const noFolderSync = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF']);
const nothingThere = new Set(['ENOENT', 'ENOTDIR']);

export const backgroundFiles: BackgroundFiles = {
  open: openFile,
  async look(path) {
    try {
      const status = await stat(path);
      const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
      return { kind, bytes: status.size, modifiedAt: status.mtimeMs };
    } catch (error) {
      if (nothingThere.has(systemCodeOf(error) ?? '')) return null;
      throw error;
    }
  },
  names: (folder) => readdir(folder),
  async makeFolder(path) {
    try {
      await mkdir(path);
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
    }
  },
  link,
  rename,
  remove: unlink,
  async syncFolder(path) {
    try {
      const folder = await open(path, 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      if (!noFolderSync.has(systemCodeOf(error) ?? '')) throw error;
    }
  },
};

async function openFile(path: string, flags: 'r' | 'wx'): Promise<BackgroundFile> {
  const handle = await open(path, flags);
  return {
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}
