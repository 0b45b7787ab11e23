import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AutocodeRule } from '../../src/contract/autocode';
import type { CodeId, SourceId } from '../../src/core/ids';
import { sliceByCodePoints } from '../../src/core/text';
import { type Driver, newDriver } from './support/driver';

const talk = 'Talk\n\nAnna: The net. A net!\nBo: Net?\nAnna: None.\nBo: Nets and NET.';
const essay = '# Nets\n😀 A net of nets. And more.\n# Other\nA net of sorts.';

let driver: Driver;
let talkId: SourceId;
let essayId: SourceId;
let code: CodeId;
const texts = new Map<SourceId, string>();

beforeEach(async () => {
  driver = await newDriver();
  talkId = await driver.document('talk', talk);
  essayId = await driver.document('essay', essay);
  code = (await driver.run('code.create', { name: 'net' })).id;
  texts.clear();
  texts.set(talkId, talk).set(essayId, essay);
});
afterEach(() => driver.end());

const words = (text: string, more: object = {}): AutocodeRule['find'] => ({
  kind: 'words',
  pattern: { kind: 'text', text, ...more },
});

async function page(rule: AutocodeRule, codeId?: CodeId) {
  const { found, next, documents } = await driver.query('autocode.page', { rule, codeId });
  expect(next).toBeNull();
  expect(documents.searched).toBe(documents.all);
  return found;
}

async function places(rule: AutocodeRule): Promise<string[]> {
  return (await page(rule)).flatMap(({ sourceId, spans }) =>
    Array.from({ length: spans.length / 2 }, (_, at) =>
      sliceByCodePoints(texts.get(sourceId) ?? '', spans[at * 2] ?? 0, spans[at * 2 + 1] ?? 0),
    ),
  );
}

describe('what autocode finds', () => {
  it('AC1 words, whole words, terms and expressions, in all or some documents', async () => {
    expect(await places({ find: words('net'), unit: 'match' })).toHaveLength(9);
    expect(await places({ find: words('net', { wholeWord: true }), unit: 'match' })).toHaveLength(6);
    expect(await places({ find: words('net', { matchCase: true }), unit: 'match' })).toEqual([
      'net',
      'net',
      'net',
      'net',
      'net',
    ]);
    const terms = { kind: 'words', pattern: { kind: 'terms', text: 'net*\nmore' } } as const;
    expect(await places({ find: terms, unit: 'match', sourceIds: [essayId] })).toEqual([
      'Nets',
      'net',
      'nets',
      'more',
      'net',
    ]);
    const regex = { kind: 'words', pattern: { kind: 'regex', text: 'nets?[.?]' } } as const;
    expect(await places({ find: regex, unit: 'match' })).toEqual(['net.', 'Net?', 'NET.', 'nets.']);
  });

  it('AC1 AC3 in the words of some speakers only, coded as turns', async () => {
    const find = { ...words('net'), speakers: ['Bo'] } as AutocodeRule['find'];
    expect(await places({ find, unit: 'match' })).toEqual(['Net', 'Net', 'NET']);
    expect(await places({ find, unit: 'turn' })).toEqual(['Net?', 'Nets and NET.']);
  });

  it('AC4 all that speakers say, whole or by the sentence, as corrected', async () => {
    expect(await places({ find: { kind: 'speakers', speakers: ['Anna'] }, unit: 'turn' })).toEqual([
      'The net. A net!',
      'None.',
    ]);
    expect(await places({ find: { kind: 'speakers', speakers: ['Anna'] }, unit: 'sentence' })).toEqual([
      'The net.',
      'A net!',
      'None.',
    ]);
    await driver.run('speaker.rename', { sourceId: talkId, from: 'Bo', to: 'Anna' });
    expect(await places({ find: { kind: 'speakers', speakers: ['Anna'] }, unit: 'turn' })).toHaveLength(4);
  });

  it('AC5 the text below headings in which words stand', async () => {
    const find = { kind: 'headings', pattern: { kind: 'text', text: 'nets' } } as const;
    expect(await places({ find, unit: 'match' })).toEqual(['😀 A net of nets. And more.']);
    expect(await places({ find, unit: 'sentence' })).toEqual(['😀 A net of nets.', 'And more.']);
  });

  it('AC6 tells what is coded already, by the coder at work', async () => {
    const spanOf = (text: string, part: string) => {
      const start = Array.from(text.slice(0, text.indexOf(part))).length;
      return { start, end: start + Array.from(part).length };
    };
    await driver.run('coding.apply', {
      sourceId: talkId,
      ...spanOf(talk, 'The net. A net!'),
      codeIds: [code],
    });
    await driver.run('coding.apply', { sourceId: essayId, ...spanOf(essay, 'net of'), codeIds: [code] });
    await driver.run('session.setCoder', { name: 'Kim' });
    await driver.run('coding.apply', { sourceId: talkId, ...spanOf(talk, 'Net?'), codeIds: [code] });
    const states = async (unit: AutocodeRule['unit']) =>
      (await page({ find: words('net'), unit }, code)).flatMap((found) => [...found.states]);
    expect(await states('turn')).toEqual([0, 2, 0, 0, 0, 0]);
    expect(await states('match')).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    await driver.run('session.setCoder', { name: 'Robin' });
    expect(await states('turn')).toEqual([2, 0, 0, 0, 0, 0]);
    expect(await states('match')).toEqual([1, 1, 0, 0, 0, 0, 1, 0, 0]);
  });

  it('AC8 an expression that never ends is stopped with a sentence, and the engine goes on', async () => {
    const id = await driver.document('long', `${'a'.repeat(60)}!`);
    const rule = {
      find: { kind: 'words', pattern: { kind: 'regex', text: '(a+)+$' } },
      unit: 'match',
      sourceIds: [id],
    } as const;
    const answer = await driver.engine.query('autocode.page', { rule });
    expect(answer.ok ? '' : answer.error.message).toContain('takes too long');
    expect(await places({ find: words('none'), unit: 'match' })).toHaveLength(1);
  }, 20_000);
});

