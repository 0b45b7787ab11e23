/**
 * Child processes run plain Node, which can't read TypeScript: their scripts are bundled once per test file, as the
 * application is, sql.js included.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { newFolder, sqlJsFolder } from './runtime';

const SCRIPTS = join(import.meta.dirname, '..', 'children');

export async function bundleChildren(): Promise<string> {
  const folder = newFolder();
  const names = readdirSync(SCRIPTS).filter((name) => name.endsWith('.ts'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      target: 'node18',
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name.replace('.ts', ''), join(SCRIPTS, name)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  return folder;
}

/** Starts a bundled script; its standard output is a pipe, messages go over IPC. */
export function startChild(folder: string, name: string, ...args: string[]): ChildProcess {
  return fork(join(folder, `${name}.cjs`), [sqlJsFolder(), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Everything the child wrote until it ended, however it ended. */
export function outputOf(
  child: ChildProcess,
): Promise<{ output: string; errors: string; signal: string | null }> {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (bytes) => {
    output += bytes;
  });
  child.stderr?.on('data', (bytes) => {
    errors += bytes;
  });
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => resolve({ output, errors, signal }));
  });
}
