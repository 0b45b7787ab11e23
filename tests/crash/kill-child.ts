/**
 * An engine at work until it is killed. Says what it is about to do, what was acknowledged, and the state on disk
 * after that. Argument: what to do, as JSON.
 */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { CHANGING, type FileOperation, hookedFiles } from '../engine/sqlite/support/hooked-files';
import { createStory, type StoryOptions } from './story';

/** Before an operation on a file, counted from the command in focus on. */
export interface Place {
  readonly of: keyof typeof operations;
  readonly nth: number;
  /** Before whatever operation follows that one. */
  readonly isAfter: boolean;
}

export interface ChildOrders extends Omit<StoryOptions, 'files' | 'process'> {
  /** Where it dies; or how many milliseconds after the command in focus has begun; or never, by itself. */
  readonly kill: Place | { readonly after: number } | null;
  /** Acknowledges before it begins; for the control. */
  readonly lies: boolean;
  /** After so many commands it ends by itself. */
  readonly most: number;
}

const operations = {
  change: ({ name }: FileOperation) => CHANGING.has(name),
  sync: ({ name }: FileOperation) => name === 'fsyncSync',
  truncation: ({ name }: FileOperation) => name === 'ftruncateSync',
  'write to the project': ({ name, path }: FileOperation) => name === 'writeSync' && path.endsWith('.emic'),
  'change of a name': ({ name }: FileOperation) =>
    name === 'unlinkSync' || name === 'renameSync' || name === 'linkSync',
};

const die = () => process.kill(process.pid, 'SIGKILL');

/** Calls `die` at its place. */
function hookFor(place: Place): { hook(operation: FileOperation): void; start(): void } {
  let [isCounting, isDue, count] = [false, false, 0];
  return {
    start() {
      isCounting = true;
    },
    hook(operation) {
      if (!isCounting || !CHANGING.has(operation.name)) return;
      if (isDue) die();
      if (operations[place.of](operation)) count += 1;
      if (count < place.nth) return;
      if (!place.isAfter) die();
      isDue = true;
    },
  };
}

/**
 * A thread that kills the process some time after it is told to: at any moment of what the engine's own thread does,
 * between two instructions or inside a call of the system.
 */
async function killer(after: number): Promise<{ start(): void }> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     parentPort.postMessage('ready');
     Atomics.wait(workerData.signal, 0, 0);
     const end = performance.now() + workerData.after;
     while (performance.now() < end);
     process.kill(process.pid, 'SIGKILL');`,
    { eval: true, workerData: { signal, after } },
  );
  await new Promise((resolve) => worker.once('message', resolve));
  worker.unref();
  return {
    start() {
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    },
  };
}

/** At once: what is said before a kill is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function main(): Promise<void> {
  const orders = JSON.parse(process.argv[2] ?? '') as ChildOrders;
  const { kill } = orders;
  const placed = kill && 'of' in kill ? hookFor(kill) : undefined;
  const timed = kill && 'after' in kill ? await killer(kill.after) : undefined;
  const files = hookedFiles((operation) => placed?.hook(operation));
  const story = createStory(
    { ...orders, files },
    {
      begin: (number, name) => {
        say(`begin ${number} ${name}`);
        if (orders.lies) say(`acknowledged ${number}`);
        if (!story.isInFocus) return;
        placed?.start();
        timed?.start();
      },
      acknowledged: (number) => say(`acknowledged ${number}`),
      state: (number, digest) => say(`state ${number} ${digest}`),
    },
  );
  for (let count = 0; count < orders.most; count += 1) await story.next();
  await story.end();
  say('survived');
}

main().catch((error) => {
  say(`failed ${error instanceof Error ? error.stack : error}`.replaceAll('\n', ' | '));
  process.exitCode = 1;
});
