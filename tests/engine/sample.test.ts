import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodeRow, CodingRow, SourceRow } from '../../src/contract/queries';
import { codeColorRing } from '../../src/core/colors';
import { bundle } from './cli/support/bundle';
import { newFolder } from './sqlite/support/runtime';
import { type Driver, driverOn } from './support/driver';

const sample = JSON.parse(readFileSync('seeds/netroots.json', 'utf8'));

/** The sample project as the build makes it, from the bundled script. */
describe('SA the sample project', () => {
  let folder: string;
  let driver: Driver;
  let sources: readonly SourceRow[];
  let codes: readonly CodeRow[];
  let codings: readonly CodingRow[];

  beforeAll(async () => {
    folder = newFolder();
    await buildSample('Netroots.emic');
    copyFileSync(join(folder, 'Netroots.emic'), join(folder, 'opened.emic'));
    driver = driverOn(folder, join(folder, 'opened.emic'));
    await driver.run('session.setCoder', { name: 'Robin' });
    await driver.run('project.open', { path: driver.path });
    sources = (await driver.query('sources.tree', {})).sources;
    codes = await driver.query('codes.tree', {});
    codings = await driver.query('codings.list', {});
    return () => driver.engine.close();
  });

  async function buildSample(name: string): Promise<Buffer> {
    const script = join(await bundle(), 'build-sample.cjs');
    execFileSync(process.execPath, [script, name, resolve('seeds')], { cwd: folder });
    return readFileSync(join(folder, name));
  }

  it('SA1 is the same to the byte each time it is built, whoever builds it', async () => {
    const again = await buildSample('again.emic');
    expect(again.equals(readFileSync(join(folder, 'Netroots.emic')))).toBe(true);
  });

  it('SA2 holds the five texts under their titles, in order, with their memos', async () => {
    expect(sources.map(({ name }) => name)).toEqual([
      'The Future of The Netroots Movement',
      'The Herd Mentality- or Actual Organizing on the Left?',
      'Getting the netroots strategy right on health care',
      "Grassroot Power: Labour's campaign from below",
      'Veckans makthavare: Alan Rosenblatt',
    ]);
    const memos = await driver.query('memos.list', {});
    const count = (kind: string) => memos.filter(({ target }) => target.kind === kind).length;
    expect([count('project'), count('source'), count('code'), count('quotation')]).toEqual([
      1,
      sources.length,
      sample.codeMemos.length,
      sample.quotationMemos.length,
    ]);
  });

  it('SA3 holds the codebook in its tree, in colours that can be told apart', () => {
    expect(codes.map(({ path, definition, isCodable }) => ({ path, definition, isCodable }))).toEqual(
      sample.codes.map(({ path, definition, isCodable }: CodeRow) => ({ path, definition, isCodable })),
    );
    const colors = codes.filter(({ isCodable }) => isCodable).map(({ color }) => color);
    expect(new Set(colors).size).toBe(colors.length);
    expect(codes.filter(({ color }) => !codeColorRing.includes(color))).toEqual([]);
    // The ring's first colours differ most; the code used most has the first.
    const [most] = [...codes].sort((a, b) => b.codings - a.codings);
    expect(most?.color).toBe(codeColorRing[0]);
  });

  it('SA4 holds every coding at its words', () => {
    const titles = new Map(sample.documents.map(({ file, name }: Record<string, string>) => [file, name]));
    const wanted = sample.codings.map(({ file, code, quote }: Record<string, string>) =>
      JSON.stringify([titles.get(file), code, quote]),
    );
    const found = codings.map(({ sourceName, codePath, text }) =>
      JSON.stringify([sourceName, codePath, text]),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('SA5 codes the corrected one of a comment that was posted twice', async () => {
    const { text } = await driver.query('source.text', { id: sources[0]?.id ?? ('' as never) });
    const corrected = text.indexOf('Comment #192668');
    const repeated = codings.filter(({ text: words }) => text.indexOf(words) !== text.lastIndexOf(words));
    const inThread = repeated.filter(({ sourceName }) => sourceName === sources[0]?.name);
    expect(inThread.some(({ start }) => start > corrected)).toBe(true);
  });

  it('SA6 is sound, and its history can be undone to the beginning and redone', async () => {
    expect(await driver.run('project.check', {})).toMatchObject({ isSound: true, problems: [] });
    const state = await driver.query('session.state', {});
    expect(state).toMatchObject({
      project: { name: 'Netroots', description: sample.project.description },
      undo: { key: 'memo.write.project' },
      redo: null,
    });
    const whole = await driver.dump();
    let steps = 0;
    while ((await driver.engine.run('history.undo', {})).ok) steps += 1;
    expect(await driver.query('session.state', {})).toMatchObject({
      counts: { documents: 0, codes: 0, quotations: 0, codings: 0, memos: 0 },
      undo: null,
    });
    for (let step = 0; step < steps; step += 1) await driver.run('history.redo', {});
    expect(steps).toBeGreaterThan(100);
    expect(await driver.dump()).toBe(whole);
  });

  it('SA7 tells a working day from nine o’clock on', async () => {
    const history = await driver.query('history.list', { limit: 10_000 });
    const changes = history.filter(({ kind }) => kind === 'change').reverse();
    const times = changes.map(({ at }) => at);
    expect(times[0]).toMatch(/^2026-11-21T09:0\d/);
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(times.length);
    expect(new Set(changes.map(({ coderName }) => coderName))).toEqual(new Set(['Robin']));
  });
});
