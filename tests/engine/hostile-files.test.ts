import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandName } from '../../src/contract/commands';
import type { AppError } from '../../src/core/result';
import { type Driver, driverOn, newDriver } from './support/driver';

const documents = join(resolve(process.env.EMIC_TEST_DATA ?? '../shared/data'), 'documents');
const hasDocuments = (() => {
  try {
    return readdirSync(documents).length > 0;
  } catch {
    return false;
  }
})();
const isWindows = process.platform === 'win32';

describe('HF hostile files', () => {
  let driver: Driver;
  const at = (...names: string[]) => join(driver.folder, ...names);
  const leftovers = () => readdirSync(driver.folder).filter((name) => name.endsWith('.part'));
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  it.skipIf(!hasDocuments)('HF1 imports every real document or says in a sentence why not', async () => {
    const paths = readdirSync(documents, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    );
    const { sources, skipped } = await driver.run('source.import', { paths, skipUnreadable: true });
    expect(sources.length + skipped.length).toBe(paths.length);
    expect(sources.length).toBeGreaterThan(20);
    expect(
      skipped.filter(({ message }) => !/^\S.* could not be (imported|read)[:(]? .*\.$/.test(message)),
    ).toEqual([]);
    const { id } = await driver.run('code.create', { name: 'whole' });
    await driver.run('coding.applyMany', {
      codeIds: [id],
      places: sources.map((source) => ({ sourceId: source.id, start: 0, end: source.characters })),
    });
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it.skipIf(isWindows)(
    'HF2 does not wait for pipes and devices, nor walk in circles',
    { timeout: 10_000 },
    async () => {
      mkdirSync(at('folder', 'in'), { recursive: true });
      symlinkSync(at('folder'), at('folder', 'in', 'up'));
      symlinkSync(at('loop'), at('loop'));
      execFileSync('mkfifo', [at('pipe.txt'), at('folder', 'pipe.txt')]);
      driver.file('folder/in/text.txt', 'Some words.');
      for (const path of [at('pipe.txt'), '/dev/zero', at('loop')]) {
        const error = await driver.refuse('source.import', { paths: [path] });
        expect(error, path).toMatchObject({ kind: 'unreadableFile' });
        expect(error.message).toMatch(/could not be .* Nothing was changed\.$/);
      }
      const { sources } = await driver.run('source.import', { paths: [at('folder')] });
      expect(sources.map(({ name }) => name)).toEqual(['text']);
    },
  );

  it('HF3 refuses a file that is too large without reading it', async () => {
    truncateSync(driver.file('huge.txt', ''), 3 * 1024 ** 3);
    const before = process.memoryUsage().rss;
    const error = await driver.refuse('source.import', { paths: [at('huge.txt')] });
    expect(error.message).toContain('larger than 200 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
  });

  it.skipIf(isWindows)('HF4 makes fit names of what files are called', async () => {
    const names = [
      'two\nlines.txt',
      ' .txt',
      '  spaced \t name .txt',
      '__proto__',
      '\u202etxt.exe',
      'constructor.txt',
    ];
    const paths = names.map((name) => driver.file(name, name));
    mkdirSync(at('a\nfolder'));
    driver.file('a\nfolder/text.txt', 'x');
    await driver.run('source.import', {
      paths: [...paths, at('a\nfolder'), join(at('a\nfolder'), '..', 'a\nfolder', '.')],
    });
    const { sources, folders } = await driver.query('sources.tree', {});
    expect(sources.map(({ name }) => name).sort()).toEqual(
      [
        'two lines',
        'Untitled',
        'spaced name',
        '__proto__',
        '\u202etxt',
        'constructor',
        'text',
        'text (2)',
      ].sort(),
    );
    expect(folders.map(({ name }) => name)).toEqual(['a folder']);
  });

  it('HF5 says of what was left out not that nothing was changed', async () => {
    const paths = [driver.file('good.txt', 'fine'), driver.file('empty.txt', ''), at('gone.txt')];
    const { skipped } = await driver.run('source.import', { paths, skipUnreadable: true });
    expect(skipped).toHaveLength(2);
    for (const { message } of skipped) expect(message).not.toContain('Nothing was changed');
  });

  it('HF6 codes one line of 20 million characters and a million empty lines', async () => {
    for (const text of ['x🙂'.repeat(10_000_000), '\n'.repeat(1_000_000)]) {
      const source = await driver.document(`text ${text.length}`, text);
      const length =
        (await driver.query('sources.tree', {})).sources.find(({ id }) => id === source)?.characters ?? 0;
      const { id } = await driver.run('code.create', { name: `code ${text.length}` });
      for (const [start, end] of [
        [0, 3],
        [length - 3, length],
      ] as const) {
        await driver.run('coding.apply', { sourceId: source, start, end, codeIds: [id] });
      }
      const rows = await driver.query('codings.list', { codeId: id });
      expect(rows.map(({ text: words }) => Array.from(words).length)).toEqual([3, 3]);
    }
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  }, 60_000);

  describe('exports', () => {
    const refused = async (path: string): Promise<AppError> => driver.refuse('export.codebook', { path });

    it('HF7 leaves nothing behind where it could not write', async () => {
      await driver.run('code.create', { name: 'code' });
      mkdirSync(at('folder.csv'));
      writeFileSync(at('file'), 'x');
      for (const [path, kind] of [
        [at('folder.csv'), 'invalid'],
        [at(''), 'invalid'],
        [at('no ending'), 'invalid'],
        [at('codebook.doc'), 'invalid'],
        [at('.csv'), 'invalid'],
        [at('gone', 'x.csv'), 'notFound'],
        [at('file', 'x.csv'), 'notFound'],
        [at(`${'n'.repeat(300)}.csv`), 'invalid'],
        [at('nul\u0000.csv'), 'invalid'],
      ] as const) {
        const error = await refused(path);
        expect(error, path).toMatchObject({ kind });
        expect(leftovers()).toEqual([]);
      }
      const longest = at(`${'n'.repeat(250)}.csv`);
      await driver.run('export.codebook', { path: longest });
      expect(readFileSync(longest, 'utf8')).toContain('code');
    });

    it('HF8 never replaces a project, a device or what a link leads to', async () => {
      await driver.run('code.create', { name: 'kept' });
      const bytes = new Uint8Array([1, 2, 3]);
      symlinkSync(driver.path, at('figure.png'));
      for (const path of [driver.path, at('figure.png'), at('other.emic')]) {
        expect(await driver.refuse('export.bytes', { path, bytes })).toMatchObject({ kind: 'conflict' });
      }
      await driver.run('code.create', { name: 'and more' });

      writeFileSync(at('real.csv'), 'old');
      symlinkSync(at('real.csv'), at('link.csv'));
      await driver.run('export.codebook', { path: at('link.csv') });
      expect(readFileSync(at('real.csv'), 'utf8')).toContain('and more');
      if (!isWindows) {
        execFileSync('mkfifo', [at('pipe.csv')]);
        expect(await refused(at('pipe.csv'))).toMatchObject({ kind: 'invalid' });
      }
      expect(leftovers()).toEqual([]);
    });

    it('HF9 writes the same file many times at once, and a figure while the project closes', async () => {
      await driver.run('code.create', { name: 'code' });
      const path = at('codebook.csv');
      const results = await Promise.all(
        Array.from({ length: 8 }, () => driver.engine.run('export.codebook', { path })),
      );
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      const query = {
        relation: { kind: 'overlaps' },
        count: 'places',
        coders: 'united',
        withSubcodes: false,
      } as const;
      const running = driver.engine.run('export.cooccurrence', { path: at('figure.svg'), query });
      await driver.engine.close();
      expect(await running).toMatchObject({ ok: true });
      expect(leftovers()).toEqual([]);
    });
  });

  it('HF10 says what is wrong with a path to a project', async () => {
    const other = driverOn(driver.folder, at('x'));
    mkdirSync(at('folder'));
    for (const [path, open, create] of [
      ['/nowhere/x.emic', 'notFound', 'notFound'],
      [join(driver.path, 'x.emic'), 'notFound', 'notFound'],
      [at('folder'), 'unreadableFile', 'conflict'],
      [at(`${'n'.repeat(300)}.emic`), 'invalid', 'invalid'],
      [at('nul\u0000.emic'), 'invalid', 'invalid'],
    ] as const) {
      const run = (name: CommandName) => other.engine.run(name, { path });
      expect(await run('project.open'), path).toMatchObject({ ok: false, error: { kind: open } });
      expect(await run('project.create'), path).toMatchObject({ ok: false, error: { kind: create } });
    }
    await other.run('project.create', { path: at('.emic') });
    expect(await other.query('session.state', {})).toMatchObject({ project: { name: 'Untitled' } });
    await other.engine.close();
  });
});
