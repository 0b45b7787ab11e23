/** What is measured in the engine alone, without a window. */
import { existsSync, statSync } from 'node:fs';
import { runEngineTask } from './lib/bundle.mjs';
import { line, median } from './lib/statistics.mjs';

const tenMegabytes = 10_000_000;

/** The project of 100,000 codings, made once for all that is measured on it. */
export async function manyCodings(workplace) {
  const project = workplace.path('many.emic');
  if (!existsSync(project)) await runEngineTask('make-many-codings', project);
  return project;
}

/** Each run in a process of its own: an import is mostly the first thing that an engine does. */
export async function measureImport({ workplace, runs }) {
  const text = workplace.path('ten megabytes.txt');
  await runEngineTask('make-text', text, tenMegabytes);
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const { runs: took } = await runEngineTask('measure-import', text, workplace.path(`import ${run}.emic`));
    times.push(...took);
  }
  return [line('importing a text of 10 MB', 'ms', times, 150)];
}

export async function measureCooccurrence({ workplace, runs }) {
  const project = await manyCodings(workplace);
  const { runs: times } = await runEngineTask('measure-cooccurrence', project, runs);
  return [line('co-occurrence of 100,000 codings, 200 codes, 1,000 documents', 'ms', times, 60)];
}

/** One coding in a large and in a small project, in turns: what it takes must not depend on the size. */
export async function measureCoding({ workplace, runs }) {
  const large = await manyCodings(workplace);
  const small = workplace.path('small.emic');
  await runEngineTask('make-long-document', small, 500_000, 500);
  const times = { large: [], small: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    times.small.push(...(await runEngineTask('measure-coding', small, runs)).runs);
    times.large.push(...(await runEngineTask('measure-coding', large, runs)).runs);
  }
  const ratio = median(times.large) / median(times.small);
  return [
    line('one acknowledged coding among 100,000, in the engine', 'ms', times.large, 2),
    line('the same among 500', 'ms', times.small),
    line('among 100,000, times among 500', 'times', [ratio]),
  ];
}

export async function measureOpen({ workplace, runs }) {
  const project = await manyCodings(workplace);
  const milliseconds = [];
  const megabytes = [];
  for (let run = 0; run < runs; run += 1) {
    const took = await runEngineTask('measure-open', project);
    milliseconds.push(took.milliseconds);
    megabytes.push(took.megabytes);
  }
  const size = Math.round(statSync(project).size / 1e6);
  return [
    line(`opening a project of ${size} MB to its first view`, 'ms', milliseconds, 200),
    line('the engine’s memory then, resident', 'MB', megabytes, 150),
  ];
}

export async function measureUndo({ workplace, runs }) {
  const folder = workplace.path('200 texts');
  await runEngineTask('make-texts', folder, 200);
  const { runs: times } = await runEngineTask(
    'measure-undo-import',
    workplace.path('undo.emic'),
    folder,
    runs,
  );
  return [line('undoing the import of 200 documents', 'ms', times)];
}

export async function measureHistoryCost({ workplace }) {
  const folder = workplace.path('a text');
  await runEngineTask('make-texts', folder, 1);
  const { grown, compact, bare } = await runEngineTask(
    'measure-history-cost',
    workplace.path('history.emic'),
    `${folder}/text 1.txt`,
  );
  return [
    line('a coding in the file, with its history, of 10,000', 'bytes', [grown]),
    line('the same, file compacted', 'bytes', [compact]),
    line('the same, without history', 'bytes', [bare]),
  ];
}

export async function measureFind({ workplace, runs }) {
  const project = workplace.path('texts.emic');
  await runEngineTask('make-many-texts', project);
  const times = await runEngineTask('measure-find', project, runs);
  return [
    line('finding in 100 MB, a rare word: first hits', 'ms', times.rareFirst, 50),
    line('the same: all hits', 'ms', times.rareAll, 250),
    line('a word in every document: first hits', 'ms', times.commonFirst, 50),
    line('the same: all 60,000 hits', 'ms', times.commonAll, 250),
  ];
}

export async function measureReanchoring({ workplace, runs }) {
  const { all, comparing } = await runEngineTask('measure-reanchoring', String(runs));
  const text = workplace.path('long text.txt');
  await runEngineTask('make-text', text, 500_000);
  const { replacing, undoing } = await runEngineTask(
    'measure-replacing',
    workplace.path('replacing.emic'),
    text,
    Math.min(runs, 3),
  );
  return [
    line('re-anchoring 5,000 quotations of 500,000 characters after 1,000 edits', 'ms', all, 500),
    line('of that, comparing the two texts', 'ms', comparing),
    line('replacing that text in the project, until it is on disk', 'ms', replacing, 2000),
    line('undoing it', 'ms', undoing),
  ];
}
