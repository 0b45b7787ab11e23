/** Electron as the scripts found it (see scripts/lib/launch.mjs), started bare or through Playwright. */
import { spawn } from 'node:child_process';
import { _electron } from '@playwright/test';

const executable = process.env.EMIC_ELECTRON;
const firstArguments = JSON.parse(process.env.EMIC_ELECTRON_ARGS ?? '[]');
const app = process.env.EMIC_APP;
const limitInMilliseconds = 30_000;

/**
 * Starts an application and resolves with the milliseconds from the start of its process to the mark `usable`
 * that it prints (`EMIC_MEASURE {"usable": …}`), once it has ended again.
 */
export function timeToUsable({ directory = app, profile, args = [] }) {
  const began = Date.now();
  const child = spawn(executable, [...firstArguments, directory, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, EMIC_MEASURE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let took;
  let output = '';
  child.stderr.on('data', (text) => {
    output += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    const marks = /EMIC_MEASURE (\{.*\})/.exec(output)?.[1];
    if (!marks || took !== undefined) return;
    took = JSON.parse(marks).usable - began;
    child.kill('SIGTERM');
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), limitInMilliseconds);
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      clearTimeout(limit);
      if (took === undefined) reject(new Error(`${directory} never became usable.\n${output}`));
      else resolve(took);
    });
  });
}

/** Opens a project in Emic, hands the page to `work`, and closes Emic again. */
export async function withEmic({ project, profile }, work) {
  const emic = await _electron.launch({
    executablePath: executable,
    args: [...firstArguments, app, `--user-data-dir=${profile}`, project],
    env: { ...process.env },
  });
  try {
    const page = await emic.firstWindow();
    await emic.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1360, 860));
    return await work(page, emic);
  } finally {
    await emic.close();
  }
}
