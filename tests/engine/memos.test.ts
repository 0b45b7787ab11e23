import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, CodingId, QuotationId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const link = (kind: string, id: string) => ({ type: 'reference', attrs: { kind, id } });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

describe('ME memos', () => {
  let driver: Driver;
  let source: SourceId;
  let money: CodeId;
  let sums: CodeId;
  let quotation: QuotationId;
  let codings: readonly CodingId[];

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('talk', 'Money moves parties. 🙂 Networks move people.');
    money = (await driver.run('code.create', { name: 'money' })).id;
    sums = (await driver.run('code.create', { name: 'small sums', parentId: money })).id;
    const applied = await driver.run('coding.apply', {
      sourceId: source,
      start: 0,
      end: 20,
      codeIds: [money, sums],
    });
    quotation = applied.quotationId;
    codings = applied.codingIds;
  });
  afterEach(() => driver.end());

  it('ME1 keep a rich text, and read as plain text: lists, quotes, links as places', async () => {
    const content = doc(
      { type: 'heading', attrs: { level: 1 }, content: [words('Idea')] },
      paragraph(words('See '), link('quotation', quotation), words(' and ', 'italic'), link('code', sums)),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('one', 'bold'))] }] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(words('three')), paragraph(words('more'))] }],
      },
      { type: 'blockquote', content: [paragraph(words('said'), { type: 'hardBreak' }, words('so'))] },
      paragraph(link('source', source)),
    );
    await driver.run('memo.write', { target: { kind: 'project' }, content });
    const memo = await driver.query('memo.on', { target: { kind: 'project' } });
    expect(memo?.text).toBe(
      'Idea\nSee [talk, 0–20] and [money > small sums]\n- one\n3. three\n   more\n> said\n> so\n[talk]',
    );
    expect(JSON.parse(memo?.content ?? '')).toEqual(content);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('ME2 stay plain where lines are all there is, and take rich text no stranger made', async () => {
    const target = { kind: 'code', id: money } as const;
    await driver.run('memo.write', {
      target,
      content: doc(paragraph(words('one')), paragraph(), paragraph(words('two'))),
    });
    expect(await driver.query('memo.on', { target })).toMatchObject({ text: 'one\n\ntwo', content: null });
    const deep = Array.from({ length: 40 }).reduce<unknown>(
      (inner) => ({ type: 'blockquote', content: [inner] }),
      paragraph(words('x')),
    );
    for (const content of [
      '<b>html</b>',
      doc({ type: 'image', attrs: { src: 'http://example.org' } }),
      doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] })),
      doc(paragraph(link('code', 'no id'))),
      doc({ type: 'heading', attrs: { level: 9 } }),
      doc(deep),
      doc(paragraph(words('x'.repeat(4_100_000)))),
    ]) {
      const error = await driver.refuse('memo.write', { target, content });
      expect(error.kind).toBe('invalid');
    }
    const odd = doc({ ...paragraph({ ...words('a\u0000b\nc'), onclick: 'alert(1)' }), style: 'x' });
    await driver.run('memo.write', { target, content: odd });
    expect((await driver.query('memo.on', { target }))?.text).toBe('a\ufffdb c');
  });

  it('ME3 may be free, many of them, with titles; an emptied one stays until it is deleted', async () => {
    const first = await driver.run('memo.create', { title: 'First' });
    const second = await driver.run('memo.create', {});
    await driver.run('memo.write', {
      target: { kind: 'free', id: second.id },
      text: 'Words alone\nand more',
    });
    await driver.run('memo.write', { target: { kind: 'project' }, text: 'On the project' });
    const rows = await driver.query('memos.list', {});
    expect(rows.map(({ target, on, title }) => [target.kind, on, title]).sort()).toEqual([
      ['free', 'First', 'First'],
      ['free', 'Words alone', ''],
      ['project', '', ''],
    ]);
    await driver.run('memo.write', { target: { kind: 'free', id: first.id }, title: '', text: '' });
    expect(await driver.query('memo.on', { target: { kind: 'free', id: first.id } })).not.toBeNull();
    await driver.run('memo.delete', { ids: [first.id, second.id] });
    expect(await driver.query('memos.list', {})).toHaveLength(1);
    await driver.run('history.undo', {});
    expect(await driver.query('memos.list', {})).toHaveLength(3);
  });

  it('ME4 on a coding go with it, and join those of the coding that it becomes one with', async () => {
    const [ofMoney, ofSums] = codings;
    if (!ofMoney || !ofSums) throw new Error('no codings');
    await driver.run('memo.write', { target: { kind: 'coding', id: ofMoney }, text: 'sure' });
    await driver.run('memo.write', {
      target: { kind: 'coding', id: ofSums },
      content: doc(paragraph(words('doubtful', 'bold'))),
    });
    const detail = await driver.query('quotation.detail', { id: quotation });
    expect(detail.codings.map(({ hasMemo }) => hasMemo)).toEqual([true, true]);
    await driver.run('code.merge', { fromIds: [sums], intoId: money });
    const memo = await driver.query('memo.on', { target: { kind: 'coding', id: ofMoney } });
    expect(memo?.text).toBe('sure\n\ndoubtful');
    await driver.run('coding.remove', { ids: [ofMoney] });
    expect(await driver.query('memos.list', {})).toEqual([]);
    await driver.run('history.undo', {});
    await driver.run('history.undo', {});
    expect(await driver.query('memos.list', {})).toHaveLength(2);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('ME5 have types that people make up; one that is deleted is taken off', async () => {
    const { id } = await driver.run('memoType.create', { name: 'method' });
    await driver.refuse('memoType.create', { name: 'method' });
    await driver.run('memo.create', { title: 'How', typeId: id });
    expect(await driver.query('memoTypes.list', {})).toMatchObject([{ name: 'method', memos: 1 }]);
    await driver.run('memoType.update', { id, name: 'methods' });
    expect((await driver.query('memos.list', {}))[0]?.typeName).toBe('methods');
    await driver.run('memoType.delete', { id });
    expect((await driver.query('memos.list', {}))[0]?.typeName).toBeNull();
    await driver.run('history.undo', {});
    expect((await driver.query('memos.list', {}))[0]?.typeName).toBe('methods');
  });

  it('ME6 tell which of them link to a thing, and what may be linked to', async () => {
    const { id } = await driver.run('memo.create', { content: doc(paragraph(link('quotation', quotation))) });
    await driver.run('memo.create', { text: `Only words: ${quotation}` });
    const reference = { kind: 'quotation', id: quotation } as const;
    expect(await driver.query('memos.linkingTo', { reference })).toMatchObject([
      { id, text: '[talk, 0–20]' },
    ]);
    expect(
      await driver.query('memos.linkingTo', { reference: { kind: 'code', id: quotation as never } }),
    ).toEqual([]);
    expect(await driver.query('memo.linkable', { search: '' })).toHaveLength(1);
    expect(await driver.query('memo.linkable', { search: 'MONEY talk' })).toMatchObject([{ id: quotation }]);
    expect(await driver.query('memo.linkable', { search: '100%' })).toEqual([]);
    await driver.run('quotation.delete', { ids: [quotation] });
    await driver.run('memo.write', {
      target: { kind: 'free', id },
      content: doc(paragraph(link('quotation', quotation), words('!'))),
    });
    expect((await driver.query('memo.on', { target: { kind: 'free', id } }))?.text).toBe('[…]!');
  });
});
