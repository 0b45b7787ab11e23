/** `npm run package`: set-up, build, and the application as a folder that runs without a checkout, in dist/. */
import { build } from './lib/build.mjs';
import { packageApplication } from './lib/package.mjs';
import { runScript } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

await runScript(async () => {
  const electron = await setUpForRunning();
  await build(undefined, { onlyStale: true });
  await packageApplication(electron, process.argv.slice(2));
});