describe('applying it', () => {
  it('AC7 is one change: what is there stays, the code is made with its path, one undo takes all back', async () => {
    const before = await driver.dump();
    const found = await page({ find: words('net'), unit: 'sentence' });
    const documents = found.map(({ sourceId, spans }) => ({ sourceId, spans }));
    const { added, codeId } = await driver.run('coding.autocode', {
      code: { path: ['form', 'web'] },
      documents,
      words: '“net”',
    });
    expect(added).toBe(7);
    const rows = await driver.query('codings.list', { codeId });
    expect(rows.map(({ text }) => text)).toEqual(await places({ find: words('net'), unit: 'sentence' }));
    expect(rows[0]?.codePath).toBe('form > web');
    expect(await driver.run('coding.autocode', { code: { id: codeId }, documents, words: '“net”' })).toEqual({
      codeId,
      added: 0,
    });
    const [entry] = await driver.query('history.list', {});
    expect(entry?.label).toMatchObject({
      key: 'coding.autocode',
      values: { words: '“net”', code: 'web', count: 7 },
    });
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
  });

  it('AC7 refuses folders, places beyond the text and documents that are gone, and changes nothing', async () => {
    const { id: folder } = await driver.run('code.create', { name: 'folder', isCodable: false });
    const before = await driver.dump();
    const refused = (id: CodeId, sourceId: SourceId, ...spans: number[]) =>
      driver.refuse('coding.autocode', {
        code: { id },
        documents: [{ sourceId, spans: Int32Array.from(spans) }],
        words: 'x',
      });
    expect((await refused(folder, talkId, 0, 4)).kind).toBe('invalid');
    expect((await refused(code, talkId, 0, 4, 60, 5000)).message).toContain('not in the text');
    expect((await refused(code, talkId, 4, 4)).kind).toBe('invalid');
    expect((await refused(code, '00000000-0000-4000-8000-000000000000' as SourceId, 0, 4)).kind).toBe(
      'notFound',
    );
    expect(await driver.dump()).toBe(before);
  });

  it('AC7 tells how far it is and can be cancelled before it writes', async () => {
    const id = await driver.document('many', 'a '.repeat(60_000));
    const spans = Int32Array.from({ length: 120_000 }, (_, at) => (at >> 1) * 2 + (at & 1));
    const cancel = new AbortController();
    const unsubscribe = driver.engine.subscribe((event) => {
      if (event.name === 'progress') cancel.abort();
    });
    const before = await driver.dump();
    const result = await driver.engine.run(
      'coding.autocode',
      { code: { id: code }, documents: [{ sourceId: id, spans }], words: 'a' },
      { signal: cancel.signal, runId: 'one' },
    );
    unsubscribe();
    expect(result.ok ? '' : result.error.kind).toBe('cancelled');
    expect(await driver.dump()).toBe(before);
  });
});
