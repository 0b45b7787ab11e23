import { statSync } from 'node:fs';
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
