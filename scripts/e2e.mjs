/** `npm run e2e`: end-to-end tests only, built afresh where sources changed; arguments go to Playwright. */
import { build } from './lib/build.mjs';
import { runPlaywright } from './lib/checks.mjs';
import { ensurePackaged } from './lib/package.mjs';
import { runScript } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

await runScript(async () => {
  const electron = await setUpForRunning();
  await build(undefined, { onlyStale: true });
  await ensurePackaged(electron);
  const { failed } = await runPlaywright(electron, process.argv.slice(2));
  return failed === 0 ? 0 : 1;
});
