import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Driver, newDriver } from './support/driver';

describe('IM importing documents', () => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  it('IM1 names a document after its file without the ending and counts code points', async () => {
    const file = driver.file('Interview 3.v2.txt', '\uFEFFA 🙂 day\r\nwith “quotes”\r');
    const { sources } = await driver.run('source.import', { paths: [file] });
    expect(sources).toMatchObject([{ name: 'Interview 3.v2', characters: 22 }]);
    const id = sources[0]?.id;
    if (!id) throw new Error('no document');
    expect((await driver.query('source.text', { id })).text).toBe('A 🙂 day\nwith “quotes”\n');
  });

  it('IM2 reads UTF-16 and Windows-1252', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße aus Köln', 'utf16le')]);
    const latin = Buffer.from('The caf\xe9 was closed, she said \x93maybe tomorrow\x94.', 'latin1');
    await driver.run('source.import', { paths: [driver.file('a.txt', utf16), driver.file('b.txt', latin)] });
    const { sources } = await driver.query('sources.tree', {});
    const texts = await Promise.all(sources.map(({ id }) => driver.query('source.text', { id })));
    expect(texts.map(({ text }) => text)).toEqual([
      'Grüße aus Köln',
      'The café was closed, she said “maybe tomorrow”.',
    ]);
  });

  it('IM3 gives a second document of the same name a number', async () => {
    await driver.document('talk', 'one');
    await driver.document('talk', 'two');
    const { sources } = await driver.query('sources.tree', {});
    expect(sources.map(({ name }) => name)).toEqual(['talk', 'talk (2)']);
  });

  it('IM4 makes a folder of a folder, in natural order', async () => {
    const folder = join(driver.folder, 'wave 1');
    mkdirSync(join(folder, 'later'), { recursive: true });
    for (const name of ['talk 10.txt', 'talk 9.txt', 'later/talk 11.txt', '.hidden.txt']) {
      writeFileSync(join(folder, name), name);
    }
    await driver.run('source.import', { paths: [folder] });
    const { folders, sources } = await driver.query('sources.tree', {});
    const nameOf = (id: unknown) => folders.find((each) => each.id === id)?.name ?? null;
    expect(folders.map(({ name, parentId }) => [name, nameOf(parentId)]).sort()).toEqual([
      ['later', 'wave 1'],
      ['wave 1', null],
    ]);
    expect(sources.map(({ name, folderId }) => [name, nameOf(folderId)])).toEqual(
      expect.arrayContaining([
        ['talk 9', 'wave 1'],
        ['talk 10', 'wave 1'],
        ['talk 11', 'later'],
      ]),
    );
    const order = sources.filter(({ folderId }) => nameOf(folderId) === 'wave 1').map(({ name }) => name);
    expect(order).toEqual(['talk 9', 'talk 10']);
  });

  it('IM4 lists documents in the order of the tree of folders', async () => {
    await driver.document('z first', 'one');
    const { id } = await driver.run('sourceFolder.create', { name: 'then' });
    const inside = await driver.document('inside', 'two');
    await driver.document('last', 'three');
    await driver.run('source.move', { ids: [inside], folderId: id });
    const { sources } = await driver.query('sources.tree', {});
    expect(sources.map(({ name }) => name)).toEqual(['z first', 'inside', 'last']);
  });

  it('IM5 refuses a binary, an empty and a missing file with a sentence and changes nothing', async () => {
    const before = await driver.dump();
    const good = driver.file('good.txt', 'fine');
    for (const bad of [
      driver.file(
        'picture.txt',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1, 0xff, 0xfe, 0, 3]),
      ),
      driver.file('empty.txt', ''),
      join(driver.folder, 'gone.txt'),
    ]) {
      const error = await driver.refuse('source.import', { paths: [good, bad] });
      expect(error.kind).toBe('unreadableFile');
      expect(error.message).toMatch(/(picture|empty|gone)\.txt.*Nothing was changed\./);
    }
    expect(await driver.dump()).toBe(before);
  });

  it('IM6 can leave out what is unreadable and says what', async () => {
    const paths = [driver.file('good.txt', 'fine'), driver.file('empty.txt', '')];
    const { sources, skipped } = await driver.run('source.import', { paths, skipUnreadable: true });
    expect(sources.map(({ name }) => name)).toEqual(['good']);
    expect(skipped).toMatchObject([{ path: paths[1], message: expect.stringContaining('empty.txt') }]);
  });

  it('IM7 is one step of undo, tells its progress, and leaves nothing when cancelled', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => driver.file(`text ${index}.txt`, `Text ${index}`));
    const items: string[] = [];
    const controller = new AbortController();
    const stop = driver.engine.subscribe((event) => {
      if (event.name !== 'progress') return;
      items.push(event.payload.item);
      if (event.payload.done === 5) controller.abort();
    });
    const cancelled = await driver.engine.run(
      'source.import',
      { paths },
      { signal: controller.signal, runId: 'run' },
    );
    expect(cancelled).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(items).toEqual(paths.slice(0, 6).map((_, index) => `text ${index}.txt`));
    stop();
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    await driver.run('source.import', { paths });
    expect((await driver.query('sources.tree', {})).sources).toHaveLength(20);
    await driver.run('history.undo', {});
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
  });

  it('IM7 heeds a cancel that comes with the last file, and says when it is too late for one', async () => {
    const paths = Array.from({ length: 3 }, (_, index) => driver.file(`late ${index}.txt`, `Text ${index}`));
    const progress: { readonly item: string; readonly isStoring: boolean }[] = [];
    const controller = new AbortController();
    let cancelsAt: string | null = 'late 2.txt';
    const stop = driver.engine.subscribe((event) => {
      if (event.name !== 'progress') return;
      const { item, isStoring = false } = event.payload;
      progress.push({ item, isStoring });
      // As from a window: it takes a moment to arrive.
      if (item === cancelsAt) setImmediate(() => controller.abort());
    });
    const options = { signal: controller.signal, runId: 'run' };
    const cancelled = await driver.engine.run('source.import', { paths }, options);
    expect(cancelled).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(progress.some(({ isStoring }) => isStoring)).toBe(false);
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    cancelsAt = null;
    progress.length = 0;
    await driver.engine.run('source.import', { paths }, { runId: 'again' });
    stop();
    expect(progress.map(({ isStoring }) => isStoring)).toEqual([false, false, false, true]);
    expect((await driver.query('sources.tree', {})).sources).toHaveLength(3);
  });

  it('IM8 keeps text that looks like markup as text', async () => {
    const text = '<script>alert(1)</script> & <b>bold</b>';
    const id = await driver.document('page', text);
    expect((await driver.query('source.text', { id })).text).toBe(text);
  });

  it('IM9 leaves out a file that vanishes while others are read', async () => {
    const first = driver.file('first.txt', 'one');
    const second = driver.file('second.txt', 'two');
    const stop = driver.engine.subscribe((event) => {
      if (event.name === 'progress' && event.payload.done === 0) rmSync(second);
    });
    const before = await driver.dump();
    const result = await driver.engine.run('source.import', { paths: [first, second] }, { runId: 'run' });
    stop();
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreadableFile' } });
    expect(await driver.dump()).toBe(before);
  });
});
