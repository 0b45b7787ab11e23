/** Electron's own runtime, as the npm package `electron` downloads it (it needs Node 22.12 or newer for that). */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, readJson } from './paths.mjs';
import { attempt } from './run.mjs';
import { say } from './say.mjs';

const packageFolder = inRoot('node_modules', 'electron');
const probeFile = inRoot('scripts', 'lib', 'probe-electron-download.mjs');
const refusedFile = inRoot('.cache', 'electron-not-reachable');
const dayInMilliseconds = 24 * 60 * 60 * 1000;

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

/** The downloaded runtime as `{ path, directory, version, isStandIn }`, or undefined. */
export function findOfficial() {
  const wanted = readJson(join(packageFolder, 'package.json'))?.version;
  const directory = join(packageFolder, 'dist');
  const executable = readText(join(packageFolder, 'path.txt'));
  const version = readText(join(directory, 'version')).replace(/^v/, '');
  const path = join(directory, executable);
  if (!wanted || version !== wanted || !executable || !existsSync(path)) return undefined;
  return { path, directory, version, isStandIn: false };
}

/** Whether this Node can run Electron's installer. */
export function canDownloadOfficial() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Whether the download host did not answer within the last day; asking it costs seconds at every start. */
export function wasRefusedLately() {
  return existsSync(refusedFile) && Date.now() - statSync(refusedFile).mtimeMs < dayInMilliseconds;
}

/**
 * Downloads the runtime. The host is asked first with a short limit, since the installer itself would keep
 * trying for minutes; the download proper may take its time. Returns undefined when it is not to be had.
 */
export async function installOfficial() {
  const probe = await attempt(process.execPath, [probeFile], { quiet: true, timeoutSeconds: 15 });
  if (probe.code !== 0) {
    say("Electron's download host cannot be reached.");
    mkdirSync(inRoot('.cache'), { recursive: true });
    writeFileSync(refusedFile, '');
    return undefined;
  }
  say("Downloading Electron's runtime (about 110 MB) …");
  await attempt(process.execPath, [join(packageFolder, 'install.js')], { timeoutSeconds: 1800 });
  return findOfficial();
}
