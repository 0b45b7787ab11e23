/**
 * `npm run test:walk`: the random walk of tests/engine, 10,000 commands long with undo, redo and reopening. Options
 * after `--`: `--steps N`, `--seed S`.
 */
import { packageCommand } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { runScript, StepFailed } from './lib/say.mjs';

function numberOf(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (Number.isInteger(value) && value > 0) return String(value);
  throw new StepFailed(`--${name} needs a whole number above 0.`, `for example --${name} 1000`);
}

await runScript(async () => {
  const env = { EMIC_WALK_STEPS: numberOf('steps', 10_000), EMIC_WALK_SEED: numberOf('seed', 1) };
  const walk = ['run', 'tests/engine/random-walk.test.ts', '--disable-console-intercept'];
  const { code } = await attempt(process.execPath, [packageCommand('vitest', 'vitest'), ...walk], { env });
  return code;
});
