/**
 * `npm run test:crash`: long trials of durability. Options after `--`: `--kills N` (1000), `--power-cuts N` (600),
 * `--seed S`, `--only kills,power-cuts,race` (some of these), `--round R` (one round of a trial again).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { inRoot, root } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { runScript, StepFailed } from './lib/say.mjs';
import { workerSources } from './lib/worker-sources.mjs';

const trials = ['kills', 'power-cuts', 'race'];

function numberOf(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const value = Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new StepFailed(`--${name} needs a whole number.`, `for example --${name} 20`);
}

/** The trials that are wanted; all when none is named. */
function wantedTrials() {
  const at = process.argv.indexOf('--only');
  const names = at < 0 ? trials : (process.argv[at + 1] ?? '').split(',');
  if (names.every((name) => trials.includes(name))) return names;
  throw new StepFailed(`--only takes ${trials.join(', ')}.`, 'for example --only kills');
}

/** Bundles the trials for plain Node, as vite.cli.config.ts does the command line. */
async function bundle(folder) {
  const names = ['main', 'kill-child', 'race'];
  await build({
    configFile: false,
    root,
    publicDir: false,
    plugins: [workerSources()],
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, script(name)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name].cjs' },
      },
    },
  });
}

function script(name) {
  return inRoot('tests', 'crash', `${name}.ts`);
}

await runScript(async () => {
  const orders = {
    kills: numberOf('kills', 1000),
    powerCuts: numberOf('power-cuts', 600),
    seed: numberOf('seed', 2026),
    round: numberOf('round', undefined),
    only: wantedTrials(),
  };
  const folder = mkdtempSync(join(tmpdir(), 'emic-crash-bundle-'));
  try {
    await bundle(folder);
    const killChild = join(folder, 'kill-child.cjs');
    const { code } = await attempt(process.execPath, [
      join(folder, 'main.cjs'),
      JSON.stringify({ ...orders, killChild }),
    ]);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
