import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { DocumentFiles, Platform } from '../engine/platform';
import { processFacts } from '../storage/sqlite/process-facts';
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
  isFolder: async (path) => (await stat(path)).isDirectory(),
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
      .map((entry) => ({ name: entry.name, path: join(path, entry.name), isFolder: entry.isDirectory() }));
  },
  write: async (path, bytes) => {
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    try {
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
};

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
