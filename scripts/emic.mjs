/**
 * `npm run --silent emic -- …`: the command line from a checkout, built first where sources changed. Standard
 * output belongs to the command alone.
 */
import { build } from './lib/build.mjs';
import { callerDirectory, inRoot } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { keepStandardOutputPure, runScript } from './lib/say.mjs';
import { setUpForBuilding } from './lib/setup.mjs';

await runScript(async () => {
  keepStandardOutputPure();
  await setUpForBuilding();
  await build(['commandLine'], { onlyStale: true });
  const { code } = await attempt(
    process.execPath,
    [inRoot('out', 'cli', 'emic.cjs'), ...process.argv.slice(2)],
    { cwd: callerDirectory(), input: 'inherit', ownOutput: true },
  );
  return code;
});
