import { version } from '../../package.json';
import { createEngine } from '../engine';
import { createNodePlatform } from '../platform/node-platform';
import { type Outcome, runCommandLine } from './run-command-line';

/**
 * The program `emic`: plain Node, the same engine as the window. SQLite's WebAssembly lies beside the bundle, and
 * only an entry file knows where that is.
 */
async function main(): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  endQuietlyOnBrokenPipe();
  const platform = createNodePlatform({ wasmDirectory: __dirname, appVersion: version });
  const outcome = await runCommandLine(process.argv.slice(2), {
    version,
    newEngine: () => createEngine(platform),
    signal: stop.signal,
    progress: showProgress,
  });
  print(outcome);
}

function print({ output, errors, exitCode }: Outcome): void {
  process.exitCode = exitCode;
  showProgress('');
  if (output !== '') process.stdout.write(output);
  if (errors.length > 0) process.stderr.write(`${errors.join('\n')}\n`);
}

/** One line that is written over, and only where a person watches. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** `emic … | head` closes the pipe early: what was asked for has been given. */
function endQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    process.stderr.write('The output could not be written (is the disk full?).\n');
  });
  process.stderr.on('error', () => undefined);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Something went wrong inside Emic; please report this.\n${detail}\n`);
});
