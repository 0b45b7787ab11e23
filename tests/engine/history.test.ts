import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';
import { rowsOfMarks } from './support/marks';

const text = 'Money moves parties. Networks move people.\nA second paragraph about money.';

describe('HI going through the history', () => {
  let driver: Driver;
  let source: SourceId;
  let money: CodeId;
  let power: CodeId;

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('first', text);
    money = (await driver.run('code.create', { name: 'money' })).id;
    power = (await driver.run('code.create', { name: 'power' })).id;
  });
  afterEach(() => driver.end());

  const last = async () => (await driver.query('history.list', { limit: 1 }))[0];
  const apply = (codeId: CodeId, start: number, end: number) =>
    driver.run('coding.apply', { sourceId: source, start, end, codeIds: [codeId] });
  const sound = async () => expect((await driver.run('project.check', {})).problems).toEqual([]);
  const sequence = async () => (await last())?.sequence ?? 0;

  it('HI1 goes back to the state after any entry, across undo, redo and reopening, as one change', async () => {
    const states: { at: number; dump: string }[] = [];
    const note = async () => states.push({ at: await sequence(), dump: await driver.dump() });
    await note();
    await apply(money, 0, 5);
    await note();
    await apply(power, 0, 20);
    await note();
    await driver.run('history.undo', {});
    await note();
    await driver.run('history.redo', {});
    await note();
    await driver.run('code.merge', { fromIds: [power], intoId: money });
    await note();
    await driver.run('source.delete', { ids: [source] });
    await note();
    driver = await driver.reopen();
    for (const { at, dump } of states) {
      const before = await driver.dump();
      await driver.run('history.restore', { sequence: at });
      expect(await driver.dump(), `entry ${at}`).toBe(dump);
      if (before === dump) continue;
      expect(await last()).toMatchObject({ kind: 'change', label: { key: 'history.restore' } });
      await driver.run('history.undo', {});
      expect(await driver.dump()).toBe(before);
    }
    await driver.run('history.restore', { sequence: 0 });
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    await sound();
  });

  it('HI2 takes an old entry back alone, where nothing later depends on it', async () => {
    await apply(money, 0, 5);
    const coded = await sequence();
    await driver.run('code.update', { id: money, definition: 'What it buys' });
    await apply(power, 21, 29);
    const before = await driver.dump();
    await driver.run('history.revert', { sequence: coded });
    const rows = await driver.query('codings.list', {});
    expect(rows.map(({ codePath }) => codePath)).toEqual(['power']);
    expect(rowsOfMarks(await driver.query('source.codings', { id: source })).quotations).toHaveLength(1);
    expect(await last()).toMatchObject({
      label: { key: 'history.revert', values: { what: 'coding.apply', code: 'money' } },
    });
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    await sound();
  });

  it('HI3 refuses to take back what something later depends on, and says what', async () => {
    const created = await sequence();
    await apply(power, 0, 5);
    await driver.run('code.update', { id: power, name: 'clout' });
    const before = await driver.dump();
    const error = await driver.refuse('history.revert', { sequence: created });
    expect(error.kind).toBe('conflict');
    expect(error.message).toContain('apply power to “Money”');
    expect(error.message).toContain('rename power to clout');
    expect(await driver.dump()).toBe(before);
  });

  it('HI4 a deleted code comes back alone, also when its place among its siblings was taken', async () => {
    await apply(power, 0, 5);
    await driver.run('code.delete', { id: power });
    const deleted = await sequence();
    await driver.run('code.create', { name: 'media' });
    await driver.run('history.revert', { sequence: deleted });
    const tree = await driver.query('codes.tree', {});
    expect(tree.map(({ name, codings }) => [name, codings])).toEqual([
      ['money', 0],
      ['media', 0],
      ['power', 1],
    ]);
    await sound();
  });

  it('HI5 refuses where the name was given to another meanwhile', async () => {
    await driver.run('code.delete', { id: power });
    const deleted = await sequence();
    await driver.run('code.create', { name: 'power' });
    expect((await driver.refuse('history.revert', { sequence: deleted })).kind).toBe('conflict');
    await sound();
  });

  it('HI6 a passage keeps no mark when the last code on it is taken back', async () => {
    await apply(money, 0, 5);
    await apply(power, 0, 5);
    const second = await sequence();
    const [first] = await driver.query('codings.list', { codeId: money });
    if (!first) throw new Error('not coded');
    await driver.run('coding.remove', { ids: [first.codingId] });
    await driver.run('history.revert', { sequence: second });
    expect(rowsOfMarks(await driver.query('source.codings', { id: source })).quotations).toEqual([]);
    await sound();
  });

  it('HI7 keeps a reason with an entry, and says why is not a step of undo', async () => {
    const at = await sequence();
    await driver.run('history.explain', { sequence: at, why: ' As agreed \n on Monday. ' });
    expect(await last()).toMatchObject({ why: 'As agreed on Monday.', sequence: at });
    driver = await driver.reopen();
    expect(await last()).toMatchObject({ why: 'As agreed on Monday.' });
    await sound();
    await driver.run('history.explain', { sequence: at, why: '' });
    expect((await last())?.why ?? '').toBe('');
    expect((await driver.refuse('history.explain', { sequence: 99, why: 'x' })).kind).toBe('notFound');
    await sound();
  });

  it('HI8 who joins is told, and no undo takes them away', async () => {
    await driver.run('session.setCoder', { name: 'Kim' });
    await apply(money, 0, 5);
    while ((await driver.engine.run('history.undo', {})).ok);
    expect((await driver.query('coders.list', {})).map(({ name }) => name)).toEqual(['Robin', 'Kim']);
    const joined = (await driver.query('history.list', {})).filter(({ kind }) => kind === 'event');
    expect(joined.map(({ label }) => label)).toEqual([
      { key: 'event.coder.join', values: { name: 'Kim' } },
      { key: 'event.coder.join', values: { name: 'Robin' } },
    ]);
    await sound();
  });
});
