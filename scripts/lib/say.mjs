/**
 * What the scripts tell a person, and how they stop: a step that cannot go on throws `StepFailed`, and the
 * outermost script prints its two sentences (what failed, what to do) instead of a stack.
 */

let isStandardOutputTaken = false;

/** From now on everything the scripts and their child processes say goes to standard error. */
export function keepStandardOutputPure() {
  isStandardOutputTaken = true;
}

/** The file descriptor that child processes of a step write to: 1, or 2 where standard output is data. */
export function messageDescriptor() {
  return isStandardOutputTaken ? 2 : 1;
}

/** One line for the person at the keyboard. */
export function say(line) {
  (isStandardOutputTaken ? process.stderr : process.stdout).write(`${line}\n`);
}

/** A line that must not be overlooked, set between two rules. */
export function sayLoudly(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const rule = '='.repeat(width);
  say([rule, ...lines, rule].join('\n'));
}

/** A step that could not be done: `message` says what failed, `advice` what to do about it. */
export class StepFailed extends Error {
  constructor(message, advice) {
    super(message);
    this.name = 'StepFailed';
    this.advice = advice;
  }
}

/** Runs a whole script: its exit code is what `work` returns (nothing: 0), or 1 after a failed step. */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof StepFailed)) throw error;
    process.stderr.write(`\nEmic: ${error.message}\n`);
    if (error.advice) process.stderr.write(`What to do: ${error.advice}\n`);
  }
}
