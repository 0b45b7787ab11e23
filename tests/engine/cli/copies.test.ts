import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from './support/bundle';
import { type Emic, newEmic } from './support/emic';

describe('CC copies on the command line', () => {
  let emic: Emic;
  beforeAll(bundle);
  beforeEach(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
    emic.file('talk.txt', 'A talk about money. Money is power.\n');
    await emic.done('import', 'project.emic', 'talk.txt', '--coder', 'Annabella Berg');
    await emic.done('code', 'add', 'project.emic', 'money', '--coder', 'Annabella Berg');
  });

  it('CC1 saves a copy without history and with initials, and says how large it is', async () => {
    const said = await emic.done('copy', 'project.emic', '--to', 'copy.emic', '--no-history', '--initials');
    const bytes = readFileSync(emic.path('copy.emic'));
    expect(said).toBe(`Saved a copy to ${emic.path('copy.emic')} (${bytes.length} bytes).\n`);
    expect(bytes.includes('Annabella')).toBe(false);
    expect(await emic.done('check', 'copy.emic')).toContain('all is well');
    expect(await emic.json('history', 'copy.emic')).toEqual([]);
    expect(await emic.refused(1, 'copy', 'project.emic', '--to', 'copy.emic')).toContain('already a file');
    expect(await emic.refused(2, 'copy', 'project.emic')).toContain('--to FILE');
  });

  it('CC2 compares it when it comes back', async () => {
    await emic.done('copy', 'project.emic', '--to', 'copy.emic', '--no-history', '--initials');
    expect(await emic.done('compare', 'project.emic', 'copy.emic')).toContain('Nothing differs.');
    await emic.done('code', 'add', 'copy.emic', 'power', '--coder', 'Kim');
    await emic.done(
      ...[
        'code',
        'apply',
        'copy.emic',
        '--code',
        'power',
        '--document',
        'talk',
        '--start',
        '20',
        '--end',
        '34',
      ],
      ...['--coder', 'Kim'],
    );
    const text = await emic.done('compare', 'project.emic', 'copy.emic');
    expect(text).toContain('Codings, new there: 1\n  power  “Money is power”  talk 20–34  Kim');
    const { lists, there } = await emic.json<{
      there: { entries: number };
      lists: { table: string; difference: string; rows: { title: string; document: string | null }[] }[];
    }>('compare', 'project.emic', 'copy.emic');
    expect(there.entries).toBe(3);
    expect(
      lists.map(({ table, difference, rows }) => [table, difference, rows.map(({ title }) => title)]),
    ).toEqual([
      ['code', 'newThere', ['power']],
      ['coding', 'newThere', ['Money is power']],
      ['quotation', 'newThere', ['Money is power']],
      ['coder', 'newThere', ['Kim']],
    ]);
    await emic.done('new', 'other.emic');
    expect(await emic.refused(1, 'compare', 'project.emic', 'other.emic')).toContain(
      'not a copy of this project',
    );
    expect(existsSync(emic.path('.copy.emic.lock'))).toBe(false);
  });
});
