import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from './support/bundle';
import { type Emic, newEmic } from './support/emic';

const talk = 'Talk 😀\n\nAnna: The net. A net!\nBo: Net?\nAnna: None.\nBo: Nets and NET.\n';

interface Place {
  readonly document: string;
  readonly start_position: number;
  readonly end_position: number;
  readonly state: string;
  readonly text: string;
}

describe('CL autocode', () => {
  let emic: Emic;
  beforeAll(bundle);
  beforeEach(async () => {
    emic = await newEmic();
    await emic.done('new', 'project.emic');
    emic.file('talk.txt', talk);
    emic.file('essay.txt', '# Nets\nA net of nets. And more.\n# Other\nA net of sorts.\n');
    await emic.done('import', 'project.emic', 'talk.txt', 'essay.txt');
  });
  const preview = (...args: string[]) => emic.json<Place[]>('autocode', 'project.emic', '--preview', ...args);
  const texts = async (...args: string[]) => (await preview(...args)).map(({ text }) => text);

  it('CL9 lists before it codes, in every way of looking', async () => {
    expect(await texts('--words', 'net', '--whole-word', '--unit', 'sentence')).toEqual([
      'The net.',
      'A net!',
      'Net?',
      'Nets and NET.',
      'A net of nets.',
      'A net of sorts.',
    ]);
    expect(await texts('--terms', 'net*, more', '--match-case', '--documents', 'essay')).toEqual([
      'net',
      'nets',
      'more',
      'net',
    ]);
    expect(await texts('--regex', 'nets?[.?]')).toEqual(['net.', 'Net?', 'NET.', 'nets.']);
    expect(await texts('--speaker', 'Anna')).toEqual(['The net. A net!', 'None.']);
    expect(await texts('--words', 'net', '--speaker', 'Bo', '--unit', 'turn')).toEqual([
      'Net?',
      'Nets and NET.',
    ]);
    expect(await texts('--heading', 'nets')).toEqual(['A net of nets. And more.']);
  });

  it('CL9 codes all passages in one step, makes the code, and one undo takes all back', async () => {
    expect(
      await emic.done(
        'autocode',
        'project.emic',
        '--words',
        'net',
        '--unit',
        'sentence',
        '--code',
        'form > web',
      ),
    ).toBe('Coded 7 passages in 2 documents as form > web.\n');
    const codings = await emic.json('list', 'project.emic', 'codings');
    expect(codings.map(({ text, code_path }) => `${code_path}: ${text}`)).toContain(
      'form > web: Nets and NET.',
    );
    expect(
      (await preview('--words', 'net', '--unit', 'sentence', '--code', 'form > web')).map(
        ({ state }) => state,
      ),
    ).toEqual(Array.from({ length: 7 }, () => 'coded'));
    expect(
      await emic.done(
        'autocode',
        'project.emic',
        '--words',
        'net',
        '--unit',
        'sentence',
        '--code',
        'form > web',
      ),
    ).toBe('Nothing to do: all 7 have form > web already.\n');
    expect(await emic.done('undo', 'project.emic')).toBe('Undone: autocode “net” as web.\n');
    expect(await emic.json('list', 'project.emic', 'codings')).toEqual([]);
    expect(await emic.json('list', 'project.emic', 'codes')).toEqual([]);
  });

  it('CL9 refuses what it can’t follow with a sentence', async () => {
    await emic.refused(2, 'autocode', 'project.emic', '--code', 'x');
    await emic.refused(2, 'autocode', 'project.emic', '--words', 'net');
    await emic.refused(2, 'autocode', 'project.emic', '--words', 'a', '--regex', 'b', '--preview');
    await emic.refused(1, 'autocode', 'project.emic', '--words', 'nowhere', '--code', 'x');
    await emic.refused(1, 'autocode', 'project.emic', '--regex', '(', '--code', 'x');
    await emic.refused(1, 'autocode', 'project.emic', '--words', 'net', '--folder', 'none', '--code', 'x');
  });

  it('CL10 lists the structure, and counts codes in one turn as it says', async () => {
    const rows = await emic.json<{ kind: string; speaker: string; text: string }[]>(
      'structure',
      'project.emic',
      '--documents',
      'talk',
    );
    expect(rows.map(({ kind, speaker, text }) => `${kind} ${speaker}: ${text}`)).toEqual([
      'turn Anna: The net. A net!',
      'turn Bo: Net?',
      'turn Anna: None.',
      'turn Bo: Nets and NET.',
    ]);
    await emic.done('autocode', 'project.emic', '--words', 'the net', '--code', 'a');
    await emic.done('autocode', 'project.emic', '--words', 'a net', '--code', 'b', '--documents', 'talk');
    await emic.done('autocode', 'project.emic', '--words', 'nets and', '--code', 'b');
    const table = await emic.json<{ rows: { counts: number[] }[] }>(
      ...['cooccurrence', 'project.emic', '--relation', 'same-turn', '--count', 'pairs'],
    );
    expect(JSON.stringify(table)).toContain('same-turn');
    const csv = await emic.done(
      'cooccurrence',
      'project.emic',
      '--relation',
      'same-turn',
      '--count',
      'pairs',
      '--csv',
    );
    expect(csv.trim().split(/\r?\n/).slice(1)).toEqual(['a,1,1', 'b,1,2']);
  });
});
