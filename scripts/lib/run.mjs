/** Child processes: shown or collected, limited in time, ended together with the script that started them. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';
import { messageDescriptor, StepFailed } from './say.mjs';

const children = new Set();

/** Ends `child` when this script ends, however it ends. */
export function endWithScript(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

function endChildren() {
  for (const child of children) child.kill('SIGTERM');
}

process.once('exit', endChildren);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren();
    process.exit(128 + (constants.signals[signal] ?? 1));
  });
}

/**
 * Runs a program to its end and returns `{ code, output }`; never throws for a non-zero code.
 *
 * Options: `env` (added to ours), `cwd`, `quiet` (collect its output instead of showing it), `input`
 * (`'inherit'` hands standard input on), `ownOutput` (its standard output is the script's result and stays on
 * standard output), `timeoutSeconds`. A program that cannot be started has code 127, one ended by the time limit 124.
 */
export function attempt(command, args, options = {}) {
  const {
    env = {},
    cwd = root,
    quiet = false,
    input = 'ignore',
    ownOutput = false,
    timeoutSeconds,
  } = options;
  const shown = ownOutput ? 1 : messageDescriptor();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? [input, 'pipe', 'pipe'] : [input, shown, 2],
      windowsHide: quiet,
    });
    endWithScript(child);
    let output = '';
    let isTimedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const limit = timeoutSeconds
      ? setTimeout(() => {
          isTimedOut = true;
          child.kill('SIGKILL');
        }, timeoutSeconds * 1000)
      : undefined;
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      const signalCode = 128 + (constants.signals[signal] ?? 0);
      resolve({ code: isTimedOut ? 124 : (code ?? signalCode), output });
    });
  });
}

/**
 * Like `attempt`, but a non-zero code throws `StepFailed`: “`what` failed”, with the end of a quiet program's
 * output and the given `advice`. Returns the output.
 */
export async function run(what, command, args, options = {}) {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  const reason = code === 124 ? `no answer within ${options.timeoutSeconds} seconds` : `exit code ${code}`;
  const tail = output.trimEnd().split('\n').slice(-20).join('\n');
  throw new StepFailed(`${what} failed (${reason}).${tail ? `\n${tail}` : ''}`, options.advice);
}

/** Runs a JavaScript file with this same Node; see `run`. */
export function runNode(what, file, args, options = {}) {
  return run(what, process.execPath, [file, ...args], options);
}
