/**
 * A project as the engine makes it: 30 documents in folders (plain and with letters of two to four bytes, some longer
 * than a page, some than many), 60 codes, 1,500 codings, memos, a few things deleted and undone.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeId } from '../../../../src/core/ids';
import { openProjectFile } from '../../../../src/storage/project-file';
import { beginHistoryAnew } from '../../../../src/storage/salvage/build';
import { type Driver, newDriver, testPlatform } from '../../support/driver';

const words = [
  'we',
  'never',
  'asked',
  'the',
  'council',
  'for',
  'money',
  'because',
  'it',
  'was',
  'ours',
  'anyway',
  'and',
  'people',
  'came',
  'from',
  'all',
  'over',
  'to',
  'help',
  'Großmutter',
  'naïve',
  'décentralisation',
  '民主主義',
  'участие',
  '🌱🌿',
];

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function textOf(document: number, next: (below: number) => number): string {
  const length = [300, 900, 2500, 9000, 40_000][document % 5] ?? 900;
  const kinds = document % 3 === 0 ? 20 : words.length;
  const paragraphs = [`Interview ${document}`];
  for (let size = 0; size < length; ) {
    const sentence = Array.from({ length: 8 + next(40) }, () => words[next(kinds)]).join(' ');
    paragraphs.push(`${sentence}.`);
    size += sentence.length;
  }
  return `${paragraphs.join('\n')}\n`;
}

/** `deleted`: words that only deleted documents and memos held. */
export interface Sample {
  readonly driver: Driver;
  readonly path: string;
}

export const deletedWords = 'Withdrew her consent on Tuesday';

export async function makeSample(): Promise<Sample> {
  const next = numbers(7);
  const driver = await newDriver();
  const { id: folderId } = await driver.run('sourceFolder.create', { name: 'Wave one' });
  const { id: inner } = await driver.run('sourceFolder.create', { name: 'Berlin', parentId: folderId });
  const files = Array.from({ length: 30 }, (_, index) =>
    driver.file(`Interview ${index}.txt`, textOf(index, next)),
  );
  const first = await driver.run('source.import', { paths: files.slice(0, 12), folderId });
  const second = await driver.run('source.import', { paths: files.slice(12), folderId: inner });
  const sources = [...first.sources, ...second.sources];
  const codes: CodeId[] = [];
  for (let index = 0; index < 60; index += 1) {
    const parentId = index % 4 === 0 ? null : codes[Math.floor(index / 4) * 4];
    const { id } = await driver.run('code.create', {
      name: `code ${index} ${words[index % words.length]}`,
      parentId,
      definition: `What code ${index} means. `.repeat(index % 7 === 0 ? 60 : 2),
    });
    codes.push(id);
  }
  for (const [index, codeId] of codes.entries()) {
    const places = Array.from({ length: 26 }, () => {
      const source = sources[next(sources.length)] ?? sources[0];
      const characters = source?.characters ?? 1;
      const start = next(Math.max(1, characters - 90));
      return {
        sourceId: source?.id ?? ('' as never),
        start,
        end: Math.min(characters, start + 5 + next(80)),
      };
    });
    if (index % 5 === 0) {
      for (const place of places.slice(0, 4))
        await driver.run('coding.apply', { ...place, codeIds: [codeId] });
    }
    await driver.run('coding.applyMany', { codeIds: [codeId], places });
  }
  await driver.run('session.setCoder', { name: 'Kim' });
  for (const source of sources.slice(0, 10)) {
    const codeIds = codes.slice(3, 6);
    await driver.run('coding.apply', { sourceId: source.id, start: 2, end: 12, codeIds });
    await driver.run('memo.write', {
      target: { kind: 'source', id: source.id },
      text: `Read again: ${source.name}.`,
    });
  }
  for (const id of codes.slice(0, 20)) {
    await driver.run('memo.write', {
      target: { kind: 'code', id },
      text: 'Seen often. '.repeat(id.charCodeAt(0)),
    });
  }
  const gone = await driver.document('Gone', `${deletedWords}. `.repeat(600));
  await driver.run('coding.apply', { sourceId: gone, start: 0, end: 30, codeIds: codes.slice(0, 2) });
  await driver.run('source.delete', { ids: [gone] });
  await driver.run('code.merge', { fromIds: codes.slice(40, 42), intoId: codes[30] ?? ('' as never) });
  for (let times = 0; times < 3; times += 1) await driver.run('history.undo', {});
  for (let times = 0; times < 2; times += 1) await driver.run('history.redo', {});
  await driver.run('project.update', { name: 'Wave study', description: 'Two waves of interviews.' });
  return { driver, path: driver.path };
}

const tools = testPlatform('salvage tools');

/** The same project in a file whose history begins where it stands, with no page that holds anything deleted. */
export async function withoutHistory(path: string, to: string): Promise<void> {
  const scratch = `${to}.scratch`;
  copyFileSync(path, scratch);
  const runtime = await tools.loadSqlite();
  const { sha256, clock, newId } = tools;
  const history = { sha256, clock, newId };
  const database = openProjectFile({ path: scratch, runtime, files: tools.files, history });
  try {
    database.transaction(() => beginHistoryAnew(database, history));
    database.copyTo(to);
  } finally {
    database.close();
  }
}

export const inFolder = (driver: Driver, name: string) => join(driver.folder, name);
