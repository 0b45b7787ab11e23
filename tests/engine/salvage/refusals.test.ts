import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/storage/sqlite';
import { isJournalHot } from '../../../src/storage/sqlite/file-header';
import { contentOf, newEmic } from '../cli/support/emic';
import { type Driver, driverOn, newDriver, testPlatform } from '../support/driver';
import {
  damaged,
  pageCount,
  pageSize,
  refusedRepair,
  repaired,
  rowsOf,
  typeOf,
  zeroed,
} from './support/damage';

vi.setConfig({ testTimeout: 120_000 });

describe('RP what a repair refuses, and hostile files', () => {
  let driver: Driver;
  const at = (name: string) => join(driver.folder, name);
  beforeEach(async () => {
    driver = await newDriver();
  });
  afterEach(() => driver.end());

  /** A small project, closed. */
  const small = async () => {
    const text = Array.from(
      { length: 400 },
      (_, line) => `Line ${line} of what she said about the garden.`,
    ).join('\n');
    const source = await driver.document('Garden', text);
    const { id } = await driver.run('code.create', { name: 'garden' });
    for (let start = 0; start < 4000; start += 100) {
      await driver.run('coding.apply', { sourceId: source, start, end: start + 20, codeIds: [id] });
    }
    await driver.engine.close();
    return driver.path;
  };

  it('RP10 refuses what is no project, and writes nothing', async () => {
    await driver.engine.close();
    const platform = testPlatform();
    const other = openDatabase({
      mode: 'create',
      path: at('other.db'),
      runtime: await platform.loadSqlite(),
      files: platform.files,
    });
    other.transaction(() => {
      other.exec('CREATE TABLE song (id INTEGER PRIMARY KEY, title TEXT); CREATE TABLE code (id, name)');
      for (let row = 0; row < 500; row += 1)
        other.prepare('INSERT INTO song (title) VALUES (?)').run([`song ${row}`]);
    });
    other.close();
    driver.file('plain.emic', 'Dear diary, '.repeat(10_000));
    driver.file('empty.emic', '');
    driver.file('zeros.emic', new Uint8Array(100_000));
    damaged(at('other.db'), at('headless.db'), (bytes) => bytes.fill(1, 0, 100));
    const before = contentOf(driver.folder);
    for (const [name, words] of [
      ['plain.emic', 'is not an Emic project: nothing of one could be read in it.'],
      ['zeros.emic', 'is not an Emic project: nothing of one could be read in it.'],
      ['headless.db', 'is an SQLite file, but not an Emic project.'],
      ['empty.emic', 'is empty: there is nothing in it that could be saved.'],
      ['other.db', 'is an SQLite file, but not an Emic project.'],
    ] as const) {
      const error = await refusedRepair(at(name));
      expect(error).toMatchObject({
        kind: 'unreadableFile',
        message: `${name} ${words} Nothing was written.`,
      });
    }
    expect(await refusedRepair(at('gone.emic'))).toMatchObject({ kind: 'notFound' });
    expect(await refusedRepair(driver.folder, at('x'))).toMatchObject({ kind: 'unreadableFile' });
    expect(contentOf(driver.folder)).toBe(before);
  });

  it('RP11 never replaces a file, the damaged one least of all', async () => {
    await driver.engine.close();
    writeFileSync(at('there'), 'mine');
    const before = contentOf(driver.folder);
    for (const to of [at('there'), driver.path, driver.folder]) {
      expect(await refusedRepair(driver.path, to)).toMatchObject({ kind: 'conflict' });
    }
    expect(await refusedRepair(driver.path, at('no/folder/x.emic'))).toMatchObject({ kind: 'notFound' });
    expect(contentOf(driver.folder)).toBe(before);
  });

  it('RP12 leaves nothing behind when it is cancelled', async () => {
    const path = await small();
    const stop = new AbortController();
    const { engine } = driverOn(driver.folder, at('x'));
    const running = engine.run('project.repair', { path, to: at('copy.emic') }, { signal: stop.signal });
    stop.abort();
    expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    await engine.close();
    expect(
      readdirSync(driver.folder).filter((name) => name.includes('.part') || name.includes('copy')),
    ).toEqual([]);
  });

  it('RP13 tells a newer file from a damaged number', async () => {
    const path = await small();
    const setVersion = (bytes: Buffer, version: number) => {
      bytes.writeUInt32BE(version, 60);
      return bytes;
    };
    const original = await rowsOf(path);
    const { rows } = await repaired(damaged(path, at('flipped.emic'), (bytes) => setVersion(bytes, 66)));
    expect(rows).toEqual(original);
    const newer = damaged(path, at('newer.emic'), (bytes) => setVersion(bytes, 66));
    const platform = testPlatform();
    const options = { path: newer, runtime: await platform.loadSqlite(), files: platform.files };
    const database = openDatabase({ ...options, mode: 'write' });
    database.transaction(() => database.exec('UPDATE change_set SET schema_version = 66'));
    database.close();
    expect(await refusedRepair(newer)).toMatchObject({ kind: 'newerVersion' });
  });

  it('RP14 takes back a change that a crash left unfinished, without touching file or journal', async () => {
    const path = await small();
    const before = await rowsOf(path);
    const platform = testPlatform();
    let caught = false;
    const files = {
      ...platform.files,
      writeSync: (...args: Parameters<typeof platform.files.writeSync>) => {
        // The journal is synced, and some pages are in the file: the moment of the crash.
        const written = platform.files.writeSync(...args);
        const isHot = isJournalHot(platform.files, path);
        if (!caught && isHot && !readFileSync(path).equals(calm)) {
          caught = true;
          copyFileSync(path, at('crashed.emic'));
          copyFileSync(`${path}-journal`, at('crashed.emic-journal'));
        }
        return written;
      },
    };
    const calm = readFileSync(path);
    const database = openDatabase({ mode: 'write', path, runtime: await platform.loadSqlite(), files });
    database.transaction(() => database.exec("UPDATE quotation SET text = 'torn'; DELETE FROM coding"));
    database.close();
    expect(caught).toBe(true);
    const journal = readFileSync(at('crashed.emic-journal'));
    const { rows, report } = await repaired(at('crashed.emic'));
    expect(rows).toEqual(before);
    expect(report.mended).toEqual(['A change that was never finished was taken back.']);
    expect(readFileSync(at('crashed.emic-journal')).equals(journal)).toBe(true);
  });

  it('RP15 brings no deleted words back, whatever is destroyed', async () => {
    const secret = 'Withdrew her consent on Tuesday';
    const doomed = await driver.document('Doomed', `${secret}. `.repeat(900));
    const { id } = await driver.run('code.create', { name: secret });
    await driver.run('coding.apply', { sourceId: doomed, start: 0, end: 30, codeIds: [id] });
    const path = await small();
    const platform = testPlatform();
    const options = { path, runtime: await platform.loadSqlite(), files: platform.files };
    const database = openDatabase({ ...options, mode: 'write' });
    // As a file without history would be, before it is made compact: the words lie in free pages only.
    database.transaction(() =>
      database.exec(`DELETE FROM coding WHERE code_id = '${id}'; DELETE FROM quotation WHERE source_id = '${doomed}';
        DELETE FROM source WHERE id = '${doomed}'; DELETE FROM code WHERE id = '${id}';
        DELETE FROM change; DELETE FROM change_set;
        DELETE FROM source_text WHERE sha256 NOT IN (SELECT text_sha256 FROM source)`),
    );
    database.close();
    const bytes = readFileSync(path);
    expect(bytes.includes(secret), 'the file still holds the words').toBe(true);
    const to = at('out.emic');
    for (let page = 1; page <= pageCount(bytes); page += 1 + Math.floor(pageCount(bytes) / 30)) {
      const file = damaged(path, at('part.emic'), (all) => zeroed(all, page));
      const { engine } = driverOn(driver.folder, at('x'));
      const copy = `${to}.${page}`;
      const result = await engine.run('project.repair', { path: file, to: copy });
      await engine.close();
      expect(result, `page ${page}`).toMatchObject({ ok: true });
      expect(readFileSync(copy).includes(secret), `page ${page} of type ${typeOf(bytes, page)}`).toBe(false);
    }
  });

  it('RP16 ends soon on circles, and on numbers that are absurd', async () => {
    const path = await small();
    const bytes = readFileSync(path);
    const pages = Array.from({ length: pageCount(bytes) }, (_, index) => index + 1);
    const hostile: Record<string, (all: Buffer) => Buffer> = {
      'trees that lead back to themselves': (all) => {
        for (const page of pages) {
          const type = typeOf(all, page);
          if (page > 1 && (type === 5 || type === 2)) all.writeUInt32BE(page, (page - 1) * pageSize + 8);
        }
        return all;
      },
      'overflow pages in a ring': (all) => {
        const overflow = pages.filter((page) => typeOf(all, page) === 0);
        overflow.forEach((page, index) => {
          all.writeUInt32BE(overflow[(index + 1) % overflow.length] ?? page, (page - 1) * pageSize);
        });
        return all;
      },
      'a list of free pages that is a ring': (all) => {
        all.writeUInt32BE(2, 32);
        zeroed(all, 2).writeUInt32BE(2, pageSize);
        return all;
      },
      'counts of cells, pages and free pages beyond all measure': (all) => {
        all.writeUInt32BE(0xffffffff, 28);
        all.writeUInt32BE(0xffffffff, 36);
        for (const page of pages)
          if (typeOf(all, page) === 13) all.writeUInt16BE(0xffff, (page - 1) * pageSize + 3);
        return all;
      },
      'rows that say they are as long as can be': (all) => {
        for (const page of pages) {
          if (page === 1 || typeOf(all, page) !== 13) continue;
          const start = (page - 1) * pageSize;
          const cell = all.readUInt16BE(start + 8);
          all.fill(0xff, start + cell, start + cell + 8);
        }
        return all;
      },
    };
    for (const [what, change] of Object.entries(hostile)) {
      const before = process.memoryUsage().rss;
      const { milliseconds } = await repaired(damaged(path, at('hostile.emic'), change));
      expect(milliseconds, what).toBeLessThan(30_000);
      expect(process.memoryUsage().rss - before, what).toBeLessThan(300 * 1024 ** 2);
    }
    const hollow = damaged(path, at('hollow.emic'), (all) => all);
    truncateSync(hollow, 40 * 1024 ** 3);
    const { engine } = driverOn(driver.folder, at('x'));
    const result = await engine.run('project.repair', { path: hollow, to: at('full.emic') });
    await engine.close();
    expect(result).toMatchObject({ ok: true, value: { saved: { codings: 40 } } });
  });

  it.each(['v1.emic', 'v2.emic'])('RP17 repairs %s, and brings it to the present form', async (name) => {
    const path = at(name);
    copyFileSync(`tests/files/projects/${name}`, path);
    const before = await rowsOf(path);
    for (const page of [0, 1, 12]) {
      const file = damaged(path, at('old.emic'), (all) => (page === 0 ? all : zeroed(all, page)));
      const { rows, report } = await repaired(file);
      expect(rows.source.length, `page ${page}`).toBe(before.source.length);
      expect(rows.coding, `page ${page}`).toEqual(before.coding);
      if (page === 0) expect(report).toMatchObject({ isHistoryKept: true, lost: [], mended: [] });
    }
  });

  it('RP18 is a command of emic, in words and as JSON', async () => {
    const path = await small();
    const emic = await newEmic();
    writeFileSync(emic.project, zeroed(readFileSync(path), 1));
    const words = await emic.done('repair', emic.project, '--to', 'copy.emic');
    expect(words).toMatch(
      /^Saved 1 document, 1 code, 40 quotations, 40 codings, 1 coder, \d+ changes into copy\.emic\.\nNothing was lost\.\n$/,
    );
    const json = await emic.json<{ saved: unknown }>('repair', emic.project, '--to', 'second.emic');
    expect(json).toMatchObject({ saved: { codings: 40 }, is_history_kept: true, lost: [], mended: [] });
    expect(await emic.refused(1, 'repair', emic.project, '--to', 'copy.emic')).toContain(
      'There is already a file',
    );
    await emic.refused(2, 'repair', emic.project);
    expect(await emic.done('check', 'copy.emic')).toContain('all is well');
  });

  it('RP19 saves sets of codes, structure, memos of every kind and their types', async () => {
    const source = await driver.document('talk', 'Anna: One two three.\nBo: Four five six.\n');
    const money = (await driver.run('code.create', { name: 'money', status: 'candidate' })).id;
    const power = (await driver.run('code.create', { name: 'power' })).id;
    await driver.run('codeSet.create', { name: 'actors', codeIds: [money, power] });
    const { codingIds, quotationId } = await driver.run('coding.apply', {
      sourceId: source,
      start: 6,
      end: 13,
      codeIds: [money, power],
    });
    await driver.run('segment.add', { sourceId: source, kind: 'heading', start: 0, end: 4 });
    const type = (await driver.run('memoType.create', { name: 'method' })).id;
    await driver.run('memo.create', { title: 'Free', text: 'alone', typeId: type });
    await driver.run('memo.write', { target: { kind: 'project' }, text: 'on all' });
    await driver.run('memo.write', {
      target: { kind: 'coding', id: codingIds[0] as never },
      content: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'reference', attrs: { kind: 'quotation', id: quotationId } }],
          },
        ],
      },
    });
    const lean = at('lean.emic');
    await driver.run('project.saveCopy', { path: lean, history: false, names: 'kept' });
    await driver.engine.close();
    const before = await rowsOf(lean);
    expect(before.memo).toHaveLength(3);
    // Without history and without the list of tables nothing but the rows themselves tells what they are.
    const { rows } = await repaired(
      damaged(lean, at('bent.emic'), (all) => Buffer.from(all).fill(0, 100, pageSize)),
    );
    for (const table of [
      'code',
      'code_set',
      'code_set_code',
      'segment',
      'memo_type',
      'memo',
      'source',
    ] as const)
      expect(rows[table], table).toEqual(before[table]);
  });
});
