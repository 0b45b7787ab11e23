/**
 * The system libraries that Electron links to on Linux, and the virtual display where there is no real one.
 * On Debian as root they are installed; elsewhere the one command that does it is printed.
 */
import { existsSync } from 'node:fs';
import { hasDisplay } from './display.mjs';
import { findOnPath } from './paths.mjs';
import { attempt, run } from './run.mjs';
import { StepFailed, say } from './say.mjs';

// The rest of what Electron links to comes with these as their dependencies.
const libraries = {
  'apt-get': ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libcups2', 'libatk-bridge2.0-0'],
  dnf: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'cups-libs', 'at-spi2-atk'],
  pacman: ['gtk3', 'nss', 'alsa-lib', 'mesa', 'libcups', 'at-spi2-core'],
  zypper: ['gtk3', 'mozilla-nss', 'alsa', 'libgbm1', 'libcups2', 'at-spi2-core'],
};
const virtualDisplay = {
  'apt-get': 'xvfb',
  dnf: 'xorg-x11-server-Xvfb',
  pacman: 'xorg-server-xvfb',
  zypper: 'xorg-x11-server-Xvfb',
};
const installArguments = {
  'apt-get': ['install', '-y', '--no-install-recommends'],
  dnf: ['install', '-y'],
  pacman: ['-S', '--needed', '--noconfirm'],
  zypper: ['--non-interactive', 'install'],
};

/** The shared libraries that `executable` links to and that are not on this machine. */
async function missingLibraries(executable) {
  const { code, output } = await attempt('ldd', [executable], { quiet: true });
  if (code === 127) return [];
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && Boolean(findOnPath('apt-get'));
}

/** Newer Debians and Ubuntus call some libraries `…t64`, and the old name is no longer a package everywhere. */
async function currentNames(names) {
  const current = [];
  for (const name of names) {
    const { output } = await attempt('apt-cache', ['policy', `${name}t64`], { quiet: true });
    current.push(/Candidate: \d/.test(output) ? `${name}t64` : name);
  }
  return current;
}

async function installWithApt(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const advice =
    'check the connection to the package archive (`apt-get update`), then run the command again.';
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  await run('Refreshing the list of Debian packages (apt-get update)', 'apt-get', [...patience, 'update'], {
    env,
    quiet: true,
    advice,
  });
  const current = await currentNames(names);
  say(`Installing ${current.join(' ')} …`);
  const args = [...patience, ...installArguments['apt-get'], ...current];
  await run('Installing the system libraries (apt-get install)', 'apt-get', args, {
    env,
    quiet: true,
    advice,
  });
}

async function refuse(missing, needsXvfb) {
  const what = [...missing, ...(needsXvfb ? ['Xvfb (a virtual display: this session has no screen)'] : [])];
  const manager = Object.keys(libraries).find((name) => findOnPath(name));
  const names = manager
    ? [...(missing.length > 0 ? libraries[manager] : []), ...(needsXvfb ? [virtualDisplay[manager]] : [])]
    : [];
  const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
  const current = manager === 'apt-get' ? await currentNames(names) : names;
  const refresh = manager === 'apt-get' ? `${sudo}apt-get update && ` : '';
  throw new StepFailed(
    `Electron needs what is not installed on this system: ${what.join(', ')}.`,
    manager
      ? `run this once, then the command again:\n  ${refresh}${[sudo + manager, ...installArguments[manager], ...current].join(' ')}`
      : 'install it with the package manager of this system, then run the command again.',
  );
}

/** Makes sure that `electron` (an executable) can start here; with `needsDisplay`, that it has a screen too. */
export async function ensureSystemLibraries(electron, needsDisplay) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(electron);
  const needsXvfb = needsDisplay && !hasDisplay() && !findOnPath('Xvfb');
  if (missing.length === 0 && !needsXvfb) return;
  if (!isRootOnDebian()) await refuse(missing, needsXvfb);
  const names = [...(missing.length > 0 ? libraries['apt-get'] : []), ...(needsXvfb ? ['xvfb'] : [])];
  await installWithApt(names);
  const left = await missingLibraries(electron);
  if (left.length > 0) {
    throw new StepFailed(
      `Electron still misses ${left.join(', ')} after ${names.join(' ')} were installed.`,
      'install the packages that hold these libraries, then run the command again.',
    );
  }
}
