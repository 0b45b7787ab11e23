import { statSync } from 'node:fs';
import type { CommandArgs } from '../../../src/contract/commands';
import type { Engine } from '../../../src/engine';
import { seededRandom } from '../generate-codings';
import { must, newEngine } from './projects';

async function ask<K extends Parameters<Engine['query']>[0]>(engine: Engine, name: K, args: object) {
  const answer = await engine.query(name, args);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function openToCode(path: string) {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.open', { path });
  const sources = await engine.query('sources.tree', {});
  const codes = await engine.query('codes.tree', {});
  if (!sources.ok || !codes.ok) throw new Error('the project could not be read');
  return { engine, sources: sources.value.sources, codes: codes.value };
}

/** Milliseconds of one coding, from the command to its reply, which comes when it is on disk. */
export async function measureCoding(path: string, runs: number): Promise<number[]> {
  const { engine, sources, codes } = await openToCode(path);
  const random = seededRandom(31);
  const times: number[] = [];
  for (let run = -20; run < runs; run += 1) {
    const source = sources[Math.floor(random() * sources.length)];
    const code = codes[Math.floor(random() * codes.length)];
    if (!source || !code) throw new Error('the project is empty');
    const start = Math.floor(random() * (source.characters - 200));
    const end = start + 20 + Math.floor(random() * 180);
    const began = performance.now();
    await must(engine, 'coding.apply', { sourceId: source.id, start, end, codeIds: [code.id] });
    if (run >= 0) times.push(performance.now() - began);
  }
  await engine.close();
  return times;
}

/** So that none is due while something else is measured. */
export async function takeBackup(path: string): Promise<void> {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.open', { path });
  await must(engine, 'backups.take', {});
  await engine.close();
}

/** One opening in this process: milliseconds until a first view has its answers, and the memory then (MB). */
export async function measureOpen(path: string): Promise<{ milliseconds: number; megabytes: number }> {
  const began = performance.now();
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.open', { path });
  const tree = await engine.query('sources.tree', {});
  const codes = await engine.query('codes.tree', {});
  if (!tree.ok || !codes.ok) throw new Error('the project could not be read');
  const first = tree.value.sources[0];
  if (!first) throw new Error('the project is empty');
  await ask(engine, 'source.text', { id: first.id });
  await ask(engine, 'source.codings', { id: first.id });
  const milliseconds = performance.now() - began;
  const megabytes = process.memoryUsage.rss() / 1e6;
  await engine.close();
  return { milliseconds, megabytes };
}

/** Milliseconds of undoing (and doing again, in turn) the import of many documents. */
export async function measureUndoImport(
  path: string,
  paths: readonly string[],
  runs: number,
): Promise<number[]> {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.create', { path });
  const { sources } = await must(engine, 'source.import', { paths: [...paths] });
  if (sources.length !== paths.length) throw new Error('not all was imported');
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await must(engine, 'history.undo', {});
    times.push(performance.now() - began);
    await must(engine, 'history.redo', {});
  }
  await engine.close();
  return times;
}

/** Bytes of a project with 10,000 codings made one by one: as it grew, compacted, and without its history. */
export async function measureHistoryCost(
  path: string,
  source: CommandArgs<'source.import'>['paths'][number],
) {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.create', { path });
  const { sources } = await must(engine, 'source.import', { paths: [source] });
  const [document] = sources;
  if (!document) throw new Error('nothing was imported');
  const codeIds = [];
  for (let number = 1; number <= 100; number += 1) {
    codeIds.push((await must(engine, 'code.create', { name: `code ${number}` })).id);
  }
  const empty = statSync(path).size;
  const random = seededRandom(41);
  const codings = 10_000;
  for (let number = 0; number < codings; number += 1) {
    const start = Math.floor(random() * (document.characters - 700));
    const end = start + 30 + Math.floor(random() * 600);
    const codeId = codeIds[Math.floor(random() * codeIds.length)];
    if (!codeId) throw new Error('no code');
    await must(engine, 'coding.apply', { sourceId: document.id, start, end, codeIds: [codeId] });
  }
  const copies = { compact: `${path}.compact.emic`, bare: `${path}.bare.emic` };
  await must(engine, 'project.saveCopy', { path: copies.compact, history: true, names: 'kept' });
  await must(engine, 'project.saveCopy', { path: copies.bare, history: false, names: 'kept' });
  await engine.close();
  const perCoding = (file: string) => (statSync(file).size - empty) / codings;
  return { grown: perCoding(path), compact: perCoding(copies.compact), bare: perCoding(copies.bare) };
}
