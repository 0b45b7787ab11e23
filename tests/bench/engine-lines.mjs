/** What is measured in the engine alone, without a window. */
import { runEngineTask } from './lib/bundle.mjs';
import { line } from './lib/statistics.mjs';

const tenMegabytes = 10_000_000;

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
  const project = workplace.path('many.emic');
  await runEngineTask('make-many-codings', project);
  const { runs: times } = await runEngineTask('measure-cooccurrence', project, runs);
  return [line('co-occurrence of 100,000 codings, 200 codes, 1,000 documents', 'ms', times, 60)];
}
