/** Everything that a command needs before it can run, in order; each step is quick when nothing is missing. */
import { ensureElectron } from './electron.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { StepFailed } from './say.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isNewEnough) return;
  throw new StepFailed(
    `Emic needs Node 20.19 or newer (22.12 of the 22 series); this is ${process.versions.node}.`,
    'install a current Node, then run the command again.',
  );
}

/** Enough to build: Node and the npm packages. */
export async function setUpForBuilding() {
  checkNode();
  await ensureNpmPackages();
}

/** Enough to run Emic: the above, Electron's runtime, its system libraries and a screen. Returns the runtime. */
export async function setUpForRunning() {
  await setUpForBuilding();
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron.path, true);
  return electron;
}
