/** `npm run build`: set-up, then the command line, the sample project and the application, without running any. */
import { build } from './lib/build.mjs';
import { runScript, say } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

await runScript(async () => {
  await setUpForRunning();
  await build();
  say('Built into out/.');
});
