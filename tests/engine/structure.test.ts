import { afterEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../src/core/ids';
import { sliceByCodePoints } from '../../src/core/text';
import { type Driver, newDriver } from './support/driver';

const text = 'Talk 😀\n\nAnna: One two.\nBo: Three.\nAnna: Four.\nBo: Five.';

let driver: Driver;
afterEach(() => driver.end());

async function talk(): Promise<SourceId> {
  driver = await newDriver();
  return driver.document('talk', text);
}

/** `speaker: words` of the turns, `# words` of headings. */
async function structure(id: SourceId): Promise<string[]> {
  const { segments } = await driver.query('source.structure', { id });
  return segments.map(({ kind, speaker, start, end }) => {
    const words = sliceByCodePoints(text, start, end);
    return kind === 'heading' ? `# ${words}` : `${speaker}: ${words}`;
  });
}
const startOf = (words: string) => Array.from(text.slice(0, text.indexOf(words))).length;

describe('the structure of a document', () => {
  it('ST1 is recognised as long as nobody has corrected it', async () => {
    const id = await talk();
    expect(await driver.query('source.structure', { id })).toMatchObject({ mode: 'automatic' });
    expect(await structure(id)).toEqual(['Anna: One two.', 'Bo: Three.', 'Anna: Four.', 'Bo: Five.']);
  });

  it('ST11 holds as corrected from the first correction on, undo by undo back to what is recognised', async () => {
    const id = await talk();
    const turn = { sourceId: id, kind: 'turn', start: startOf('Three') } as const;
    await driver.run('segment.change', { ...turn, to: { speaker: 'Cia' } });
    await driver.run('segment.add', { sourceId: id, kind: 'heading', start: 0, end: 6 });
    await driver.run('turn.join', { sourceId: id, start: startOf('Five') });
    const corrected = ['# Talk 😀', 'Anna: One two.', 'Cia: Three.', 'Anna: Four.\nBo: Five.'];
    expect(await structure(id)).toEqual(corrected);
    driver = await driver.reopen();
    expect(await structure(id)).toEqual(corrected);
    for (const _ of [1, 2, 3]) await driver.run('history.undo', {});
    expect(await driver.query('source.structure', { id })).toMatchObject({ mode: 'automatic' });
    expect(await structure(id)).toHaveLength(4);
  });

  it('ST11 is recognised anew when all corrections are taken back, and that can be undone', async () => {
    const id = await talk();
    await driver.run('speaker.rename', { sourceId: id, from: 'Bo', to: 'R 1' });
    await driver.run('turn.split', { sourceId: id, start: startOf('One'), at: startOf(' two') });
    const corrected = await structure(id);
    expect(corrected.slice(0, 3)).toEqual(['Anna: One', 'Anna: two.', 'R 1: Three.']);
    await driver.run('structure.recognise', { sourceId: id });
    expect((await structure(id))[0]).toBe('Anna: One two.');
    await driver.run('history.undo', {});
    expect(await structure(id)).toEqual(corrected);
  });

  it('ST11 writes only the rows that a correction touches', async () => {
    const id = await talk();
    await driver.run('segment.remove', {
      sourceId: id,
      segments: [{ kind: 'turn', start: startOf('Five') }],
    });
    const before = (await driver.dump()).split('\n');
    await driver.run('segment.change', {
      ...{ sourceId: id, kind: 'turn', start: startOf('One') },
      to: { end: startOf(' two') },
    });
    const after = new Set((await driver.dump()).split('\n'));
    expect(before.filter((row) => !after.has(row))).toHaveLength(1);
    expect(await structure(id)).toEqual(['Anna: One', 'Bo: Three.', 'Anna: Four.']);
  });

  it('ST11 refuses what is not there, what is taken, and what lies beyond the text', async () => {
    const id = await talk();
    const before = await driver.dump();
    const turn = { sourceId: id, kind: 'turn' } as const;
    expect((await driver.refuse('segment.change', { ...turn, start: 1, to: { speaker: 'x' } })).kind).toBe(
      'notFound',
    );
    expect(
      (await driver.refuse('segment.add', { ...turn, start: startOf('One'), end: startOf('Bo') })).kind,
    ).toBe('conflict');
    expect((await driver.refuse('segment.add', { ...turn, start: 70, end: 80 })).message).toContain(
      'beyond the end',
    );
    expect((await driver.refuse('turn.join', { sourceId: id, start: startOf('One') })).kind).toBe('invalid');
    expect((await driver.refuse('speaker.rename', { sourceId: id, from: 'Cia', to: 'Bo' })).kind).toBe(
      'notFound',
    );
    expect(await driver.dump()).toBe(before);
  });

  it('UN6 a correction that changes nothing leaves no entry, and the document as it was', async () => {
    const id = await talk();
    const entries = (await driver.query('history.list', {})).length;
    await driver.run('segment.change', {
      sourceId: id,
      kind: 'turn',
      start: startOf('One'),
      to: { speaker: 'Anna' },
    });
    expect((await driver.query('history.list', {})).length).toBe(entries);
    expect(await driver.query('source.structure', { id })).toMatchObject({ mode: 'automatic' });
  });

  it('ST11 goes with its document, and comes back with it', async () => {
    const id = await talk();
    await driver.run('speaker.rename', { sourceId: id, from: 'Bo', to: 'Cia' });
    await driver.run('source.delete', { ids: [id] });
    await driver.run('history.undo', {});
    expect((await structure(id))[1]).toBe('Cia: Three.');
  });

  it('ST12 lists speakers with turns, characters and documents, over all or some documents', async () => {
    const id = await talk();
    await driver.document('other', 'Anna: Hello.\nCia: Yes.\nAnna: No.\nCia: So.');
    await driver.document('none', 'No turns here.');
    expect(await driver.query('speakers.list', {})).toEqual([
      { name: 'Anna', turns: 4, characters: 22, documents: 2 },
      { name: 'Bo', turns: 2, characters: 11, documents: 1 },
      { name: 'Cia', turns: 2, characters: 7, documents: 1 },
    ]);
    expect((await driver.query('speakers.list', { sourceIds: [id] })).map(({ name }) => name)).toEqual([
      'Anna',
      'Bo',
    ]);
  });
});

describe('same turn', () => {
  it('CO5 UN7 counts what touches a common turn, as recognised and as corrected', async () => {
    const id = await talk();
    const other = await driver.document('none', 'No turns here, so all is one.');
    const { id: a } = await driver.run('code.create', { name: 'a' });
    const { id: b } = await driver.run('code.create', { name: 'b' });
    const code = (codeId: typeof a, sourceId: SourceId, start: number, end: number) =>
      driver.run('coding.apply', { sourceId, start, end, codeIds: [codeId] });
    await code(a, id, startOf('One'), startOf(' two'));
    await code(b, id, startOf('two'), startOf('Three'));
    await code(b, id, startOf('Three'), startOf('Four'));
    await code(a, id, startOf('Five'), startOf('Five') + 2);
    await code(a, other, 0, 2);
    await code(b, other, 20, 24);
    const pairs = async () => {
      const query = {
        relation: { kind: 'same-turn' },
        count: 'pairs',
        coders: 'united',
        withSubcodes: false,
      } as const;
      const { result } = await driver.query('cooccurrence.matrix', query);
      return result.counts[1];
    };
    // One with two; and the two in the document without turns.
    expect(await pairs()).toBe(2);
    await driver.run('turn.join', { sourceId: id, start: startOf('Five') });
    await driver.run('turn.join', { sourceId: id, start: startOf('Four') });
    // Now “Three” and “Five” are one turn as well.
    expect(await pairs()).toBe(3);
  });
});
