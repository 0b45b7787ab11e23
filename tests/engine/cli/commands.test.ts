import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from './support/bundle';
import { type Emic, newEmic } from './support/emic';

const talk = 'A 🙂 talk about money.\r\nMoney is power, and money talks.\n';

describe('CL the command line, a researcher’s day', () => {
  let emic: Emic;
  beforeAll(bundle);
  beforeEach(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
    emic.file('talk.txt', talk);
  });

  it('CL1 makes a project named after its file, or as told', async () => {
    expect(await emic.done('new', 'other.emic', '--name', 'Other work')).toBe(
      `Made ${emic.path('other.emic')}.\n`,
    );
    expect(await emic.done('check', 'other.emic')).toBe(
      'Checked 0 documents, 0 codes, 0 quotations, 0 codings, 0 changes: all is well.\n',
    );
    await emic.done('export', 'other.emic', '--what', 'codebook', '--to', 'book.md');
    expect(readFileSync(emic.path('book.md'), 'utf8')).toContain('Other work');
  });

  it('CL2 imports the seeds and prints a line a document', async () => {
    const seeds = ['000_4a41a69cea41d9c1', '001_8f258023fc699746'].map((name) =>
      resolve('seeds', `${name}.txt`),
    );
    expect(await emic.done('import', 'project.emic', ...seeds, 'talk.txt')).toBe(
      '000_4a41a69cea41d9c1  5155  characters\n001_8f258023fc699746  5371  characters\ntalk                    55  characters\n',
    );
    expect(await emic.json('list', 'project.emic', 'documents')).toEqual([
      { name: '000_4a41a69cea41d9c1', characters: 5155, codings: 0 },
      { name: '001_8f258023fc699746', characters: 5371, codings: 0 },
      { name: 'talk', characters: 55, codings: 0 },
    ]);
    expect(await emic.done('undo', 'project.emic')).toBe('Undone: import 3 documents.\n');
    expect(await emic.json('list', 'project.emic', 'documents')).toEqual([]);
  });

  it('CL3 adds codes with the parents that are missing', async () => {
    expect(
      await emic.done(
        'code',
        'add',
        'project.emic',
        ' Means>end >  money ',
        '--color',
        '#AABBCC',
        '--definition',
        'What it buys',
      ),
    ).toBe('Added Means>end > money (2 codes made).\n');
    await emic.done('code', 'add', 'project.emic', 'Means>end > power');
    const codes = await emic.json('list', 'project.emic', 'codes');
    expect(codes.map(({ path }) => path)).toEqual(['Means>end', 'Means>end > money', 'Means>end > power']);
    expect(codes[1]).toEqual({
      path: 'Means>end > money',
      color: '#aabbcc',
      status: 'inUse',
      definition: 'What it buys',
      codings: 0,
    });
  });

  it('CL4 applies several codes in one step, and makes those that are missing when told to', async () => {
    await emic.done('import', 'project.emic', 'talk.txt');
    await emic.done('code', 'add', 'project.emic', 'means > money');
    const codes = ['--code', 'means > money', '--code', 'means>power', '--code', 'ends > clout'];
    const apply = [
      'code',
      'apply',
      'project.emic',
      ...codes,
      '--document',
      'talk',
      '--find',
      'money',
      '--all',
    ];
    const refusal = await emic.refused(1, ...apply);
    expect(refusal).toContain('There is no code “means>power” in this project. Nothing was changed.');
    expect(await emic.done(...apply, '--create')).toBe(
      'Applied means > money, means>power, ends > clout: 2 passages of talk\n15–20  “money”\n42–47  “money”\n',
    );
    expect(await emic.done(...apply, '--create')).toContain('Nothing to do, coded so already');
    expect(await emic.json('list', 'project.emic', 'codings')).toHaveLength(6);
    const [newest] = await emic.json('history', 'project.emic');
    expect(newest?.label).toBe('apply 3 codes to 2 passages');
    await emic.done('undo', 'project.emic');
    expect(await emic.json('list', 'project.emic', 'codes')).toHaveLength(2);
  });

  it('CL4 applies a code by place and by words, in code points', async () => {
    await emic.done('import', 'project.emic', 'talk.txt');
    await emic.done('code', 'add', 'project.emic', 'means > money');
    const apply = ['code', 'apply', 'project.emic', '--code', 'means > money', '--document', 'talk'];
    expect(await emic.done(...apply, '--start', '2', '--end', '8')).toBe(
      'Applied means > money: one passage of talk\n2–8  “🙂 talk”\n',
    );
    expect(await emic.done(...apply, '--find', 'money')).toContain('15–20  “money”');
    expect(await emic.done(...apply, '--find=money', '--all')).toBe(
      'Applied means > money: 2 passages of talk (1 had it already)\n15–20  “money”\n42–47  “money”\n',
    );
    expect(await emic.done(...apply, '--find', 'money')).toContain('Nothing to do, coded so already');
    // A line end of Windows, as a shell there would give it.
    expect(await emic.done(...apply, '--find', 'money.\r\nMoney')).toContain('15–27');
    const codings = await emic.json('list', 'project.emic', 'codings');
    expect(
      codings.map(({ start_position, end_position, text }) => [start_position, end_position, text]),
    ).toEqual([
      [2, 8, '🙂 talk'],
      [15, 20, 'money'],
      [15, 27, 'money.\nMoney'],
      [42, 47, 'money'],
    ]);
    const done = await emic.json('history', 'project.emic');
    expect(done.flatMap(({ kind, label }) => (kind === 'event' ? [] : [label]))).toEqual([
      'apply money to “money. Money”',
      'apply money to 2 passages',
      'apply money to “money”',
      'apply money to “🙂 talk”',
      'create means > money',
      'import talk',
    ]);
  });

  it('CL5 undoes and redoes across calls, and tells the history newest first', async () => {
    await emic.done('code', 'add', 'project.emic', 'money', '--coder', 'Kim');
    await emic.done('--coder=Ana', 'code', 'add', 'project.emic', 'power');
    expect(await emic.done('undo', 'project.emic')).toBe('Undone: create power.\n');
    expect(await emic.refused(1, 'redo', 'missing.emic')).toContain('There is no project at');
    expect(await emic.done('redo', 'project.emic')).toBe('Done again: create power.\n');
    expect(await emic.refused(1, 'redo', 'project.emic')).toBe('There is nothing to redo.\n');
    const history = await emic.json('history', 'project.emic');
    expect(
      history
        .filter(({ kind }) => kind !== 'event')
        .map(({ revision, kind, state, coder, label }) => [revision, kind, state, coder, label]),
    ).toEqual([
      [4, 'redo', 'done', 'Robin', 'create power'],
      [3, 'undo', 'done', 'Robin', 'create power'],
      [2, 'change', 'done', 'Ana', 'create power'],
      [1, 'change', 'done', 'Kim', 'create money'],
    ]);
    expect(history[0]?.modified_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const csv = await emic.done('history', 'project.emic', '--csv');
    expect(csv.split('\r\n')[0]).toBe('revision,modified_at,coder,kind,state,label,sequence,why,what');
    expect(csv.split('\r\n')).toHaveLength(history.length + 2);
    const what = async (...filter: string[]) =>
      (await emic.json('history', 'project.emic', ...filter)).map((entry) => entry.what);
    expect(await what('--code', 'money')).toEqual(['created money']);
    expect(await what('--coder', 'Ana')).toEqual(['created power', 'joined the project as Ana']);
    expect(await what('--text', 'created', '--until', '2000-01-01')).toEqual([]);
    expect(await emic.done('history', 'project.emic', '--text', 'xyz')).toBe('No entry is like that.\n');
    expect(await emic.refused(2, 'history', 'project.emic', '--since', '2026-02-30')).toContain('2026-11-22');
    expect(await emic.refused(1, 'history', 'project.emic', '--code', 'media')).toContain('no code “media”');
  });

  it('CL6 writes every export by its ending', async () => {
    await emic.done('import', 'project.emic', 'talk.txt');
    for (const path of ['means > money', 'means > power'])
      await emic.done('code', 'add', 'project.emic', path);
    const passage = ['--document', 'talk', '--find', 'Money is power'];
    for (const code of ['means > money', 'means > power']) {
      await emic.done('code', 'apply', 'project.emic', '--code', code, ...passage);
    }
    const noAuthors =
      'This format has no place for the authors, dates and status of codes, nor for counts.\n';
    const starts: Record<string, string> = {
      'codebook csv': 'path,',
      'codebook xlsx': 'PK',
      'codebook html': '<!doctype html>',
      'codebook md': '# ',
      'codebook json': '{',
      'codebook qdc': '<?xml',
      'quotations csv': 'code_path,document,start_position,end_position,text,coder,created_at,memo\r\n',
      'quotations xlsx': 'PK',
      'cooccurrence csv': 'code,means,means > money,means > power\r\n',
      'cooccurrence xlsx': 'PK',
      'cooccurrence svg': '<?xml',
    };
    for (const [key, start] of Object.entries(starts)) {
      const [what = '', ending = ''] = key.split(' ');
      const { code, out, err } = await emic.call(
        'export',
        'project.emic',
        '--what',
        what,
        '--to',
        `out.${ending}`,
      );
      const bytes = readFileSync(emic.path(`out.${ending}`));
      expect([code, out], key).toEqual([0, `Wrote ${emic.path(`out.${ending}`)} (${bytes.length} bytes).\n`]);
      // What the format can't carry is told, and is no refusal.
      expect(err, key).toBe(ending === 'qdc' ? noAuthors : '');
      expect(bytes.toString('utf8').slice(0, start.length).toLowerCase(), key).toBe(start.toLowerCase());
    }
    await emic.done('export', 'project.emic', '--what', 'quotations', '--to', 'q.csv', '--byte-order-mark');
    expect(readFileSync(emic.path('q.csv'), 'utf8')).toMatch(
      /^\uFEFFcode_path.*\r\nmeans > money,talk,22,36,Money is power,Robin,/,
    );
    expect(
      await emic.refused(1, 'export', 'project.emic', '--what', 'quotations', '--to', 'q.svg'),
    ).toContain('.csv, .xlsx');
  });

  it('CL7 says nothing but JSON or CSV where asked, and aligned tables else', async () => {
    expect(await emic.done('list', 'project.emic', 'memos')).toBe('There are no memos yet.\n');
    for (const kind of ['documents', 'codes', 'quotations', 'codings', 'memos']) {
      expect(await emic.done('list', 'project.emic', kind, '--json')).toBe('[]\n');
    }
    emic.file('nul.txt', `A text with a NUL\0 in it, which is told. ${'More of it. '.repeat(20)}`);
    const { out, err } = await emic.call('import', 'project.emic', 'nul.txt', '--json');
    const [first] = JSON.parse(out) as [{ name: string; notices: string[] }];
    expect(first).toMatchObject({ name: 'nul', notices: [expect.stringContaining('NUL')] });
    expect(err).toBe(`nul: ${first.notices[0]}\n`);
    expect(await emic.done('list', 'project.emic', 'documents')).toBe(
      'name  characters  codings\nnul          281        0\n',
    );
  });

  it('CL8 reads while somebody else writes, and does not write then', async () => {
    const { driverOn } = await import('../support/driver');
    const window = driverOn(emic.folder, emic.project);
    await window.run('session.setCoder', { name: 'Kim' });
    await window.run('project.open', { path: emic.project });
    await window.run('code.create', { name: 'fresh' });
    expect(await emic.json('list', 'project.emic', 'codes')).toMatchObject([{ path: 'fresh' }]);
    const sentence = await emic.refused(1, 'code', 'add', 'project.emic', 'mine');
    expect(sentence).toContain('Kim has this project open');
    await window.engine.close();
    await emic.done('code', 'add', 'project.emic', 'mine');
  });
});
