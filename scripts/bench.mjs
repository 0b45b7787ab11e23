/** `npm run bench` (`-- --json` for machines): set-up, build, then the benchmarks in tests/bench on a display. */
import { build } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { launchEnvironment } from './lib/launch.mjs';
import { inRoot } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { keepStandardOutputPure, runScript } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

await runScript(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--json')) keepStandardOutputPure();
  const electron = await setUpForRunning();
  await build(undefined, { onlyStale: true });
  return withDisplay(async () => {
    const bench = inRoot('tests', 'bench', 'run.mjs');
    const options = { env: launchEnvironment(electron), ownOutput: true };
    const { code } = await attempt(process.execPath, [bench, ...args], options);
    return code;
  });
});
