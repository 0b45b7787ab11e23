import { writeFileSync } from 'node:fs';
import { generateText } from '../generate-text';
import { measureCooccurrence, measureImport } from './measures';
import { makeLongDocument, makeManyCodings } from './projects';

/**
 * The part of the benchmarks that runs in the engine: `node main.cjs TASK PATH …`. A measurement prints one line
 * of JSON, `{"runs": [milliseconds, …]}`.
 */
const print = (runs: readonly number[]) => console.log(JSON.stringify({ runs }));

/** A UTF-8 text of at least `bytes` bytes, cut at a line end's width from it. */
function makeText(path: string, bytes: number): void {
  const part = generateText({ characters: 1_000_000, seed: 9 });
  const size = Buffer.byteLength(part) + 1;
  const whole = Array.from({ length: Math.ceil(bytes / size) }, () => part).join('\n');
  writeFileSync(
    path,
    Buffer.from(whole)
      .subarray(0, bytes)
      .toString('utf8')
      .replace(/\uFFFD+$/, ''),
  );
}

const tasks: Readonly<Record<string, (path: string, option: string) => unknown>> = {
  'make-long-document': (path) => makeLongDocument(path),
  'make-many-codings': (path) => makeManyCodings(path),
  'make-text': (path, bytes) => makeText(path, Number(bytes)),
  'measure-import': async (path, project) => print(await measureImport(path, project)),
  'measure-cooccurrence': async (path, runs) => print(await measureCooccurrence(path, Number(runs))),
};

const [task = '', path = '', option = ''] = process.argv.slice(2);
const run = tasks[task];
if (!run) throw new Error(`There is no task ${task}.`);
Promise.resolve(run(path, option)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
