import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChangeList, changesInCodePoints, diffText } from '../../src/core/anchoring';
import type { CodeId, QuotationId, SourceId } from '../../src/core/ids';
import { createPositionMap } from '../../src/core/text';
import { type Driver, newDriver } from './support/driver';

const text = 'Money moves parties. 🙂 Networks move people.\nA second paragraph about money.';
const sha = (of: string) => createHash('sha256').update(of).digest('hex');

/** The arguments that make `after` of `before`. */
function edit(id: SourceId, before: string, after: string, deleteIds: readonly QuotationId[] = []) {
  const maps = { before: createPositionMap(before), after: createPositionMap(after) };
  const changes: ChangeList = changesInCodePoints(diffText(before, after), maps);
  return { id, baseSha256: sha(before), text: after, changes: [...changes], deleteIds: [...deleteIds] };
}

describe('ED correcting a text', () => {
  let driver: Driver;
  let source: SourceId;
  let code: CodeId;
  const begin = async (content = text) => {
    driver = await newDriver();
    source = await driver.document('first', content);
    code = (await driver.run('code.create', { name: 'money' })).id;
  };
  const coded = async (words: string, content = text) => {
    const start = Array.from(content.slice(0, content.indexOf(words))).length;
    const place = { sourceId: source, start, end: start + Array.from(words).length };
    return (await driver.run('coding.apply', { ...place, codeIds: [code] })).quotationId;
  };
  const wordsOf = async (id: QuotationId) => (await driver.query('quotation.detail', { id })).text;
  const expectSound = async () => expect((await driver.run('project.check', {})).problems).toEqual([]);
  afterEach(() => driver.end());

  it('ED1 quotations go along, and stay sound through undo, redo, restore and revert', async () => {
    await begin();
    const networks = await coded('🙂 Networks');
    const people = await coded('people');
    const second = await coded('second paragraph');
    const before = await driver.dump();
    const after = text.replace('Money', 'Big money').replace('move people', 'move many people');
    const done = await driver.run('source.editText', edit(source, text, after));
    expect(done).toMatchObject({ moved: 3, reworded: 0, united: 0, deleted: 0 });
    expect(await wordsOf(networks)).toBe('🙂 Networks');
    expect(await wordsOf(people)).toBe('people');
    expect((await driver.query('source.text', { id: source })).text).toBe(after);
    await expectSound();
    const changed = await driver.dump();

    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    expect(await wordsOf(second)).toBe('second paragraph');
    await expectSound();
    await driver.run('history.redo', {});
    expect(await driver.dump()).toBe(changed);
    await expectSound();

    const [{ sequence } = { sequence: 0 }] = await driver.query('history.list', { limit: 10 });
    const list = await driver.query('history.list', {});
    const edited = list.find(({ kind, label }) => kind === 'change' && label.key === 'source.editText');
    await driver.run('history.revert', { sequence: edited?.sequence ?? 0 });
    expect((await driver.query('source.text', { id: source })).text).toBe(text);
    expect(await wordsOf(people)).toBe('people');
    await expectSound();
    await driver.run('history.restore', { sequence });
    expect((await driver.query('source.text', { id: source })).text).toBe(after);
    expect(await wordsOf(people)).toBe('people');
    await expectSound();
  });

  it('ED1 a quotation that did not move has the context of the text that is there, after undo too', async () => {
    await begin();
    await coded('Money moves');
    await driver.run('source.editText', edit(source, text, text.replace('parties', 'party bosses')));
    await expectSound();
    await driver.run('history.undo', {});
    await expectSound();
    await driver.run('history.redo', {});
    await expectSound();
  });

  it('ED2 an emptied quotation goes only where that was said, with its memo, and comes back with undo', async () => {
    await begin();
    const people = await coded('people');
    await driver.run('memo.write', { target: { kind: 'quotation', id: people }, text: 'who?' });
    const before = await driver.dump();
    const after = text.replace(' people', '');
    const refused = await driver.refuse('source.editText', edit(source, text, after));
    expect(refused.kind).toBe('conflict');
    expect(await driver.dump()).toBe(before);
    const done = await driver.run('source.editText', edit(source, text, after, [people]));
    expect(done).toMatchObject({ deleted: 1 });
    await expectSound();
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
    await expectSound();
  });

  it('ED3 two quotations that come to one place are one, with the codes and memos of both', async () => {
    await begin();
    const whole = await coded('Money moves parties.');
    const { id: other } = await driver.run('code.create', { name: 'power' });
    const inner = await driver.run('coding.apply', { sourceId: source, start: 6, end: 20, codeIds: [other] });
    await driver.run('memo.write', { target: { kind: 'quotation', id: inner.quotationId }, text: 'inner' });
    const done = await driver.run('source.editText', edit(source, text, text.replace('Money ', '')));
    expect(done).toMatchObject({ united: 1 });
    const detail = await driver.query('quotation.detail', { id: whole });
    expect(detail.text).toBe('moves parties.');
    expect(detail.codings.map(({ codeId }) => codeId).sort()).toEqual([code, other].sort());
    expect(detail.memo?.text).toBe('inner');
    await expectSound();
  });

  it('ED4 refuses what does not lead from the one text to the other, and another base', async () => {
    await begin();
    await coded('people');
    const before = await driver.dump();
    const right = edit(source, text, text.replace('Money', 'Cash'));
    for (const wrong of [
      { ...right, changes: [] },
      { ...right, changes: [{ from: 0, to: 6, length: 4 }] },
      { ...right, changes: [{ from: 4, to: 2, length: 9 }] },
      { ...right, changes: [{ from: 0, to: 5000, length: 4 }] },
      { ...right, text: '' },
      { ...right, text: `${right.text}\r\n` },
      { ...right, text: `${right.text}\ud83d` },
    ]) {
      expect((await driver.refuse('source.editText', wrong)).kind).toBe('invalid');
    }
    const refused = await driver.refuse('source.editText', { ...right, baseSha256: sha('another') });
    expect(refused.kind).toBe('conflict');
    expect(await driver.dump()).toBe(before);
  });

  it('ED6 the history tells the words that a passage had then, and leads to where it stands now', async () => {
    await begin();
    const people = await coded('Networks move people');
    const [entry] = await driver.query('history.list', { limit: 1 });
    await driver.run('source.editText', edit(source, text, `New. ${text.replace('Networks', 'Nets')}`));
    const { passages } = await driver.query('history.entry', { sequence: entry?.sequence ?? 0 });
    expect(passages).toMatchObject([
      { quotationId: people, text: 'Networks move people', start: 28, end: 44, isThere: true },
    ]);
  });

  it('ED5 many quotations that follow each other closely all move, over each other’s places', async () => {
    const long = 'abcdefghij'.repeat(40);
    await begin(long);
    const places = Array.from({ length: 300 }, (_, start) => ({ sourceId: source, start, end: start + 5 }));
    await driver.run('coding.applyMany', { codeIds: [code], places });
    const after = `x${long.slice(0, 200)}${long.slice(203)}`;
    const args = {
      ...edit(source, long, after),
      changes: [
        { from: 0, to: 0, length: 1 },
        { from: 200, to: 203, length: 0 },
      ],
    };
    const before = await driver.dump();
    const done = await driver.run('source.editText', args);
    expect(done.moved).toBeGreaterThan(200);
    await expectSound();
    await driver.run('history.undo', {});
    expect(await driver.dump()).toBe(before);
  });

  describe('an edit in progress', () => {
    const draft = () => ({
      sourceId: source,
      baseSha256: sha(text),
      start: 6,
      removed: 5,
      inserted: 'shifts 🙂',
      changes: [{ from: 6, to: 11, length: 8 }],
    });

    it('DR1 is there again after a crash, is no part of the history, and one for a document', async () => {
      await begin();
      const before = await driver.query('history.list', {});
      await driver.run('draft.save', { ...draft(), inserted: 'first' });
      await driver.run('draft.save', draft());
      expect(await driver.query('history.list', {})).toEqual(before);
      driver = await driver.reopen();
      const answer = await driver.query('draft.of', { sourceId: source });
      const { sourceId: _, ...kept } = draft();
      expect(answer).toMatchObject({ ...kept, isOutdated: false });
      await driver.run('draft.discard', { sourceId: source });
      expect(await driver.query('draft.of', { sourceId: source })).toBeNull();
      await expectSound();
    });

    it('DR2 goes when the text is saved, is outdated by another text, and waits while its document is deleted', async () => {
      await begin();
      await driver.run('draft.save', draft());
      await driver.run('source.delete', { ids: [source] });
      expect((await driver.refuse('draft.save', draft())).kind).toBe('notFound');
      await driver.run('history.undo', {});
      expect(await driver.query('draft.of', { sourceId: source })).toMatchObject({ isOutdated: false });
      await driver.run('source.replaceText', { id: source, text: `${text} More.` });
      expect(await driver.query('draft.of', { sourceId: source })).toMatchObject({ isOutdated: true });
      // What it takes to carry it over to the present text.
      expect(await driver.query('draft.base', { sourceId: source })).toBe(text);
      const now = `${text} More.`;
      await driver.run('source.editText', edit(source, now, `${now} Yet more.`));
      expect(await driver.query('draft.of', { sourceId: source })).toBeNull();
      expect(await driver.query('draft.base', { sourceId: source })).toBeNull();
    });

    it('ED8 words are found in the text as it is being typed', async () => {
      await begin();
      const typed = text.replace('Money', '🙂 Cash');
      const pattern = { kind: 'text', text: 'CASH' } as const;
      const found = await driver.query('find.inText', { pattern, text: typed });
      expect(found).toEqual({ spans: Int32Array.of(2, 6), isCut: false });
      const wrong = { kind: 'regex', text: '(' } as const;
      const refused = await driver.engine.query('find.inText', { pattern: wrong, text: typed });
      expect(refused.ok).toBe(false);
    });
  });

  describe('erasing for good', () => {
    const secret = 'the unspeakable name of the informant';

    it('ER1 takes a document with its earlier texts and its draft', async () => {
      await begin(`Before. It was ${secret}. After.`);
      const before = `Before. It was ${secret}. After.`;
      await driver.run('source.editText', edit(source, before, before.replace(secret, 'N. N.')));
      await driver.run('draft.save', { ...draftOf(before), inserted: secret });
      const report = await driver.run('source.erase', { ids: [source] });
      expect(report).toMatchObject({ isGone: true, stillIn: [] });
      expect(holds(driver.path, secret)).toBe(false);
      await expectSound();
    });

    it('ER2 takes a passage out of the text, of the earlier ones, and of the draft', async () => {
      const before = `It began. It was ${secret}. It went on, and on.`;
      await begin(before);
      const whole = await coded(secret, before);
      const after = before.replace('It began. ', 'First it all began, long ago. ');
      await driver.run('source.editText', edit(source, before, after));
      await driver.run('draft.save', { ...draftOf(after), inserted: secret });
      const start = after.indexOf(secret);
      const passage = { sourceId: source, start, end: start + secret.length };
      const report = await driver.run('passage.erase', passage);
      expect(report).toMatchObject({ isGone: true, stillIn: [] });
      expect(holds(driver.path, secret)).toBe(false);
      await expectSound();
      expect(await driver.query('draft.of', { sourceId: source })).toBeNull();
      await driver.run('history.undo', {});
      expect((await driver.query('source.text', { id: source })).text).toMatch(/^It began. It was ▇+/);
      await expectSound();
      expect(await wordsOf(whole)).toMatch(/^▇+$/);
      await driver.run('history.redo', {});
      await expectSound();
    });

    function draftOf(base: string) {
      return { sourceId: source, baseSha256: sha(base), start: 0, removed: 0, changes: [] };
    }

    function holds(path: string, words: string): boolean {
      return readFileSync(path).includes(words);
    }
  });

  describe('replacing it with a newer version', () => {
    const newer = [
      'A second paragraph about the money.',
      'Money moves parties. 🙂 Nowadays networks move the people of towns.',
    ].join('\n');

    it('RE1 tells beforehand what is kept, moved, doubtful and lost, and changes nothing', async () => {
      await begin();
      await coded('Money moves parties.');
      await coded('Networks move people');
      await coded('second paragraph about money');
      const before = await driver.dump();
      const preview = await driver.run('source.replacePreview', {
        id: source,
        path: driver.file('new.txt', newer),
      });
      expect(preview.kept + preview.moved + preview.doubtful.length + preview.lost.length).toBe(3);
      for (const { old, proposed } of preview.doubtful) expect(proposed?.text, old.text).not.toBe('');
      expect(await driver.dump()).toBe(before);
    });

    it('RE2 asks for a decision on each, and does what was decided', async () => {
      await begin();
      const kept = await coded('Money moves parties.');
      const gone = await coded('A second paragraph about money.');
      const after = 'Money moves parties. 🙂 Networks move people.\nNothing of that.';
      expect((await driver.refuse('source.replaceText', { id: source, text: after })).kind).toBe('conflict');
      const place = { start: 45, end: 52 };
      const done = await driver.run('source.replaceText', {
        id: source,
        text: after,
        decisions: [{ id: gone, place }],
      });
      expect(done).toMatchObject({ deleted: 0 });
      expect(await wordsOf(gone)).toBe('Nothing');
      expect(await wordsOf(kept)).toBe('Money moves parties.');
      await expectSound();
      await driver.run('history.undo', {});
      await expectSound();
      const dropped = await driver.run('source.replaceText', {
        id: source,
        path: driver.file('new.txt', after),
        undecided: { doubtful: 'drop', lost: 'drop' },
      });
      expect(dropped.deleted).toBe(1);
      await expectSound();
    });

    it('RE3 refuses an empty or unreadable newer version', async () => {
      await begin();
      expect((await driver.refuse('source.replaceText', { id: source, text: ' \n' })).kind).toBe('invalid');
      const path = driver.file(
        'picture.txt',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
      );
      expect((await driver.refuse('source.replacePreview', { id: source, path })).kind).toBe(
        'unreadableFile',
      );
      expect((await driver.refuse('source.replaceText', { id: source })).kind).toBe('invalid');
    });
  });
});
