/** `npm run types`: the types of core, of the Node side and of the window, each with its own libraries. */
import { checkTypes } from './lib/checks.mjs';
import { runScript } from './lib/say.mjs';
import { setUpForBuilding } from './lib/setup.mjs';

await runScript(async () => {
  await setUpForBuilding();
  const { failed } = await checkTypes();
  return failed === 0 ? 0 : 1;
});
