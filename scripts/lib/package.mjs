/** The packaged application: a folder that runs without a checkout (asar, engine, SQLite, sample, command line). */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, forgetStamp, isFresh, writeStamp } from './freshness.mjs';
import { inRoot, packageCommand } from './paths.mjs';
import { runNode } from './run.mjs';
import { say, sayLoudly } from './say.mjs';

const systems = { linux: '--linux', darwin: '--mac', win32: '--win' };

const linuxFolder = inRoot('dist', 'linux-unpacked');
const stamp = inRoot('dist', '.packaged');

/** The executable of the unpacked Linux application, or undefined when it was not made. */
export function findPackaged() {
  const path = join(linuxFolder, 'emic');
  return existsSync(path) ? path : undefined;
}

function contents(electron) {
  const files = fingerprint(['out', 'electron-builder.config.cjs', 'scripts/package', 'package.json']);
  return `${files} ${electron.path} ${electron.version}`;
}

function markAsDevelopmentOnly(version) {
  const note = `Built on a stand-in, Electron ${version}: an old Chromium. For tests only, never for users.\n`;
  writeFileSync(join(linuxFolder, 'FOR-TESTS-ONLY.txt'), note);
  sayLoudly([
    `This package holds the stand-in, Electron ${version}: it is for tests only, never for users.`,
    'A package for users is made where Electron itself can be downloaded.',
  ]);
}

/**
 * Packages what is in out/ with the given Electron, for the system it runs on. Further arguments go to
 * electron-builder in place of `dir`, `AppImage` or `deb` say.
 */
export async function packageApplication(electron, targets = []) {
  const current = contents(electron);
  forgetStamp(stamp);
  const chosen = targets.length > 0 ? targets : ['dir'];
  await runNode(
    'Packaging the application',
    packageCommand('electron-builder', 'electron-builder'),
    [
      systems[process.platform] ?? '--linux',
      ...chosen,
      `--${process.arch}`,
      '--config',
      'electron-builder.config.cjs',
      `--config.electronDist=${electron.directory}`,
      ...(electron.version ? [`--config.electronVersion=${electron.version}`] : []),
      '--publish',
      'never',
    ],
    { advice: 'correct what electron-builder names above, then run `npm run package` again.' },
  );
  if (electron.isStandIn) markAsDevelopmentOnly(electron.version);
  else say(`Packaged into ${inRoot('dist')}.`);
  writeStamp(stamp, current);
}

/** Makes the unpacked Linux application that an end-to-end test runs, unless it is there as it would be made. */
export async function ensurePackaged(electron) {
  if (process.platform !== 'linux') return;
  if (findPackaged() && isFresh(stamp, contents(electron))) return;
  await packageApplication(electron);
}
