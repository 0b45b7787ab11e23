import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

describe('HR taking back alone, where a text was corrected', () => {
  let driver: Driver;
  let source: SourceId;
  let code: CodeId;
  const sequence = async () => (await driver.query('history.list', { limit: 1 }))[0]?.sequence ?? 0;
  const sound = async () => expect((await driver.run('project.check', {})).problems).toEqual([]);
  /** A newer text that is longer. */
  const lengthen = async () => {
    await driver.run('source.replaceText', {
      id: source,
      text: 'Much longer words now. Few words.',
      decisions: [],
    });
  };

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('first', 'Few words.');
    ({ id: code } = await driver.run('code.create', { name: 'money' }));
  });
  afterEach(() => driver.end());

  it('HR20 refuses to take a correction back under what was coded in the new text', async () => {
    await lengthen();
    const corrected = await sequence();
    await driver.run('coding.apply', { sourceId: source, start: 12, end: 30, codeIds: [code] });
    const refusal = await driver.refuse('history.revert', { sequence: corrected });
    expect(refusal.message).toContain('depends on this one');
    await sound();
    await driver.run('history.undo', {});
    await driver.run('history.revert', { sequence: corrected });
    expect((await driver.query('source.text', { id: source })).text).toBe('Few words.');
    await sound();
  });

  it('HR21 refuses to bring a quotation back into a text that has changed', async () => {
    const { quotationId } = await driver.run('coding.apply', {
      sourceId: source,
      start: 0,
      end: 3,
      codeIds: [code],
    });
    await driver.run('quotation.delete', { ids: [quotationId] });
    const deleted = await sequence();
    await lengthen();
    expect((await driver.refuse('history.revert', { sequence: deleted })).message).toContain(
      'depends on this one',
    );
    await sound();
  });
});
