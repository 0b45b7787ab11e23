/** The benchmarks' engine side, bundled for plain Node as vite.cli.config.ts does the command line. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'vite';
import { inRoot, root } from '../../../scripts/lib/paths.mjs';
import { workerSources } from '../../../scripts/lib/worker-sources.mjs';

const script = inRoot('out', 'bench', 'main.cjs');
const runFile = promisify(execFile);

/** Builds `tests/bench/engine/main.ts`. */
export async function bundleEngineSide() {
  await build({
    configFile: false,
    root,
    publicDir: false,
    plugins: [workerSources()],
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: inRoot('out', 'bench'),
      emptyOutDir: true,
      target: 'node18',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: inRoot('tests', 'bench', 'engine', 'main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
  });
}

/** Runs one task of it in a process of its own and returns what it printed, parsed; undefined when nothing. */
export async function runEngineTask(...args) {
  const { stdout } = await runFile(process.execPath, [script, ...args.map(String)], { cwd: root });
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}
