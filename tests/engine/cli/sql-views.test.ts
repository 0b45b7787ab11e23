import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { open } from '../sqlite/support/runtime';
import { driverOn } from '../support/driver';
import { type Emic, newEmic } from './support/emic';

const columns = {
  documents: ['name', 'characters', 'codings'],
  codes: ['path', 'color', 'status', 'definition', 'codings'],
  sets: ['name', 'code_path'],
  quotations: ['document', 'start_position', 'end_position', 'text', 'codings'],
  codings: ['document', 'start_position', 'end_position', 'text', 'code_path', 'coder', 'created_at'],
  memos: ['target', 'target_name', 'title', 'type', 'text', 'coder', 'created_at', 'modified_at'],
};

describe('CV the command line and SQL tell the same', () => {
  let emic: Emic;
  beforeAll(async () => {
    emic = await newEmic();
    const driver = driverOn(emic.folder, join(emic.folder, 'project.emic'));
    await driver.run('session.setCoder', { name: 'Robin' });
    await driver.run('project.create', { path: driver.path });
    const one = await driver.document('one', '🙂 Money is power.\n=SUM(A1) is money too.');
    const two = await driver.document(
      'two, really',
      `Power, “quoted”, over\nlines. ${'And on and on. '.repeat(20)}`,
    );
    const means = await driver.run('code.create', { name: 'means', isCodable: false });
    const money = await driver.run('code.create', {
      name: 'money',
      parentId: means.id,
      definition: 'What\nit buys',
    });
    const power = await driver.run('code.create', { name: 'power' });
    await driver.run('coding.apply', { sourceId: one, start: 2, end: 7, codeIds: [money.id] });
    await driver.run('coding.apply', { sourceId: one, start: 18, end: 40, codeIds: [money.id] });
    await driver.run('session.setCoder', { name: 'Kim' });
    const both = await driver.run('coding.apply', {
      sourceId: two,
      start: 0,
      end: 29,
      codeIds: [money.id, power.id],
    });
    await driver.run('quotation.create', { sourceId: two, start: 100, end: 250 });
    await driver.run('codeSet.create', { name: 'what moves', codeIds: [money.id, power.id] });
    await driver.run('codeSet.create', { name: 'hard ones', codeIds: [power.id] });
    await driver.run('code.setStatus', { ids: [power.id], status: 'candidate' });
    await driver.run('memo.write', { target: { kind: 'project' }, text: 'on all' });
    await driver.run('memo.write', { target: { kind: 'source', id: two }, text: 'on a document' });
    await driver.run('memo.write', { target: { kind: 'code', id: money.id }, text: 'on a code' });
    await driver.run('memo.write', { target: { kind: 'quotation', id: both.quotationId }, text: 'on words' });
    await driver.engine.close();
  });

  it.each(Object.entries(columns))(
    'CV1 list %s has the columns and the rows of its view',
    async (kind, names) => {
      const database = await open(emic.project, 'read');
      const rows = database
        .prepare(`SELECT ${names.join(', ')} FROM ${kind === 'sets' ? 'v_code_sets' : `v_${kind}`}`)
        .allObjects();
      database.close();
      expect(rows.length).toBeGreaterThan(1);
      const listed = await emic.json('list', 'project.emic', kind);
      for (const row of listed) expect(Object.keys(row)).toEqual(names);
      const inOrder = (list: object[]) => list.map((row) => JSON.stringify(row)).sort();
      expect(inOrder(listed)).toEqual(inOrder(rows));
      // Views of documents, codes and quotations have an order that means something.
      if (kind === 'documents' || kind === 'codes' || kind === 'quotations') expect(listed).toEqual(rows);
    },
  );

  it('CV2 prints the same as CSV, safe for a spreadsheet', async () => {
    const csv = await emic.done('list', 'project.emic', 'quotations', '--csv');
    expect(csv.split('\r\n')[0]).toBe(columns.quotations.join(','));
    expect(csv).toContain('one,2,7,Money,1\r\n');
    expect(csv).toContain("one,18,40,'=SUM(A1) is money too.,1\r\n");
    expect(csv).toContain('"two, really",0,29,"Power, “quoted”, over\nlines. ",2\r\n');
  });

  it('CV3 shows long texts shortened in one line on the screen only', async () => {
    const text = await emic.done('list', 'project.emic', 'quotations');
    expect(text.trimEnd().split('\n')).toHaveLength(5);
    expect(text).toContain('Power, “quoted”, over lines.');
    expect(text).toMatch(/^two, really +100 +250 +on\. And .{40,55}… {2,}0$/m);
  });
});
