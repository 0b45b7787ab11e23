/** What is built, from which sources: the command line (with the sample project) and the application. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fingerprint, forgetStamp, isFresh, writeStamp } from './freshness.mjs';
import { inRoot, packageCommand } from './paths.mjs';
import { runNode } from './run.mjs';
import { say } from './say.mjs';

/** Every folder of src/ that the command line may import: all but the window and Electron's own process. */
function commandLineFolders() {
  const others = ['main', 'preload', 'renderer'];
  return readdirSync(inRoot('src'))
    .filter((name) => !others.includes(name))
    .map((name) => `src/${name}`);
}

const advice = 'correct the file named above, then run the command again.';

async function buildCommandLine() {
  await runNode(
    'Building the command line',
    packageCommand('vite', 'vite'),
    ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
    // Vite warns of its next loader for configurations, which wants file endings that TypeScript does not allow.
    { advice, env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } },
  );
  const sampleBuilder = inRoot('out', 'cli', 'build-sample.cjs');
  if (!existsSync(sampleBuilder)) return;
  const sample = inRoot('out', 'sample', 'Netroots.emic');
  rmSync(inRoot('out', 'sample'), { recursive: true, force: true });
  mkdirSync(inRoot('out', 'sample'), { recursive: true });
  await runNode('Building the sample project', sampleBuilder, [sample], { advice });
}

async function buildApplication() {
  const electronVite = packageCommand('electron-vite', 'electron-vite');
  await runNode('Building the application', electronVite, ['build', '--logLevel', 'warn'], { advice });
}

const common = ['vite.shared.ts', 'scripts/lib/worker-sources.mjs', 'package.json', 'package-lock.json'];

const targets = {
  commandLine: {
    name: 'the command line',
    stamp: inRoot('out', '.built-command-line'),
    sources: () => [
      ...commandLineFolders(),
      'seeds',
      'scripts/build-sample.ts',
      'vite.cli.config.ts',
      ...common,
    ],
    build: buildCommandLine,
  },
  application: {
    name: 'the application',
    stamp: inRoot('out', '.built-application'),
    sources: () => ['src', 'electron.vite.config.ts', ...common],
    build: buildApplication,
  },
};

/** Builds the named targets; with `onlyStale`, those whose sources are not the ones that were built last. */
export async function build(names = Object.keys(targets), { onlyStale = false } = {}) {
  for (const name of names) {
    const target = targets[name];
    const current = fingerprint(target.sources());
    if (onlyStale && isFresh(target.stamp, current)) continue;
    say(`Building ${target.name} …`);
    forgetStamp(target.stamp);
    await target.build();
    writeStamp(target.stamp, current);
  }
}
