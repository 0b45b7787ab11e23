import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommandArgs, CommandName, CommandResult } from '../../../src/contract/commands';
import { createEngine, type Engine } from '../../../src/engine';
import { createNodePlatform } from '../../../src/platform/node-platform';
import { generateCodings, seededRandom } from '../generate-codings';
import { generateText } from '../generate-text';

/** An engine in this process, as on the command line; started in the root of the checkout. */
export function newEngine(): Engine {
  return createEngine(
    createNodePlatform({ wasmDirectory: resolve('node_modules/sql.js/dist'), appVersion: '0.0.0-bench' }),
  );
}

/** Runs a command that has to succeed. */
export async function must<K extends CommandName>(
  engine: Engine,
  name: K,
  args: CommandArgs<K>,
): Promise<CommandResult<K>> {
  const result = await engine.run(name, args);
  if (!result.ok) throw new Error(`${name}: ${result.error.message} ${result.error.detail ?? ''}`);
  return result.value;
}

const hues = ['#b4562f', '#8a7a1e', '#3f8a3c', '#1f8a8a', '#3a6fc4', '#7a55c2', '#b0478f', '#777064'];

async function newProject(path: string): Promise<Engine> {
  const engine = newEngine();
  await must(engine, 'session.setCoder', { name: 'Bench' });
  await must(engine, 'project.create', { path });
  return engine;
}

async function addCodes(engine: Engine, count: number) {
  const ids: CommandResult<'code.create'>['id'][] = [];
  for (let number = 1; number <= count; number += 1) {
    const color = hues[number % hues.length];
    ids.push((await must(engine, 'code.create', { name: `code ${number}`, color })).id);
  }
  return ids;
}

async function importTexts(engine: Engine, texts: readonly { name: string; text: string }[]) {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-texts-'));
  try {
    const paths = texts.map(({ name, text }) => {
      const file = join(folder, `${name}.txt`);
      writeFileSync(file, text);
      return file;
    });
    return (await must(engine, 'source.import', { paths })).sources.map(({ id }) => id);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One document of so many code points in paragraphs of 300 to 500, with so many codings of 30 to 630 code points of
 * 50 codes, and a short document to begin in.
 */
export async function makeLongDocument(path: string, characters: number, codings: number): Promise<void> {
  const engine = await newProject(path);
  const [, sourceId] = await importTexts(engine, [
    { name: 'a short document', text: generateText({ characters: 4000, seed: 3 }) },
    { name: 'the long document', text: generateText({ characters, seed: 4, paragraph: 400 }) },
  ]);
  if (!sourceId) throw new Error('the long document was not imported');
  const codeIds = await addCodes(engine, 50);
  const random = seededRandom(5);
  for (const [index, codeId] of codeIds.entries()) {
    const places = Array.from({ length: Math.round(codings / codeIds.length) }, (_, number) => {
      const length = 30 + Math.floor(random() * 601);
      // Some stand at the beginning: the first screen has something to paint.
      const limit = number < 1 && index % 5 === 0 ? 2000 : characters - length;
      const start = Math.floor(random() * limit) + (index % 2);
      return { sourceId, start, end: Math.min(characters, start + length) };
    });
    await must(engine, 'coding.applyMany', { codeIds: [codeId], places });
  }
  await engine.close();
}

/** So many codes in a tree of three levels: ten branches to a top, ten codes to a branch. */
export async function makeManyCodes(path: string, count: number): Promise<void> {
  const engine = await newProject(path);
  const kinds = ['funding', 'power', 'party', 'network', 'trust', 'voice', 'work', 'media'];
  let made = 0;
  for (let top = 0; made < count; top += 1) {
    const name = `${kinds[top % kinds.length]} ${top + 1}`;
    const names = [[name]];
    for (let branch = 1; branch <= 10; branch += 1) {
      names.push([name, `${name}.${branch}`]);
      for (let leaf = 1; leaf <= 10; leaf += 1)
        names.push([name, `${name}.${branch}`, `${name}.${branch}.${leaf}`]);
    }
    for (const each of names.slice(0, count - made)) await must(engine, 'code.createPath', { path: each });
    made += names.length;
  }
  await engine.close();
}

/** 100,000 codings of 30 to 630 code points, 200 codes, 1,000 documents of 10,000 code points. */
export async function makeManyCodings(path: string): Promise<void> {
  const engine = await newProject(path);
  const shape = { codings: 100_000, codes: 200, documents: 1000, characters: 10_000 };
  const texts = Array.from({ length: shape.documents }, (_, number) => ({
    name: `document ${String(number + 1).padStart(4, '0')}`,
    text: generateText({ characters: shape.characters, seed: 100 + number }),
  }));
  const sourceIds = await importTexts(engine, texts);
  const codeIds = await addCodes(engine, shape.codes);
  const { table } = generateCodings(shape);
  const placesOf = codeIds.map((): CommandArgs<'coding.applyMany'>['places'] => []);
  for (let row = 0; row < shape.codings; row += 1) {
    const sourceId = sourceIds[table.sourceIndex[row] ?? 0];
    if (!sourceId) continue;
    placesOf[table.code[row] ?? 0]?.push({
      sourceId,
      start: table.start[row] ?? 0,
      end: table.end[row] ?? 0,
    });
  }
  for (const [index, codeId] of codeIds.entries()) {
    const places = placesOf[index] ?? [];
    if (places.length > 0) await must(engine, 'coding.applyMany', { codeIds: [codeId], places });
  }
  await engine.close();
}

/** 100 MB of text in 1,000 documents; every hundredth has the word “fundraising” in it. */
export async function makeManyTexts(path: string): Promise<void> {
  const engine = await newProject(path);
  const texts = Array.from({ length: 1000 }, (_, number) => {
    const text = generateText({ characters: 100_000, seed: 3000 + number });
    const isRare = number % 100 === 11;
    return {
      name: `text ${String(number + 1).padStart(4, '0')}`,
      text: isRare ? `${text.slice(0, 50_000)} fundraising ${text.slice(50_000)}` : text,
    };
  });
  await importTexts(engine, texts);
  await engine.close();
}
