import * as fs from 'node:fs';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Platform } from '../../src/engine';
import { type Driver, driverOn, newDriver, testPlatform } from './support/driver';

const codes = async (driver: Driver) => (await driver.query('codes.tree', {})).map(({ name }) => name);

describe('ST several things at the same time', () => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  it('ST1 does commands in the order in which they were called, also before a closing', async () => {
    const { engine } = driver;
    const results = await Promise.all([
      engine.run('code.create', { name: 'a' }),
      engine.run('code.create', { name: 'a' }),
      engine.run('memo.write', { target: { kind: 'project' }, text: 'the last words' }),
      engine.run('history.undo', {}),
      engine.run('history.redo', {}),
      engine.run('project.create', { path: join(driver.folder, 'other.emic') }),
      engine.run('code.create', { name: 'b' }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true, true, true, false]);
    expect(await codes(driver)).toEqual([]);
    await driver.run('project.open', { path: driver.path });
    expect(await codes(driver)).toEqual(['a']);
    expect(await driver.query('memos.list', {})).toMatchObject([{ text: 'the last words' }]);
    const last = engine.run('code.create', { name: 'kept' });
    await engine.close();
    expect(await last).toMatchObject({ ok: true });
    await driver.run('project.open', { path: driver.path });
    expect(await codes(driver)).toEqual(['a', 'kept']);
  });

  it('ST2 imports all or nothing, at whatever moment it is cancelled', async () => {
    const paths = Array.from({ length: 6 }, (_, index) => driver.file(`text ${index}.txt`, `Text ${index}`));
    let cancelled = 0;
    for (let moment = 0; moment < 60; moment += 3) {
      const controller = new AbortController();
      const running = driver.engine.run('source.import', { paths }, { signal: controller.signal });
      for (let turn = 0; turn < moment; turn += 1) await nextTurn();
      controller.abort();
      const result = await running;
      const { sources } = await driver.query('sources.tree', {});
      expect(sources).toHaveLength(result.ok ? paths.length : 0);
      if (result.ok) await driver.run('history.undo', {});
      else {
        expect(result.error.kind).toBe('cancelled');
        cancelled += 1;
      }
    }
    expect(cancelled).toBeGreaterThan(0);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('ST3 refuses an import whose project was closed or changed for another meanwhile', async () => {
    const paths = [driver.file('text.txt', 'Text')];
    const next = { path: join(driver.folder, 'next.emic') };
    for (const [name, args] of [
      ['project.close', {}],
      ['project.create', next],
    ] as const) {
      const running = driver.engine.run('source.import', { paths });
      await driver.engine.run(name, args);
      expect(await running).toMatchObject({ ok: false, error: { kind: 'conflict' } });
      await driver.run('project.open', { path: driver.path });
      expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    }
  });

  it('ST4 does not call a change a failure because a listener failed', async () => {
    const stop = driver.engine.subscribe(() => {
      throw new Error('the window is gone');
    });
    const others: string[] = [];
    driver.engine.subscribe(({ name }) => others.push(name));
    expect(await driver.engine.run('code.create', { name: 'kept' })).toMatchObject({ ok: true });
    stop();
    expect(others).toEqual(['changed']);
    expect(await codes(driver)).toEqual(['kept']);
  });

  it('ST5 shows a reader what the writer has changed, counts too', async () => {
    const reader = driverOn(driver.folder, driver.path);
    await reader.run('project.open', { path: driver.path });
    await reader.query('codes.tree', {});
    const source = await driver.document('text', 'Some words.');
    const { id } = await driver.run('code.create', { name: 'code' });
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 4, codeIds: [id] });
    expect(await reader.query('session.state', {})).toMatchObject({
      counts: { documents: 1, codes: 1, quotations: 1, codings: 1 },
    });
    expect(await reader.query('codes.tree', {})).toMatchObject([{ codings: 1, documents: 1 }]);
    await reader.engine.close();
  });

  it('ST6 stays the writer when its own project is opened again by another path', async () => {
    const link = join(driver.folder, 'link.emic');
    symlinkSync(driver.path, link);
    for (const path of [
      link,
      join(driver.folder, '.', 'test.emic'),
      `${driver.folder}/../${driver.folder.split('/').pop()}/test.emic`,
    ]) {
      expect(await driver.run('project.open', { path })).toMatchObject({ state: 'open', readOnly: null });
      await driver.run('code.create', { name: path });
    }
    expect(await codes(driver)).toHaveLength(3);
  });

  it('ST7 says when the file was deleted or replaced, and opens what is there when asked', async () => {
    await driver.run('code.create', { name: 'first' });
    const copy = join(driver.folder, 'copy.emic');
    copyFileSync(driver.path, copy);
    await driver.run('code.create', { name: 'second' });
    renameSync(copy, driver.path);
    expect(await driver.refuse('code.create', { name: 'lost' })).toMatchObject({ kind: 'conflict' });
    const state = await driver.run('project.open', { path: driver.path });
    expect(state).toMatchObject({ readOnly: null, counts: { codes: 1 } });
    await driver.run('code.create', { name: 'third' });
    expect(await codes(driver)).toEqual(['first', 'third']);

    rmSync(driver.path);
    expect(await driver.refuse('code.create', { name: 'lost' })).toMatchObject({ kind: 'conflict' });
    expect(await driver.refuse('project.open', { path: driver.path })).toMatchObject({ kind: 'notFound' });
    expect(await codes(driver)).toEqual(['first', 'third']);
  });

  it('ST7 calls the file damaged when another program has cut it', async () => {
    await driver.run('code.create', { name: 'first' });
    for (const size of [5000, 50, 0]) {
      truncateSync(driver.path, size);
      for (const result of [
        await driver.engine.run('code.create', { name: 'second' }),
        await driver.engine.query('codes.tree', {}),
        await driver.engine.run('project.check', {}),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { kind: 'unreadableFile' } });
      }
      expect(statSync(driver.path).size).toBe(size);
    }
  });

  it('ST8 writes no more once another program has taken the lock', async () => {
    await driver.engine.close();
    let beat = () => {};
    const platform: Platform = {
      ...testPlatform('lock'),
      every: (_, work) => {
        beat = work;
        return () => {};
      },
    };
    const engine = createEngine(platform);
    await engine.run('session.setCoder', { name: 'Robin' });
    await engine.run('project.open', { path: driver.path });
    beat();
    expect(await engine.run('code.create', { name: 'mine' })).toMatchObject({ ok: true });
    const lock = join(driver.folder, '.test.emic.lock');
    const record = JSON.parse(fs.readFileSync(lock, 'utf8')) as object;
    writeFileSync(lock, JSON.stringify({ ...record, nonce: 'another', host: 'elsewhere' }));
    beat();
    expect(await engine.run('code.create', { name: 'too late' })).toMatchObject({
      ok: false,
      error: { kind: 'readOnly', message: expect.stringContaining('taken this project over') },
    });
    expect(await engine.query('session.state', {})).toMatchObject({
      value: { readOnly: expect.stringContaining('taken this project over'), counts: { codes: 1 } },
    });
    await engine.close();
    expect(existsSync(lock)).toBe(true);
  });

  it('ST9 survives a heartbeat that the disk refuses', async () => {
    await driver.engine.close();
    let beat = () => {};
    let isBroken = false;
    const failing = <T extends (...args: never[]) => unknown>(work: T) =>
      ((...args: never[]) => {
        if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return work(...args);
      }) as T;
    const platform: Platform = {
      ...testPlatform('beat'),
      files: {
        ...fs,
        openSync: failing(fs.openSync),
        statSync: failing(fs.statSync as never),
      } as Platform['files'],
      every: (_, work) => {
        beat = work;
        return () => {};
      },
    };
    const engine = createEngine(platform);
    await engine.run('session.setCoder', { name: 'Robin' });
    await engine.run('project.open', { path: driver.path });
    isBroken = true;
    expect(() => beat()).not.toThrow();
    isBroken = false;
    expect(await engine.run('code.create', { name: 'still mine' })).toMatchObject({ ok: true });
    await engine.close();
  });

  it('ST10 leaves nothing where a new project could not be written', async () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    let isFull = true;
    const platform: Platform = {
      ...testPlatform('full'),
      files: {
        ...fs,
        writeSync: (fd: number, buffer: Uint8Array, ...rest: [number, number, number]) => {
          if (isFull && buffer.length > 2000) throw full;
          return fs.writeSync(fd, buffer, ...rest);
        },
      } as Platform['files'],
    };
    const engine = createEngine(platform);
    const path = join(driver.folder, 'new.emic');
    expect(await engine.run('project.create', { path })).toMatchObject({
      ok: false,
      error: { kind: 'diskFull' },
    });
    expect(readdirSync(driver.folder).filter((name) => name.includes('new'))).toEqual([]);
    isFull = false;
    expect(await engine.run('project.create', { path })).toMatchObject({ ok: true });
    await engine.close();
  });
});
