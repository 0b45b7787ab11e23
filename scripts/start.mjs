/**
 * `npm start`: set-up, build, and Emic opens (further arguments go to it, a project file say). Without a display
 * the tour does the main job in the same application on a virtual one.
 */
import { build } from './lib/build.mjs';
import { hasDisplay, withDisplay } from './lib/display.mjs';
import { electronArgs } from './lib/electron.mjs';
import { launchEnvironment } from './lib/launch.mjs';
import { callerDirectory, inRoot } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { checkSandbox } from './lib/sandbox.mjs';
import { runScript, say } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

async function openEmic(electron, args) {
  checkSandbox(electron.directory);
  const { code } = await attempt(electron.path, [...electronArgs(), inRoot(), ...args], {
    cwd: callerDirectory(),
    input: 'inherit',
  });
  return code;
}

function goOnTour(electron, args) {
  say('There is no display here: Emic runs on a virtual one and does the main job on seeds/.');
  return withDisplay(async () => {
    const tour = inRoot('scripts', 'tour.mjs');
    const { code } = await attempt(process.execPath, [tour, ...args], { env: launchEnvironment(electron) });
    return code;
  });
}

await runScript(async () => {
  const args = process.argv.slice(2);
  const electron = await setUpForRunning();
  await build(undefined, { onlyStale: true });
  return hasDisplay() ? openEmic(electron, args) : goOnTour(electron, args);
});
