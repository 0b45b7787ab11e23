import { spawn } from 'node:child_process';
import { electronUnderTest } from './emic';

/** Starts Electron by itself, waits for a line on standard output and a moment more, and asks it to quit. */
export async function startAndQuit(args: readonly string[], line: RegExp): Promise<void> {
  const child = spawn(electronUnderTest().executable, args, {
    env: { ...process.env, EMIC_MEASURE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error('Electron ended by itself.')));
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (line.test(output)) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill('SIGTERM');
  await ended;
}
