/**
 * `npm test`: set-up, then every kind of test, each step whether or not an earlier one failed. Types, lint
 * and the tour count as one test each; set-up, build and package count only when they fail. The last line sums everything.
 */
import { build } from './lib/build.mjs';
import { checkLint, checkTypes, runPlaywright, runTour, runVitest } from './lib/checks.mjs';
import { ensurePackaged } from './lib/package.mjs';
import { single } from './lib/reports.mjs';
import { StepFailed, say } from './lib/say.mjs';
import { setUpForRunning } from './lib/setup.mjs';

const done = [];
const nothing = { passed: 0, failed: 0, skipped: 0, note: '' };

/** Runs one step and keeps its counts; returns what it made, or undefined when it failed. */
async function step(name, work) {
  say(`\n── ${name}`);
  const started = performance.now();
  let made;
  let counts;
  try {
    made = await work();
    counts = made?.failed === undefined ? nothing : made;
  } catch (error) {
    process.stderr.write(`${error instanceof StepFailed ? error.message : error?.stack}\n`);
    if (error.advice) process.stderr.write(`What to do: ${error.advice}\n`);
    counts = single(false, 'see above');
  }
  done.push({ name, seconds: (performance.now() - started) / 1000, ...counts });
  return counts.failed === 0 ? made : undefined;
}

function skipStep(name, reason) {
  done.push({ name, seconds: 0, ...single(false, reason) });
}

function summary() {
  const total = (key) => done.reduce((sum, counts) => sum + counts[key], 0);
  say('');
  for (const { name, seconds, passed, failed, skipped, note } of done) {
    const numbers = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    say(
      `${name.padEnd(14)} ${`${seconds.toFixed(1)} s`.padStart(9)}   ${numbers}${note ? `  (${note})` : ''}`,
    );
  }
  say(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return total('failed') === 0 ? 0 : 1;
}

const electron = await step('set-up', setUpForRunning);
if (electron) {
  await step('types', checkTypes);
  await step('lint', checkLint);
  await step('tests', () => runVitest());
  const built = await step('build', async () => {
    await build();
    return true;
  });
  if (built) {
    await step('package', () => ensurePackaged(electron));
    await step('end-to-end', () => runPlaywright(electron));
    await step('tour', () => runTour(electron));
  } else {
    skipStep('end-to-end', 'not run, because the build failed');
  }
}
process.exitCode = summary();
