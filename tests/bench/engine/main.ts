import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateText } from '../generate-text';
import { measureCoding, measureHistoryCost, measureOpen, measureUndoImport, takeBackup } from './durability';
import { measureCooccurrence, measureFind, measureImport } from './measures';
import { makeLongDocument, makeManyCodes, makeManyCodings, makeManyTexts } from './projects';
import { measureReanchoring, measureReplacing } from './reanchoring';

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

/** Many short texts. */
function makeTexts(folder: string, count: number): void {
  mkdirSync(folder);
  for (let number = 1; number <= count; number += 1) {
    const text = generateText({ characters: 10_000, seed: 500 + number });
    writeFileSync(join(folder, `text ${number}.txt`), text);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

const tasks: Readonly<Record<string, (path: string, option: string, more: string) => unknown>> = {
  'make-long-document': (path, characters, codings) =>
    makeLongDocument(path, Number(characters), Number(codings)),
  'make-many-codes': (path, count) => makeManyCodes(path, Number(count)),
  'make-many-codings': (path) => makeManyCodings(path),
  'make-many-texts': (path) => makeManyTexts(path),
  'measure-find': async (path, runs) => console.log(JSON.stringify(await measureFind(path, Number(runs)))),
  'measure-reanchoring': (runs) => console.log(JSON.stringify(measureReanchoring(Number(runs)))),
  'measure-replacing': async (path, text, runs) =>
    console.log(JSON.stringify(await measureReplacing(path, text, Number(runs)))),
  'make-text': (path, bytes) => makeText(path, Number(bytes)),
  'make-texts': (folder, count) => makeTexts(folder, Number(count)),
  'measure-coding': async (path, runs) => print(await measureCoding(path, Number(runs))),
  'take-backup': (path) => takeBackup(path),
  'measure-open': async (path) => console.log(JSON.stringify(await measureOpen(path))),
  'measure-undo-import': async (path, folder, runs) =>
    print(await measureUndoImport(path, filesIn(folder), Number(runs))),
  'measure-history-cost': async (path, text) =>
    console.log(JSON.stringify(await measureHistoryCost(path, text))),
  'measure-import': async (path, project) => print(await measureImport(path, project)),
  'measure-cooccurrence': async (path, runs) => print(await measureCooccurrence(path, Number(runs))),
};

const [task = '', path = '', option = '', more = ''] = process.argv.slice(2);
const run = tasks[task];
if (!run) throw new Error(`There is no task ${task}.`);
Promise.resolve(run(path, option, more)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
