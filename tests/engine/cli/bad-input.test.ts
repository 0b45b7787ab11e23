import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hookedFiles } from '../sqlite/support/hooked-files';
import { open } from '../sqlite/support/runtime';
import { contentOf, type Emic, finished, newEmic } from './support/emic';

const isWindows = process.platform === 'win32';
const isLinux = process.platform === 'linux';
/** 40 MB: takes long enough to be met at it. */
const longText = 'many words in a line\n'.repeat(2_000_000);

/** Waits until the program has a file open. */
async function untilOpen(child: ChildProcess, name: string): Promise<void> {
  const folder = `/proc/${child.pid}/fd`;
  for (let look = 0; child.exitCode === null && look < 10_000; look += 1) {
    const links = readdirSync(folder).map((file) => linkOf(join(folder, file)));
    if (links.some((link) => link.endsWith(name))) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`${name} was never seen open`);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function withoutLock(content: string): string {
  return content
    .split('\n')
    .filter((line) => !line.startsWith('.project.emic.lock'))
    .join('\n');
}

describe('CB bad input is refused with a sentence, and nothing is changed', () => {
  let emic: Emic;
  let prepared: Uint8Array;
  beforeAll(async () => {
    const first = await newEmic();
    first.file('talk.txt', 'Money is power.');
    await first.done('new', 'project.emic');
    await first.done('import', 'project.emic', 'talk.txt');
    await first.done('code', 'add', 'project.emic', 'means > money');
    prepared = readFileSync(first.project);
  });
  beforeEach(async () => {
    emic = await newEmic();
    emic.file('talk.txt', 'Money is power.');
    emic.file('project.emic', prepared);
  });

  it.each<[string, Uint8Array | string]>([
    ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['program.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)],
    ['empty.txt', ''],
  ])('CB1 %s is not imported, nor what was named with it', async (name, content) => {
    emic.file(name, content);
    emic.file('good.txt', 'A good text.');
    const error = await emic.refused(1, 'import', 'project.emic', 'good.txt', name);
    expect(error).toContain(name);
    expect(error).toContain('Nothing was changed');
    expect(await emic.json('list', 'project.emic', 'documents')).toHaveLength(1);
  });

  it('CB2 a file or folder that is not there', async () => {
    expect(await emic.refused(1, 'import', 'project.emic', 'talk.txt', 'gone.txt')).toContain(
      'gone.txt could not be read (it is not there (any more)). Nothing was changed.',
    );
    mkdirSync(emic.path('nothing'));
    expect(await emic.refused(1, 'import', 'project.emic', 'nothing')).toContain(
      'no document in this folder',
    );
  });

  it.skipIf(!isLinux)('CB3 a file that vanishes during the import', async () => {
    emic.file('long.txt', longText);
    const gone = emic.file('gone.txt', 'Soon away.');
    const child = emic.start(['import', 'project.emic', 'long.txt', 'gone.txt']);
    const end = finished(child);
    // Both files have been found when the first one is being read.
    await untilOpen(child, 'long.txt');
    unlinkSync(gone);
    const before = contentOf(emic.folder);
    const { code, out, err } = await end;
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('gone.txt could not be read (it is not there (any more)). Nothing was changed.');
    expect(withoutLock(contentOf(emic.folder))).toBe(withoutLock(before));
  });

  it.skipIf(!isLinux)('CB4 an import that the person stops', async () => {
    emic.file('long.txt', longText);
    const before = contentOf(emic.folder);
    const child = emic.start(['import', 'project.emic', 'long.txt']);
    const end = finished(child);
    await untilOpen(child, 'long.txt');
    child.kill('SIGINT');
    const { code, out, err } = await end;
    expect([code, out, err]).toEqual([1, '', 'Cancelled. Nothing was changed.\n']);
    expect(contentOf(emic.folder)).toBe(before);
  });

  it.each<[string, string, string]>([
    ['5', '5', 'The passage is empty'],
    ['8', '5', 'The passage is empty'],
    ['10', '16', 'only 15 characters'],
    ['15', '16', 'only 15 characters'],
    ['-1', '5', 'must not be negative'],
  ])('CB5 a coding from %s to %s of 15 characters', async (start, end, sentence) => {
    const place = ['--document', 'talk', '--start', start, '--end', end];
    const error = await emic.refused(1, 'code', 'apply', 'project.emic', '--code', 'means > money', ...place);
    expect(error).toContain(sentence);
    expect(error).toContain('Nothing was changed');
  });

  it('CB6 words that do not occur, and names that nothing has', async () => {
    const apply = ['code', 'apply', 'project.emic', '--code'];
    expect(await emic.refused(1, ...apply, 'means > money', '--document', 'talk', '--find', 'moneys')).toBe(
      '“moneys” does not occur in talk. Nothing was changed.\n',
    );
    expect(await emic.refused(1, ...apply, 'means > money', '--document', 'walk', '--find', 'power')).toBe(
      'There is no document “walk” in this project. Nothing was changed.\n',
    );
    expect(await emic.refused(1, ...apply, 'money', '--document', 'talk', '--find', 'power')).toBe(
      'There is no code “money” in this project. Nothing was changed. Do you mean “means > money”?\n',
    );
    expect(await emic.refused(1, 'cooccurrence', 'project.emic', '--documents', 'talk,walk')).toContain(
      '“walk”',
    );
  });

  it('CB7 a code name twice under one parent', async () => {
    expect(await emic.refused(1, 'code', 'add', 'project.emic', 'means > money', '--color', '#112233')).toBe(
      'There is already a code called money under means. Nothing was changed.\n',
    );
    expect(await emic.refused(1, 'code', 'add', 'project.emic', 'means')).toContain(
      'at the top of the codebook',
    );
  });

  it('CB8 a project that is none, is damaged, or is there already', async () => {
    emic.file('notes.emic', 'My notes, which are no project. '.repeat(100));
    emic.file('empty.emic', '');
    const whole = readFileSync(emic.project);
    emic.file('cut.emic', whole.subarray(0, whole.length / 2));
    const other = await open(emic.path('other.emic'), 'create');
    other.exec('CREATE TABLE t (x)');
    other.close();
    expect(await emic.refused(1, 'new', 'project.emic')).toContain('There is already a file');
    for (const [name, sentence] of [
      ['notes.emic', 'notes.emic is not an Emic project: it is not an SQLite file.'],
      ['empty.emic', 'empty.emic is not an Emic project'],
      ['cut.emic', 'cut.emic is damaged'],
      ['other.emic', 'other.emic is an SQLite file, but not an Emic project.'],
      ['.', 'is not an Emic project'],
      ['gone.emic', 'There is no project at'],
    ] as const) {
      for (const command of [
        ['list', name, 'codes', '--json'],
        ['code', 'add', name, 'x'],
      ]) {
        expect(await emic.refused(1, ...command), command.join(' ')).toContain(sentence);
      }
    }
  });

  it('CB9 a project of a newer Emic', async () => {
    copyFileSync(emic.project, emic.path('newer.emic'));
    const database = await open(emic.path('newer.emic'), 'write');
    database.exec('PRAGMA user_version = 99');
    database.close();
    for (const command of [
      ['list', 'newer.emic', 'codes'],
      ['undo', 'newer.emic'],
    ]) {
      const error = await emic.refused(1, ...command);
      expect(error).toContain('was written by a newer Emic (file version 99');
    }
  });

  it('CB10 a project that is write-protected can be read, not changed', async () => {
    chmodSync(emic.folder, 0o777);
    chmodSync(emic.project, 0o444);
    emic.withoutRights();
    chmodSync(emic.folder, 0o777);
    expect(await emic.refused(1, 'code', 'add', 'project.emic', 'x')).toBe(
      'The project file is write-protected. Nothing was changed.\n',
    );
    expect(await emic.json('list', 'project.emic', 'documents')).toMatchObject([{ name: 'talk' }]);
    chmodSync(emic.project, 0o644);
  });

  it.skipIf(isWindows)(
    'CB11 a project in a folder that may not be written can be read, not changed',
    async () => {
      emic.withoutRights();
      chmodSync(emic.project, 0o666);
      chmodSync(emic.folder, 0o555);
      expect(await emic.refused(1, 'code', 'add', 'project.emic', 'x')).toBe(
        'The project’s folder may not be written. Nothing was changed.\n',
      );
      expect(await emic.done('check', 'project.emic')).toContain('all is well');
      expect(await emic.refused(1, 'new', 'second.emic')).toContain('may not be written');
      expect(
        await emic.refused(1, 'export', 'project.emic', '--what', 'codebook', '--to', 'b.csv'),
      ).toContain('may not be written');
      chmodSync(emic.folder, 0o755);
    },
  );

  it('CB12 a file that somebody damaged is told by check, with exit code 1', async () => {
    const bytes = readFileSync(emic.project);
    bytes.write('honey', bytes.lastIndexOf('Money is power'));
    emic.file('damaged.emic', bytes);
    const { code, out, err } = await emic.call('check', 'damaged.emic');
    expect(code).toBe(1);
    expect(out).toContain(
      'Checked 1 document, 2 codes, 0 quotations, 0 codings, 3 changes: not all is well.',
    );
    expect(out).toContain('- The text of “talk” is not the one that was imported.');
    expect(err).toBe('One problem was found in damaged.emic. Keep the file and look for a backup.\n');
    const json = await emic.call('check', 'damaged.emic', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ is_sound: false, checked: { documents: 1, changes: 3 } });
  });

  it('CB13 a project whose writer died in the middle of a commit is rolled back and read', async () => {
    const [crashed, journal] = [emic.path('crashed.emic'), emic.path('crashed.emic-journal')];
    const isMain = (path: string) => path.endsWith('project.emic');
    let pages = 0;
    const files = hookedFiles(({ name, path }) => {
      if (name !== 'writeSync' || !isMain(path)) return;
      pages += 1;
      // As the disk is when the process dies before the second page is written.
      if (pages !== 2) return;
      copyFileSync(emic.project, crashed);
      copyFileSync(`${emic.project}-journal`, journal);
    });
    const database = await open(emic.project, 'write', { files });
    database.transaction(() => {
      database.exec("UPDATE code SET name = name || ' changed'; UPDATE source SET name = 'changed'");
    });
    database.close();
    expect(existsSync(journal)).toBe(true);
    expect(await emic.json('list', 'crashed.emic', 'codes')).toMatchObject([
      { path: 'means' },
      { path: 'means > money' },
    ]);
    expect(existsSync(journal)).toBe(false);
  });

  it('CB14 an export to a place that is none', async () => {
    const to = join('nowhere', 'book.csv');
    expect(await emic.refused(1, 'export', 'project.emic', '--what', 'codebook', '--to', to)).toContain(
      'The file or its folder is not there',
    );
    mkdirSync(emic.path('folder.csv'));
    writeFileSync(join(emic.path('folder.csv'), 'kept'), 'x');
    await emic.refused(1, 'export', 'project.emic', '--what', 'codebook', '--to', 'folder.csv');
    await emic.refused(1, 'export', 'project.emic', '--what', 'codebook', '--to', 'book');
  });
});
