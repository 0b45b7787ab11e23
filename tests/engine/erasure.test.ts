import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeId, SourceId } from '../../src/core/ids';
import { type Driver, newDriver } from './support/driver';

const secret =
  'My name is Ingrid Håkansson and I was dismissed from the mill in Långsele, 🙂 which I never told before.';
const talk = `Before the strike we met on Tuesdays.\n${secret}\nAfter it nobody spoke to me.`;
const other = 'Another participant speaks of other things, at some length, so that pages are shared.';

describe('ER erase for good', () => {
  let driver: Driver;
  let source: SourceId;
  let second: SourceId;
  let code: CodeId;

  const start = Array.from('Before the strike we met on Tuesdays.\n').length;
  const end = start + Array.from(secret).length;

  beforeEach(async () => {
    driver = await newDriver();
    source = await driver.document('Ingrid interview', talk);
    second = await driver.document('Second', other);
    code = (await driver.run('code.create', { name: 'dismissal', examples: 'was sent away' })).id;
    const applied = await driver.run('coding.apply', { sourceId: source, start, end, codeIds: [code] });
    await driver.run('quotation.resize', { id: applied.quotationId, start: start + 11, end });
    await driver.run('coding.apply', { sourceId: source, start: 0, end: 10, codeIds: [code] });
    await driver.run('coding.apply', { sourceId: second, start: 0, end: 20, codeIds: [code] });
    await driver.run('memo.write', {
      target: { kind: 'quotation', id: applied.quotationId },
      text: 'She speaks of the mill.',
    });
    await driver.run('source.rename', { id: source, name: 'Ingrid H.' });
  });
  afterEach(() => driver.end());

  /** Pieces of a text that stand somewhere in the bytes of the closed file, or of what lies beside it. */
  async function left(text: string, length = 8): Promise<string[]> {
    await driver.engine.close();
    const bytes = readFileSync(driver.path);
    const characters = Array.from(text);
    const pieces = characters.flatMap((_, at) =>
      at + length <= characters.length ? [characters.slice(at, at + length).join('')] : [],
    );
    return pieces.filter((piece) => bytes.includes(Buffer.from(piece)));
  }

  it('ER1 leaves no byte of a document, its quotations and its name, now or in the history', async () => {
    const before = await left(secret);
    expect(before.length).toBeGreaterThan(50);
    driver = await driver.reopen();
    const report = await driver.run('source.erase', { ids: [source] });
    expect(report).toEqual({ characters: Array.from(talk).length, isGone: true, stillIn: [] });
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    const rows = await driver.query('codings.list', {});
    expect(rows.map(({ sourceName }) => sourceName)).toEqual(['Second']);
    expect(await left(talk)).toEqual([]);
    expect(await left('Ingrid', 6)).toEqual([]);
    expect(await left('of the mill')).toEqual([]);
  });

  it('ER2 what was not erased can still be undone and done again, and is sound', async () => {
    await driver.run('source.erase', { ids: [source] });
    const kept = await driver.dump();
    let steps = 0;
    while ((await driver.engine.run('history.undo', {})).ok) steps += 1;
    expect(steps).toBe(3);
    expect((await driver.query('sources.tree', {})).sources).toEqual([]);
    for (let step = 0; step < steps; step += 1) await driver.run('history.redo', {});
    expect(await driver.dump()).toBe(kept);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    expect((await driver.refuse('source.erase', { ids: [source] })).kind).toBe('notFound');
  });

  it('ER3 reaches a document that was deleted, and lives in the history only', async () => {
    await driver.run('source.delete', { ids: [source] });
    expect(await driver.query('sources.kept', {})).toEqual([
      { id: second, name: 'Second', isThere: true },
      { id: source, name: 'Ingrid H.', isThere: false },
    ]);
    await driver.run('source.erase', { ids: [source] });
    expect(await driver.query('sources.kept', {})).toEqual([{ id: second, name: 'Second', isThere: true }]);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    expect(await left(talk)).toEqual([]);
  });

  it('ER4 blanks a passage character by character: every other position stays true', async () => {
    const report = await driver.run('passage.erase', { sourceId: source, start, end });
    expect(report).toMatchObject({ characters: end - start, isGone: true, stillIn: [] });
    const { text } = await driver.query('source.text', { id: source });
    expect(Array.from(text)).toHaveLength(Array.from(talk).length);
    expect(text.startsWith('Before the strike we met on Tuesdays.\n▇')).toBe(true);
    expect(text.endsWith('▇\nAfter it nobody spoke to me.')).toBe(true);
    const rows = await driver.query('codings.list', { sourceId: source });
    expect(rows.map(({ text: words }) => words)).toEqual(['Before the', '▇'.repeat(end - start - 11)]);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    while ((await driver.engine.run('history.undo', {})).ok);
    while ((await driver.engine.run('history.redo', {})).ok);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    // Longer pieces: the name of the document and a memo share words with it, and stay.
    expect(await left(secret, 12)).toEqual([]);
  });

  it('ER5 says which memos, descriptions and documents hold the words all the same', async () => {
    await driver.run('memo.write', { target: { kind: 'project' }, text: `Note: “${secret}”` });
    await driver.run('code.update', { id: code, examples: `“${secret}”` });
    const copy = await driver.document('Copy', talk);
    const report = await driver.run('source.erase', { ids: [source] });
    expect(report.stillIn).toEqual(['The document “Copy” has the same text and keeps it.']);
    const rest = await driver.run('source.erase', { ids: [copy] });
    expect(rest.isGone).toBe(true);
    expect(rest.stillIn.join('\n')).toContain('The memo on the project quotes some of it.');
    expect(rest.stillIn.join('\n')).toContain('The description of the code “dismissal” quotes some of it.');
    expect(rest.stillIn.join('\n')).toContain('of the history holds an earlier memo or description');
  });

  it('ER6 tells before what would go, and is no step of undo', async () => {
    const preview = await driver.query('erasure.preview', { ids: [source] });
    expect(preview).toEqual({ quotations: 2, codings: 2, memos: 1, entries: 6, backups: [] });
    const passage = await driver.query('erasure.preview', { sourceId: source, start, end });
    expect(passage).toMatchObject({ quotations: 1, codings: 1, memos: 1 });
    await driver.run('source.erase', { ids: [source] });
    const { label } = await driver.run('history.undo', {});
    expect(label.key).toBe('coding.apply');
    expect(JSON.stringify(await driver.query('history.list', {}))).not.toMatch(/Ingrid|mill|strike/);
  });

  it('ER7 refuses a place outside the document and what is not there, and changes nothing', async () => {
    const bytes = readFileSync(driver.path);
    await driver.refuse('passage.erase', { sourceId: source, start: 5, end: 5 });
    await driver.refuse('passage.erase', { sourceId: source, start: 5, end: 5000 });
    await driver.refuse('source.erase', { ids: ['00000000-0000-4000-8000-000000000000' as SourceId] });
    expect(readFileSync(driver.path).equals(bytes)).toBe(true);
  });

  it('ER8 blanks a passage in the texts that a document had before it was corrected, too', async () => {
    const { text } = await driver.query('source.text', { id: source });
    const corrected = `Long before. ${text.replace('Håkansson', 'Haakansson')}`;
    const at = Array.from(text.slice(0, text.indexOf('Håkansson'))).length;
    const baseSha256 = createHash('sha256').update(text).digest('hex');
    await driver.run('source.editText', {
      id: source,
      baseSha256,
      text: corrected,
      changes: [
        { from: 0, to: 0, length: 13 },
        { from: at, to: at + 9, length: 10 },
      ],
    });
    await driver.run('segment.add', { sourceId: source, kind: 'turn', start: 0, end: 20, speaker: 'Ingrid' });
    await driver.run('draft.save', {
      sourceId: source,
      baseSha256: createHash('sha256').update(corrected).digest('hex'),
      start: 0,
      removed: 0,
      inserted: `${secret} Again.`,
      changes: [{ from: 0, to: 0, length: Array.from(secret).length + 7 }],
    });
    const [from, to] = [13 + start, 13 + end + 1];
    const report = await driver.run('passage.erase', { sourceId: source, start: from, end: to });
    expect(report).toMatchObject({ characters: to - from, isGone: true, stillIn: [] });
    expect(await driver.query('draft.of', { sourceId: source })).toBeNull();
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    while ((await driver.engine.run('history.undo', {})).ok);
    while ((await driver.engine.run('history.redo', {})).ok);
    expect((await driver.run('project.check', {})).problems).toEqual([]);
    expect(await left(secret, 12)).toEqual([]);
  });
});
