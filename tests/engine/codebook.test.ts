import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, QuotationId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

const text = 'Money moves parties. Networks move people. Parties move slowly.';

describe('CB the codebook at work', () => {
  let driver: Driver;
  let source: SourceId;
  let party: CodeId;
  let money: CodeId;
  let quotations: QuotationId[];

  const codeNamed = async (name: string) => {
    const code = (await driver.query('codes.tree', {})).find((each) => each.name === name);
    if (!code) throw new Error(`no code ${name}`);
    return code;
  };
  const codedWith = async (codeId: CodeId) =>
    (await driver.query('codings.list', { codeId, withSubcodes: false })).map(
      ({ start, end, createdAt, coderName }) => ({
        start,
        end,
        createdAt,
        coderName,
      }),
    );

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('first', text);
    ({ id: party } = await driver.run('code.create', { name: 'party', color: '#112233' }));
    ({ id: money } = await driver.run('code.create', { name: 'money' }));
    quotations = [];
    for (const [start, end] of [
      [0, 20],
      [21, 42],
      [43, 63],
    ] as const) {
      const { quotationId } = await driver.run('coding.apply', {
        sourceId: source,
        start,
        end,
        codeIds: [party],
      });
      quotations.push(quotationId);
    }
  });
  afterEach(() => driver.end());

  it('CB1 a split moves codings with their date, and leaves the rest', async () => {
    const before = await codedWith(party);
    const [first, second, third] = quotations as [QuotationId, QuotationId, QuotationId];
    const { codeIds, quotations: sorted } = await driver.run('code.split', {
      id: party,
      parts: [
        { name: 'old parties', quotationIds: [first] },
        { codeId: money, quotationIds: [first, second] },
      ],
    });
    expect(sorted).toBe(3);
    const made = await codeNamed('old parties');
    expect(codeIds).toEqual([made.id, money]);
    expect(made.parentId).toBe(party);
    expect(await codedWith(made.id)).toEqual([before[0]]);
    expect(await codedWith(money)).toEqual([before[0], before[1]]);
    expect(await codedWith(party)).toEqual([before[2]]);
    expect((await driver.query('codings.list', { codeId: party, withSubcodes: false }))[0]?.quotationId).toBe(
      third,
    );
    const moments = await driver.query('code.biography', { id: party });
    expect(moments.at(-1)).toMatchObject({ what: 'splitInto', after: 'old parties, money', count: 3 });
  });

  it('CB1 a split that can’t be is refused and changes nothing', async () => {
    const [first] = quotations as [QuotationId];
    const before = await driver.query('codes.tree', {});
    const folder = await driver.run('code.create', { name: 'actors', isCodable: false });
    const bad = [
      [{ codeId: party, quotationIds: [first] }, 'split into itself'],
      [{ codeId: folder.id, quotationIds: [first] }, 'is a folder'],
      [
        { name: 'x', quotationIds: ['00000000-0000-4000-8000-000000000000' as QuotationId] },
        'is not coded with',
      ],
    ] as const;
    for (const [part, words] of bad) {
      const failed = await driver.refuse('code.split', {
        id: party,
        parts: [
          { name: 'fresh', quotationIds: [first] },
          { ...part, quotationIds: [...part.quotationIds] },
        ],
      });
      expect(failed.message).toContain(words);
    }
    const after = (await driver.query('codes.tree', {})).filter(({ id }) => id !== folder.id);
    expect(after).toEqual(before);
  });

  it('CB2 what a merge will move is what it moves', async () => {
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 20, codeIds: [money] });
    await driver.run('code.create', { name: 'small parties', parentId: party });
    await driver.run('memo.write', { target: { kind: 'code', id: party }, text: 'unsure' });
    const preview = await driver.query('code.mergePreview', { fromIds: [party], intoId: money });
    expect(preview).toEqual({
      codings: 2,
      quotations: 2,
      documents: 1,
      alreadyThere: 1,
      subcodes: 1,
      memos: 1,
    });
    const { codings } = await driver.run('code.merge', { fromIds: [party], intoId: money });
    expect(codings).toBe(preview.codings);
    expect((await codeNamed('money')).codings).toBe(3);
  });

  it('CB5 codes keep their sets through merge and deletion, and undo brings them back', async () => {
    const { id: set } = await driver.run('codeSet.create', { name: 'actors', codeIds: [party] });
    expect((await driver.refuse('codeSet.create', { name: 'actors' })).message).toContain('already a set');
    await driver.run('code.merge', { fromIds: [party], intoId: money });
    expect(await driver.query('codeSets.list', {})).toMatchObject([{ id: set, codeIds: [money] }]);
    await driver.run('code.delete', { id: money });
    expect(await driver.query('codeSets.list', {})).toMatchObject([{ id: set, codeIds: [] }]);
    await driver.run('history.undo', {});
    await driver.run('history.undo', {});
    expect(await driver.query('codeSets.list', {})).toMatchObject([{ id: set, codeIds: [party] }]);
  });

  it('CB3 one colour for a branch, and a new subcode takes it', async () => {
    const { id: small } = await driver.run('code.create', { name: 'small', parentId: party });
    await driver.run('code.recolor', { ids: [party], color: '#445566', withSubcodes: true });
    expect((await codeNamed('small')).color).toBe('#445566');
    await driver.run('code.create', { name: 'tiny', parentId: small });
    await driver.run('code.create', { name: 'big', parentId: party });
    expect((await codeNamed('big')).color).toBe('#445566');
    expect((await codeNamed('money')).color).not.toBe('#445566');
  });

  it('CB4 status is set for many codes in one step', async () => {
    await driver.run('code.setStatus', { ids: [party, money], status: 'retired' });
    expect((await driver.query('codes.tree', {})).map(({ status }) => status)).toEqual([
      'retired',
      'retired',
    ]);
    await driver.run('history.undo', {});
    expect((await driver.query('codes.tree', {})).map(({ status }) => status)).toEqual(['inUse', 'inUse']);
  });
});
