import { statSync } from 'node:fs';
import type { FindPage } from '../../../src/contract/find';
import type { SourceId } from '../../../src/core/ids';
import type { Result } from '../../../src/core/result';
import { must, newEngine } from './projects';

/** Milliseconds to import a file into a new project at `projectPath`, until it is on disk. */
export async function measureImport(textPath: string, projectPath: string): Promise<number[]> {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.create', { path: projectPath });
  const began = performance.now();
  const { sources } = await must(engine, 'source.import', { paths: [textPath] });
  const took = performance.now() - began;
  const bytes = statSync(textPath).size;
  if ((sources[0]?.characters ?? 0) < bytes / 2) throw new Error('the text was not imported whole');
  await engine.close();
  return [took];
}

/** Milliseconds that the engine takes for one matrix, `runs` times, once the project is loaded. */
export async function measureCooccurrence(projectPath: string, runs: number): Promise<number[]> {
  const engine = newEngine();
  await must(engine, 'project.open', { path: projectPath, readOnly: true });
  const ask = async () => {
    const answer = await engine.query('cooccurrence.matrix', {
      relation: { kind: 'overlaps' },
      count: 'places',
      coefficient: 'c-bounded',
      coders: 'united',
      withSubcodes: false,
    });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const first = await ask();
  const { codings } = first.result.considered;
  if (codings < 99_000) throw new Error(`only ${codings} codings were counted`);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push((await ask()).milliseconds);
  await engine.close();
  return times;
}

/**
 * Milliseconds to the first hits and to all, for a word that a hundredth of the documents has and for one that all
 * have; the project is loaded and has been searched once.
 */
export async function measureFind(projectPath: string, runs: number) {
  const engine = newEngine();
  await must(engine, 'project.open', { path: projectPath, readOnly: true });
  const find = async (text: string) => {
    const began = performance.now();
    let first = Number.NaN;
    let hits = 0;
    let after: SourceId | null = null;
    do {
      const answer: Result<FindPage> = await engine.query('find.page', {
        pattern: { kind: 'text', text },
        after,
        soon: hits === 0,
      });
      if (!answer.ok) throw new Error(answer.error.message);
      for (const { spans } of answer.value.found) hits += spans.length / 2;
      if (hits > 0 && Number.isNaN(first)) first = performance.now() - began;
      after = answer.value.next;
    } while (after !== null);
    return { first, all: performance.now() - began, hits };
  };
  await find('nothing like it');
  const times = {
    rareFirst: [] as number[],
    rareAll: [] as number[],
    commonFirst: [] as number[],
    commonAll: [] as number[],
  };
  for (let run = 0; run < runs; run += 1) {
    const rare = await find('fundraising');
    const common = await find('malmo');
    if (rare.hits !== 10 || common.hits < 10_000) throw new Error(`${rare.hits} and ${common.hits} hits`);
    times.rareFirst.push(rare.first);
    times.rareAll.push(rare.all);
    times.commonFirst.push(common.first);
    times.commonAll.push(common.all);
  }
  await engine.close();
  return times;
}
