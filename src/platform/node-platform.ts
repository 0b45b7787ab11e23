import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { access, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ExpectedError } from '../core/result';
import type { DocumentFiles, Platform } from '../engine/platform';
import { systemCodeOf } from '../storage/sqlite/file-system';
import { processFacts } from '../storage/sqlite/process-facts';
import { backgroundFiles } from './background-files';
import { startSearchThread } from './search-thread';
import { loadSqliteRuntime } from './sqlite-runtime';

export interface NodePlatformOptions {
  /** Folder that holds `sql-wasm.wasm` and `sql-wasm-debug.wasm`. */
  readonly wasmDirectory: string;
  readonly appVersion: string;
}

/** The engine's platform in any Node process: Electron's engine process, the command line, tests. */
export function createNodePlatform(options: NodePlatformOptions): Platform {
  return {
    appVersion: options.appVersion,
    files: fs,
    process: processFacts({
      pid: process.pid,
      host: machineName(),
      signal: (pid) => void process.kill(pid, 0),
      readTextFile: (path) => fs.readFileSync(path, 'utf8'),
    }),
    every: (milliseconds, work) => {
      const timer = setInterval(work, milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
    loadSqlite: () => loadSqliteRuntime(options.wasmDirectory),
    documents,
    backgroundFiles,
    withTemporaryFolder: async (work) => {
      const folder = await mkdtemp(join(tmpdir(), 'emic-'));
      try {
        return await work(folder);
      } finally {
        await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      }
    },
    newDigest: () => {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), value: () => hash.digest('hex') };
    },
    startSearchThread,
    sha256: (parts) => {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part, 'utf8');
      return hash.digest('hex');
    },
    clock: () => new Date().toISOString(),
    newId: <T extends string>() => randomUUID() as string as T,
    milliseconds: () => performance.now(),
  };
}

const documents: DocumentFiles = {
  read: (path, signal) => readFile(path, signal ? { signal } : {}),
  look: async (path) => {
    const status = await stat(path);
    const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
    return { kind, name: basename(resolve(path)), bytes: status.size };
  },
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
      .map((entry) => ({ name: entry.name, path: join(path, entry.name), isFolder: entry.isDirectory() }));
  },
  write: async (path, bytes) => {
    const target = await replaceableFile(path);
    // Of one short length whatever the target is called, and another for each export that runs.
    const draft = join(dirname(target), `.emic-${randomUUID()}.part`);
    try {
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw error;
    }
  },
};

/** Where a file may be written: renaming would replace a link, a device, or a file that its owner protected. */
async function replaceableFile(path: string): Promise<string> {
  try {
    const target = await realpath(path);
    const status = await stat(target);
    if (!status.isFile() && !status.isDirectory()) {
      throw new ExpectedError('invalid', 'That is not a file. Nothing was written; choose another name.');
    }
    await access(target, fs.constants.W_OK);
    return target;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/**
 * The host's name with a mark of the machine after `#`: two laptops of one name on a shared folder must not take
 * each other's lock for one that a dead process left. The mark is Linux's machine id, elsewhere the network cards.
 */
function machineName(): string {
  const mark = createHash('sha256').update(machineMark()).digest('hex');
  return `${hostname()}#${mark.slice(0, 8)}`;
}

function machineMark(): string {
  try {
    return fs.readFileSync('/etc/machine-id', 'utf8');
  } catch {
    const cards = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    return [...new Set(cards.map(({ mac }) => mac))].sort().join();
  }
}
