/** A screen for Electron: the real one, or on Linux without one a virtual one for as long as it is needed. */
import { spawn } from 'node:child_process';
import { endWithScript } from './run.mjs';
import { StepFailed } from './say.mjs';

const startLimitInMilliseconds = 15_000;

/** Whether windows can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a virtual screen on a free number; returns its process and `:number`. */
function startXvfb() {
  // The server picks a free display itself and writes its number to descriptor 3: no race between two runs.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  endWithScript(server);
  return new Promise((resolve, reject) => {
    let errors = '';
    let number = '';
    const fail = (reason) => {
      clearTimeout(limit);
      server.kill();
      reject(
        new StepFailed(
          `The virtual display (Xvfb) could not be started: ${reason}.\n${errors.trim()}`.trim(),
          'see that Xvfb is installed (`node scripts/setup.mjs`) and that /tmp can be written to.',
        ),
      );
    };
    const limit = setTimeout(() => fail('it did not answer'), startLimitInMilliseconds);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with exit code ${code}`));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    server.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text;
      if (!number.includes('\n')) return;
      clearTimeout(limit);
      resolve({ server, display: `:${number.trim()}` });
    });
  });
}

/** Runs `work` with a screen; on Linux without one, on a virtual one of 1920×1080 that ends with it. */
export async function withDisplay(work) {
  if (hasDisplay()) return work();
  const { server, display } = await startXvfb();
  process.env.DISPLAY = display;
  try {
    return await work();
  } finally {
    delete process.env.DISPLAY;
    server.kill();
  }
}
