import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './support/bundle';
import { type Emic, finished, newEmic } from './support/emic';

describe('CU how emic is called', () => {
  let emic: Emic;
  beforeAll(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
  });

  it('CU1 shows every command and option in its help', async () => {
    const help = await emic.done('--help');
    for (const part of [
      ...[
        'new',
        'import',
        'list',
        'code add',
        'code apply',
        'cooccurrence',
        'export',
        'undo',
        'redo',
        'history',
        'check',
      ],
      ...[
        '--coder',
        '--json',
        '--csv',
        '--find',
        '--all',
        '--start',
        '--end',
        '--color',
        '--definition',
        '--what',
        '--to',
      ],
      ...[
        '--relation',
        '--near',
        '--near-unit',
        '--count',
        '--coefficient',
        '--coders',
        '--subcodes',
        '--documents',
      ],
    ]) {
      expect(help, part).toContain(`  ${part}`);
    }
    expect(await emic.done('help')).toBe(help);
    expect(await emic.done('-h')).toBe(help);
    expect(await emic.done('code', 'apply', '--help')).toContain('Usage: emic code apply PROJECT');
    expect(await emic.done('help', 'export')).toContain('--coefficient');
  });

  it('CU2 tells the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await emic.done('--version')).toBe(`emic ${version}\n`);
  });

  it.each<[string[], string]>([
    [[], 'A command is missing.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['code'], 'Do you mean emic code add or emic code apply?'],
    [['new'], 'PROJECT is missing.'],
    [['new', ''], 'is missing'],
    [['new', 'a.emic', 'b.emic'], '“b.emic” is too much.'],
    [['import', 'project.emic'], 'FILE is missing.'],
    [['list', 'project.emic', 'things'], 'What to list must be one of documents, codes'],
    [['list', 'project.emic', 'codes', '--json', '--csv'], 'Choose one of --json and --csv.'],
    [['list', 'project.emic', 'codes', '--json=yes'], '--json takes no value.'],
    [['list', 'project.emic', 'codes', '--find', 'x'], '“emic list” has no option --find.'],
    [['list', 'project.emic', 'codes', '--verbose'], 'There is no option --verbose.'],
    [['code', 'add', 'project.emic', 'a > > b'], 'A code path needs a name at each level'],
    [['code', 'add', 'project.emic', 'a', '--color', 'red'], '--color must be a colour'],
    [['code', 'add', 'project.emic', 'a', '--coder', ' '], '--coder needs a name.'],
    [['code', 'add', 'project.emic', 'a', '--definition'], '--definition needs a value'],
    [['code', 'apply', 'project.emic', '--document', 'd', '--find', 'x'], 'code apply needs --code PATH.'],
    [['code', 'apply', 'project.emic', '--code', 'c', '--find', 'x'], 'code apply needs --document NAME.'],
    [['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd'], 'needs a passage'],
    [['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd', '--start', '1'], 'needs a passage'],
    [
      ['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd', '--start', '1', '--find', 'x'],
      'not by both',
    ],
    [
      ['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd', '--start', 'one', '--end', '2'],
      '--start must be a whole number, not “one”.',
    ],
    [
      ['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd', '--start', '1', '--start', '2'],
      '--start was given twice.',
    ],
    [
      [
        'code',
        'apply',
        'project.emic',
        '--code',
        'c',
        '--document',
        'd',
        '--start',
        '1',
        '--end',
        '2',
        '--all',
      ],
      '--all goes with --find.',
    ],
    [
      ['code', 'apply', 'project.emic', '--code', 'c', '--document', 'd', '--find', ''],
      '--find needs some text.',
    ],
    [['cooccurrence', 'project.emic', '--relation', 'touches'], '--relation must be one of overlaps'],
    [['cooccurrence', 'project.emic', '--relation', 'near'], 'needs a distance'],
    [['cooccurrence', 'project.emic', '--relation', 'overlaps', '--near', '3'], 'go with relation near'],
    [['cooccurrence', 'project.emic', '--scope', 'document'], '--scope goes with'],
    [['export', 'project.emic', '--to', 'x.csv'], 'export needs --what'],
    [['export', 'project.emic', '--what', 'codebook'], 'export needs --to FILE.'],
    [['export', 'project.emic', '--what', 'memos', '--to', 'x.csv'], '--what must be one of'],
    [
      ['export', 'project.emic', '--what', 'codebook', '--to', 'x.csv', '--count', 'pairs'],
      '--count goes with --what cooccurrence.',
    ],
  ])('CU3 answers wrong usage with a sentence, a hint and exit code 2: %j', async (args, sentence) => {
    const error = await emic.refused(2, ...args);
    expect(error).toContain(sentence);
    expect(error).toContain('Try: emic --help');
  });

  it('CU4 takes options anywhere, and after -- every word as it is', async () => {
    emic.file('--odd.txt', 'An odd name for a file.');
    expect(
      await emic.done('--json', 'import', '--coder', 'Kim', 'project.emic', '--', '--odd.txt'),
    ).toContain('"--odd"');
    await emic.done('undo', 'project.emic');
  });

  it('CU5 takes the coder from the option, else the environment, else the system', async () => {
    const coderOf = async (env: NodeJS.ProcessEnv, ...more: string[]) => {
      const { code } = await finished(emic.start(['code', 'add', 'project.emic', 'x', ...more], { env }));
      expect(code).toBe(0);
      const [newest] = await emic.json('history', 'project.emic');
      await emic.done('undo', 'project.emic');
      return newest?.coder;
    };
    expect(await coderOf({ EMIC_CODER: 'Ana' }, '--coder', 'Kim  Lee')).toBe('Kim Lee');
    expect(await coderOf({ EMIC_CODER: 'Ana' })).toBe('Ana');
    const { userInfo } = await import('node:os');
    expect(await coderOf({ EMIC_CODER: '' })).toBe(userInfo().username);
  });

  it('CU6 ends quietly when the reader of its output goes away', async () => {
    emic.file('long.txt', 'many words '.repeat(20_000));
    await emic.done('import', 'project.emic', 'long.txt');
    await emic.done('code', 'add', 'project.emic', 'words');
    await emic.done(
      'code',
      'apply',
      'project.emic',
      '--code',
      'words',
      '--document',
      'long',
      '--find',
      'words',
      '--all',
    );
    const child = emic.start(['list', 'project.emic', 'codings']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { code, err } = await finished(child);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('CU7 runs from any folder, also through a pipe', async () => {
    const program = join(await bundle(), 'emic.cjs');
    const child = spawn(process.execPath, [program, 'list', emic.project, 'codes', '--json'], { cwd: '/' });
    const { code, out } = await finished(child);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(1);
  });
});
