/**
 * `npm run test:edits`: 10,000 sequences of edits by chance; every passage that is left has to read its own text.
 * Options after `--`: `--sequences N`, `--seed S`.
 */
import { numberOf } from './lib/numbers.mjs';
import { packageCommand } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  const env = { EMIC_EDITS: numberOf('sequences', 10_000), EMIC_SEED: numberOf('seed', 1) };
  const test = ['run', 'tests/unit/core/anchoring/random-edits.test.ts', '--disable-console-intercept'];
  const { code } = await attempt(process.execPath, [packageCommand('vitest', 'vitest'), ...test], { env });
  return code;
});
