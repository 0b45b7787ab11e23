/**
 * `npm run test:walk`: the random walk of tests/engine, 10,000 commands long with undo, redo and reopening. Options
 * after `--`: `--steps N`, `--seed S`.
 */
import { numberOf } from './lib/numbers.mjs';
import { packageCommand } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  const env = { EMIC_WALK_STEPS: numberOf('steps', 10_000), EMIC_WALK_SEED: numberOf('seed', 1) };
  const walk = ['run', 'tests/engine/random-walk.test.ts', '--disable-console-intercept'];
  const { code } = await attempt(process.execPath, [packageCommand('vitest', 'vitest'), ...walk], { env });
  return code;
});
