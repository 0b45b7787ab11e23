import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, CodingId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

/** More than one slice of each command. */
const passages = 7_000;
const length = 11;

let driver: Driver;
let source: SourceId;
let code: CodeId;

beforeEach(async () => {
  driver = await newDriver();
  source = await driver.document('long', 'one two 😀. '.repeat(passages));
  code = (await driver.run('code.create', { name: 'net' })).id;
});
afterEach(() => driver.end());

const spans = () => Int32Array.from({ length: passages * 2 }, (_, at) => (at >> 1) * length + (at % 2) * 9);
const autocode = () => ({
  code: { path: ['new', 'one'] },
  documents: [{ sourceId: source, spans: spans() }],
  words: 'one',
});
const counts = async () => {
  const state = await driver.query('session.state', {});
  if (state.state !== 'open') throw new Error('not open');
  return state.counts;
};
const allCodings = async () => {
  const { codingIds, start } = await driver.query('quotations.index', {});
  return Array.from(start, (_, at) => codingIds.slice(at * 36, at * 36 + 36)) as CodingId[];
};

/** Does something whenever a command tells how far it is. */
function atProgress(act: (done: number, isStoring: boolean) => void): () => void {
  return driver.engine.subscribe((event) => {
    if (event.name === 'progress') act(event.payload.done, event.payload.isStoring === true);
  });
}

async function cancelled(name: string, args: unknown, after = 1): Promise<void> {
  const before = await driver.dump();
  const abort = new AbortController();
  let told = 0;
  const stop = atProgress(() => {
    told += 1;
    if (told === after) abort.abort();
  });
  const result = await driver.engine.run(name, args, { signal: abort.signal, runId: 'long' });
  stop();
  expect(result).toEqual({
    ok: false,
    error: { kind: 'cancelled', message: 'Cancelled. Nothing was changed.' },
  });
  expect(told).toBe(after);
  expect(await driver.dump()).toBe(before);
}

describe('a long change', () => {
  it('LC1 tells how far it is, and in the end that it is too late for a cancel', async () => {
    const told: [number, boolean][] = [];
    atProgress((done, isStoring) => told.push([done, isStoring]));
    const result = await driver.engine.run('coding.autocode', autocode(), { runId: 'long' });
    expect(result).toMatchObject({ ok: true, value: { added: passages } });
    expect(told.length).toBeGreaterThan(2);
    expect(told.at(-1)).toEqual([1, true]);
    const steps = told.slice(0, -1);
    expect(steps.every(([done, isStoring], at) => !isStoring && done > (steps[at - 1]?.[0] ?? 0))).toBe(true);
    expect(await counts()).toMatchObject({ codings: passages, quotations: passages });
  });

  it('LC2 is cancelled in the middle, and nothing is changed: no code, no quotation, no entry', async () => {
    await cancelled('coding.autocode', autocode());
    await cancelled('coding.autocode', autocode(), 2);
    expect(await driver.run('coding.autocode', autocode())).toMatchObject({ added: passages });
    const ids = await allCodings();
    await cancelled('coding.recode', { ids, newPath: ['other'] }, 3);
    await cancelled('coding.remove', { ids }, 4);
    await cancelled('coding.applyMany', {
      codeIds: [code],
      places: Array.from({ length: passages }, (_, at) => ({
        ...{ sourceId: source, start: at * length + 1, end: at * length + 5 },
      })),
    });
    expect(await driver.run('project.check', {})).toMatchObject({ problems: [] });
  });

  it('LC3 shows nobody what is half written, and lets nothing come between', async () => {
    const seen: Promise<number>[] = [];
    let other: Promise<unknown> | undefined;
    atProgress((_done, isStoring) => {
      if (isStoring) return;
      seen.push(counts().then(({ codings }) => codings));
      other ??= driver.run('code.create', { name: 'meanwhile' });
    });
    await driver.engine.run('coding.autocode', autocode(), { runId: 'long' });
    expect(new Set(await Promise.all(seen))).toEqual(new Set([passages]));
    await other;
    const entries = await driver.query('history.list', { limit: 2 });
    expect(entries.map(({ label }) => label.key)).toEqual(['code.create', 'coding.autocode']);
  });

  it('LC4 beside a question that is being answered in parts goes on without a pause', async () => {
    const answers = [];
    for (let at = 0; at < 20; at += 1) {
      answers.push(driver.query('find.page', { pattern: { kind: 'text', text: 'two' }, after: null }));
    }
    const [done] = await Promise.all([driver.run('coding.autocode', autocode()), ...answers]);
    expect(done).toMatchObject({ added: passages });
  });

  it('LC5 the codes that are made with it are there once, and undone with it', async () => {
    const before = await driver.dump();
    const places = [
      { sourceId: source, start: 0, end: 3 },
      { sourceId: source, start: 11, end: 14 },
    ];
    const { codeIds, added } = await driver.run('coding.applyMany', {
      codeIds: [code],
      newPaths: [['net'], ['net', 'fine'], ['top', 'below']],
      places: [...places, ...places],
    });
    expect(codeIds).toHaveLength(3);
    expect(codeIds[0]).toBe(code);
    expect(added).toBe(6);
    const ids = await allCodings();
    const { codeId } = await driver.run('coding.recode', { ids, newPath: ['all', 'one'] });
    expect((await driver.query('codes.tree', {})).find(({ id }) => id === codeId)?.path).toBe('all > one');
    expect(await counts()).toMatchObject({ codings: 2 });
    await driver.run('history.undo', {});
    await driver.run('history.undo', {});
    expect(withoutHistory(await driver.dump())).toBe(withoutHistory(before));
    expect(await driver.refuse('coding.applyMany', { codeIds: [], places })).toMatchObject({
      kind: 'invalid',
    });
    expect(await driver.refuse('coding.recode', { ids })).toMatchObject({ kind: 'invalid' });
  });
});

function withoutHistory(dump: string): string {
  return dump.replace(/^project\n.*$/m, '');
}
