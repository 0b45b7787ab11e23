import { beforeEach, describe, expect, it } from 'vitest';
import { type Emic, newEmic } from './support/emic';

describe('CL replacing a text', () => {
  let emic: Emic;
  const text = 'Anna: I was angry then.\nBoris: We raised small sums from many people.\n';

  beforeEach(async () => {
    emic = await newEmic();
    emic.file('talk.txt', text);
    await emic.done('new', 'project.emic');
    await emic.done('import', 'project.emic', 'talk.txt');
    await emic.done('code', 'add', 'project.emic', 'money');
    const place = ['--start', '35', '--end', '45', '--document', 'talk'];
    await emic.done('code', 'apply', 'project.emic', '--code', 'money', ...place);
  });

  it('CL9 says what would become of the quotations, then does it, and undo takes it back', async () => {
    emic.file('newer.txt', `Corrected.\n${text.replace('angry', 'very angry')}`);
    const call = ['replace-text', 'project.emic', '--document', 'talk', '--file', 'newer.txt'];
    const dry = await emic.done(...call, '--dry-run');
    expect(dry).toContain('0 quotations stay where they are, 1 move (0 with other words)');
    const [before] = (await emic.json('list', 'project.emic', 'codings')) as { text: string }[];
    expect(await emic.done(...call)).toContain('1 quotations moved, 0 reworded, 0 united, 0 deleted.');
    const [after] = (await emic.json('list', 'project.emic', 'codings')) as object[];
    expect(after).toMatchObject({ text: before?.text, start_position: 51 });
    await emic.done('undo', 'project.emic');
    expect(await emic.json('list', 'project.emic', 'codings')).toMatchObject([{ start_position: 35 }]);
    expect(await emic.done('check', 'project.emic')).toContain('all is well');
  });

  it('CL9 refuses where a quotation is lost, unless that was said', async () => {
    emic.file('newer.txt', 'Anna: I was angry then.\n');
    const call = ['replace-text', 'project.emic', '--document', 'talk', '--file', 'newer.txt'];
    expect(await emic.json(...call, '--dry-run')).toMatchObject({
      kept: 0,
      lost: [{ text: expect.any(String) }],
    });
    expect(await emic.refused(1, ...call)).toContain('1 quotation was not found');
    expect(await emic.refused(2, ...call, '--lost', 'keep')).toContain('--lost must be one of drop');
    expect(await emic.done(...call, '--lost', 'drop')).toContain('1 deleted');
    expect(await emic.done('check', 'project.emic')).toContain('all is well');
  });
});
