/** The npm packages of the lock file: `npm ci` when they are missing or another state than the lock file's. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, readJson } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const lockFile = inRoot('package-lock.json');
const stampFile = inRoot('node_modules', '.emic-packages');

/** How npm is called here, as `[program, ...first arguments]`: by this Node where npm's own file can be found. */
export function npmCommand() {
  const beside = dirname(process.execPath);
  const files = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  const file = files.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return file ? [process.execPath, file] : ['npm'];
}

/** npm's own patience without a connection is minutes; these give up after some seconds. */
export const npmImpatience = [
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=4000',
];

/** What the installed packages must match: the lock file, and the system whose binaries were chosen. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/**
 * Whether npm's own record of node_modules already is the lock file's state (somebody ran npm by hand).
 * Optional packages count only where they are the binaries of this system.
 */
function isInstalledAsLocked() {
  const locked = readJson(lockFile)?.packages ?? {};
  const installed = readJson(inRoot('node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    const isForHere =
      wanted.os?.includes(process.platform) && wanted.cpu?.includes(process.arch) && !wanted.libc;
    return Boolean(wanted.optional) && !isForHere;
  });
}

function isUpToDate() {
  const wanted = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  if (!isInstalledAsLocked()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/** Installs the npm packages when something is missing; quick when nothing is. */
export async function ensureNpmPackages() {
  if (isUpToDate()) return;
  say('Installing the npm packages (a minute or two) …');
  const [program, ...first] = npmCommand();
  // Browsers and Electron's runtime are other steps, with their own checks and sentences.
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  // Some build tools ask for Node 22.12 for parts that are not used on Node 20: only errors are shown.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('Installing the npm packages', program, [...first, ...args, ...npmImpatience], {
    env,
    advice:
      'read what npm says above; often it is the connection to the registry (`npm ping`). Then run it again.',
  });
  writeFileSync(stampFile, wantedStamp());
}
