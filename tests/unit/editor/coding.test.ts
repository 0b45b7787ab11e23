import { describe, expect, it } from 'vitest';
import type { CodeRow, DocumentCoding, DocumentQuotation } from '../../../src/contract/queries';
import type { CodeId } from '../../../src/core/ids';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { isRightToLeft, runsRightToLeft } from '../../../src/renderer/editor/model/reading-direction';
import { type CodingModel, createCodingModel, lookOf } from '../../../src/renderer/editor/paint/coding-model';
import { scoreCode, searchCodes } from '../../../src/renderer/features/coding/code-search';
import { placeFloating } from '../../../src/renderer/features/coding/floating-place';
import { type PaletteRow, paletteRows } from '../../../src/renderer/features/coding/palette-rows';
import { quotationAtCaret, trimSpan } from '../../../src/renderer/features/coding/passage';
import { resizedSpan } from '../../../src/renderer/features/coding/resized-span';
import { marksOf } from './marks';

function code(path: string, more: Partial<CodeRow> = {}): CodeRow {
  const names = path.split(' > ');
  return {
    id: path as CodeId,
    parentId: (names.slice(0, -1).join(' > ') || null) as CodeId | null,
    name: names.at(-1) ?? '',
    path,
    depth: names.length - 1,
    color: '#3a7bd5',
    isCodable: true,
    ...more,
  } as CodeRow;
}

const codes = [
  'Strategy',
  'Strategy > decentralization',
  'Strategy > fundraising',
  'Power',
  'Power > party vs. network',
  'Power > förändring',
  'Media > preaching to the choir',
].map((path) => code(path));

const names = (found: readonly { path: string }[]) => found.map(({ path }) => path);

describe('searching codes', () => {
  it('finds by two letters, by words in any order, by initials, without diacritics', () => {
    expect(searchCodes(codes, 'fu', [])[0]?.name).toBe('fundraising');
    expect(searchCodes(codes, 'network party', [])[0]?.name).toBe('party vs. network');
    expect(searchCodes(codes, 'pvn', [])[0]?.name).toBe('party vs. network');
    expect(searchCodes(codes, 'forandr', [])[0]?.name).toBe('förändring');
  });

  it('prefers the beginning of a name to its middle, and the name to what is above it', () => {
    expect(names(searchCodes(codes, 'p', [])).slice(0, 3)).toEqual([
      'Power',
      'Power > party vs. network',
      'Media > preaching to the choir',
    ]);
    expect(searchCodes(codes, 'strategy', [])[0]?.path).toBe('Strategy');
  });

  it('prefers a recently used code among equals, and shows recent ones first where nothing is typed', () => {
    const recent = ['Media > preaching to the choir' as CodeId];
    expect(searchCodes(codes, 'p', recent)[0]?.name).toBe('preaching to the choir');
    expect(searchCodes(codes, '', recent)[0]?.name).toBe('preaching to the choir');
    expect(searchCodes(codes, '', recent)).toHaveLength(codes.length);
  });

  it('does not take a long name for a word whose letters it has somewhere', () => {
    const name = 'a distinction between party and network that matters to the argument';
    expect(scoreCode({ id: 'x' as CodeId, name, path: name }, 'mentor')).toBeNull();
  });

  it('leaves out what does not fit', () => {
    expect(scoreCode({ id: 'x' as CodeId, name: 'clout', path: 'Power > clout' }, 'zq')).toBeNull();
  });
});

describe('rows of the code palette', () => {
  const question = { codes, recent: [] as CodeId[], newName: null, canCreate: true };
  const kinds = (rows: readonly PaletteRow[]) => rows.map(({ kind }) => kind);

  it('offers to create what is not there, at the top or beneath a code to be chosen', () => {
    const rows = paletteRows({ ...question, query: 'zzz' });
    expect(rows).toEqual([
      { kind: 'create', name: 'zzz', parent: null },
      { kind: 'createBeneath', name: 'zzz' },
    ]);
  });

  it('does not offer a second code of the same name at the top', () => {
    const rows = paletteRows({ ...question, query: 'power' });
    expect(kinds(rows)).not.toContain('create');
    expect(kinds(rows)).toContain('createBeneath');
  });

  it('shows a retired code with its standing instead of making it again', () => {
    const withRetired = codes.map((code) =>
      code.name === 'fundraising' ? { ...code, status: 'retired' as const } : code,
    );
    const rows = (query: string) => paletteRows({ ...question, codes: withRetired, query });
    const retired = { kind: 'retired', code: { path: 'Strategy > fundraising' } };
    expect(rows('Fundraising').slice(0, 2)).toMatchObject([retired, { kind: 'createBeneath' }]);
    expect(kinds(rows('fundraising'))).not.toContain('create');
    expect(rows('strategy > fundraising')).toMatchObject([retired]);
    // What is only begun may be the name of a new one.
    expect(kinds(rows('fundr')).slice(0, 3)).toEqual(['create', 'createBeneath', 'retired']);
    expect(kinds(rows(''))).not.toContain('retired');
  });

  it('puts a new code before those that only have its letters somewhere, after those that are surely meant', () => {
    const first = (query: string) => paletteRows({ ...question, query })[0];
    expect(first('new one')).toMatchObject({ kind: 'create', name: 'new one' });
    expect(first('new')).toMatchObject({ kind: 'create', name: 'new' });
    for (const [query, name] of [
      ['frais', 'fundraising'],
      ['pvn', 'party vs. network'],
      ['netw', 'party vs. network'],
      ['str dec', 'decentralization'],
    ] as const)
      expect(first(query)).toMatchObject({ kind: 'code', code: { name } });
    expect(paletteRows({ ...question, query: 'new', canCreate: false })[0]).toMatchObject({ kind: 'code' });
  });

  it('reads a path: the last name beneath the code that the rest finds', () => {
    expect(paletteRows({ ...question, query: 'Power > lobby' }).at(-1)).toMatchObject({
      kind: 'create',
      name: 'lobby',
      parent: { path: 'Power' },
    });
  });

  it('makes the codes above that are missing, and says so where the rest finds another code', () => {
    expect(paletteRows({ ...question, query: 'zq > lobby' })).toEqual([
      { kind: 'createPath', path: ['zq', 'lobby'] },
    ]);
    expect(paletteRows({ ...question, query: 'pow > lobby' })).toMatchObject([
      { kind: 'create', name: 'lobby', parent: { path: 'Power' } },
      { kind: 'createPath', path: ['pow', 'lobby'] },
    ]);
  });

  it('lists parents while a parent is being chosen', () => {
    expect(paletteRows({ ...question, query: 'strat', newName: 'lobby' })[0]).toMatchObject({
      kind: 'create',
      name: 'lobby',
      parent: { path: 'Strategy' },
    });
  });

  it('numbers recent codes only, and leaves out folders', () => {
    const withFolder = [...codes, code('Folder', { isCodable: false })];
    const rows = paletteRows({ ...question, codes: withFolder, query: '', recent: ['Power' as CodeId] });
    expect(
      rows.flatMap((row) => (row.kind === 'code' && row.digit ? [[row.code.path, row.digit]] : [])),
    ).toEqual([['Power', 1]]);
    expect(rows.some((row) => row.kind === 'code' && row.code.path === 'Folder')).toBe(false);
  });
});

describe('a passage to be coded', () => {
  it('loses the white space at its ends, counted in code points', () => {
    expect(trimSpan('  😀 b\n', { start: 10, end: 16 })).toEqual({ start: 12, end: 15 });
    expect(trimSpan(' \n ', { start: 0, end: 3 })).toBeNull();
  });
});

describe('a quotation resized by one of its ends', () => {
  it('moves that end only, keeps one character, and never turns around', () => {
    expect(resizedSpan({ start: 10, end: 20 }, 'start', 4)).toEqual({ start: 4, end: 20 });
    expect(resizedSpan({ start: 10, end: 20 }, 'end', 25)).toEqual({ start: 10, end: 25 });
    expect(resizedSpan({ start: 10, end: 20 }, 'start', 30)).toEqual({ start: 19, end: 20 });
    expect(resizedSpan({ start: 10, end: 20 }, 'end', 2)).toEqual({ start: 10, end: 11 });
  });
});

describe('what floats beside a passage', () => {
  const bounds = { left: 0, top: 0, right: 800, bottom: 600 };
  const row = (top: number) => ({ left: 100, right: 400, top, bottom: top + 24 });

  it('stands above or below as preferred, on the other side where there is no room, and within the bounds', () => {
    const size = { width: 300, height: 40, bounds };
    expect(placeFloating({ ...size, first: row(200), last: row(250), prefer: 'above' }).top).toBe(152);
    expect(placeFloating({ ...size, first: row(200), last: row(250), prefer: 'below' }).top).toBe(282);
    expect(placeFloating({ ...size, first: row(10), last: row(60), prefer: 'above' }).top).toBe(92);
    expect(
      placeFloating({ ...size, first: { ...row(200), left: 700 }, last: row(250), prefer: 'above' }).left,
    ).toBe(492);
  });
});

describe('what is painted again', () => {
  const document = createDocumentText('x'.repeat(1000));
  const painted = new Map(codes.map(({ id, name, path, color }) => [id, { id, name, path, color }]));
  const coding = (id: string, start: number, end: number, createdAt = '2026'): DocumentCoding =>
    ({
      id,
      quotationId: id,
      codeId: 'Power' as CodeId,
      coderId: 'c',
      start,
      end,
      createdAt,
    }) as DocumentCoding;

  /** Stretches of 100 characters that look different. */
  const changed = (before: CodingModel, after: CodingModel) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
      (hundred) =>
        lookOf(before, hundred * 100, hundred * 100 + 100) !==
        lookOf(after, hundred * 100, hundred * 100 + 100),
    );

  it('is where a coding is new, removed or moved, and nothing else', () => {
    const before = createCodingModel(
      document,
      marksOf([coding('a', 0, 10), coding('b', 500, 520), coding('c', 900, 950)]),
      painted,
    );
    const after = createCodingModel(
      document,
      marksOf([coding('a', 0, 10), coding('d', 300, 310), coding('c', 905, 950)]),
      painted,
    );
    expect(changed(before, after)).toEqual([3, 5, 9]);
  });

  it('is nothing where only the counts of codes were answered anew', () => {
    const codings = marksOf([coding('a', 0, 10), coding('b', 5, 15, '2027')]);
    const again = new Map(painted);
    expect(
      changed(createCodingModel(document, codings, painted), createCodingModel(document, codings, again)),
    ).toEqual([]);
  });

  it('is where a code is called or coloured otherwise', () => {
    const before = createCodingModel(document, marksOf([coding('a', 210, 220)]), painted);
    const power = painted.get('Power' as CodeId);
    if (!power) throw new Error('there is no code');
    for (const other of [
      { ...power, name: 'Might' },
      { ...power, color: '#b4562f' },
    ]) {
      const codes = new Map(painted).set(power.id, other);
      expect(changed(before, createCodingModel(document, marksOf([coding('a', 210, 220)]), codes))).toEqual([
        2,
      ]);
    }
  });

  it('orders codings and bare quotations that come mixed', () => {
    const bare = [{ id: 'm', start: 5, end: 90, hasMemo: false } as DocumentQuotation];
    const model = createCodingModel(
      document,
      marksOf([coding('a', 0, 10), coding('b', 5, 95), coding('c', 7, 9)], bare),
      painted,
    );
    expect([0, 1, 2, 3].map((at) => model.id(at))).toEqual(['a', 'b', 'm', 'c']);
  });
});

describe('bare quotations', () => {
  const document = createDocumentText('x'.repeat(1000));
  const painted = new Map(codes.map(({ id, name, path, color }) => [id, { id, name, path, color }]));
  const coding = (id: string, start: number, end: number, createdAt: string): DocumentCoding =>
    ({
      id,
      quotationId: `q${id}`,
      codeId: 'Power' as CodeId,
      coderId: 'c',
      start,
      end,
      createdAt,
    }) as DocumentCoding;
  const bare = (id: string, start: number, end: number, hasMemo = false) =>
    ({ id, start, end, hasMemo }) as DocumentQuotation;
  const place = (model: CodingModel, id: string) => model.placeOf(id) ?? -1;

  it('have a place in text and margin, without a code and without a tint', () => {
    const model = createCodingModel(
      document,
      marksOf([coding('a', 0, 10, '1')], [bare('m', 20, 30, true)]),
      painted,
    );
    const at = place(model, 'm');
    expect(model.coding(at)).toBeUndefined();
    expect(model.code(at)).toBeUndefined();
    expect(model.bare(at)).toMatchObject({ id: 'm', hasMemo: true });
    expect(model.bare(place(model, 'a'))).toBeUndefined();
    expect([model.id(at), model.quotationId(at), model.span(at)]).toEqual(['m', 'm', { start: 20, end: 30 }]);
    expect(model.quotationId(place(model, 'a'))).toBe('qa');
    expect(model.levels.at(at)).toBe(1);
    expect(model.store.at(25)).toEqual([at]);
  });

  it('never change how codings look', () => {
    const codings = [coding('a', 0, 50, '1'), coding('b', 10, 40, '2'), coding('c', 20, 30, '3')];
    const without = createCodingModel(document, marksOf(codings), painted);
    const bares = [bare('m', 0, 60), bare('n', 5, 45, true)];
    const withBare = createCodingModel(document, marksOf(codings, bares), painted);
    for (const { id } of codings)
      expect(withBare.levels.at(place(withBare, id))).toBe(without.levels.at(place(without, id)));
    expect(withBare.levels.at(place(withBare, 'm'))).toBe(3);
    expect(withBare.levels.at(place(withBare, 'n'))).toBe(4);
  });

  it('are painted anew when they get a memo, a code, or go', () => {
    const before = createCodingModel(document, marksOf([], [bare('m', 20, 30), bare('n', 50, 60)]), painted);
    const noted = createCodingModel(
      document,
      marksOf([], [bare('m', 20, 30, true), bare('n', 50, 60)]),
      painted,
    );
    expect(lookOf(noted, 20, 30)).not.toBe(lookOf(before, 20, 30));
    expect(lookOf(noted, 50, 60)).toBe(lookOf(before, 50, 60));
    const coded = createCodingModel(
      document,
      marksOf([coding('a', 50, 60, '1')], [bare('m', 20, 30)]),
      painted,
    );
    expect(lookOf(coded, 50, 60)).not.toBe(lookOf(before, 50, 60));
    expect(lookOf(coded, 20, 30)).toBe(lookOf(before, 20, 30));
  });
});

describe('the quotation at the caret', () => {
  const quotations = [
    { id: 'wide', start: 0, end: 50, hasMemo: false },
    { id: 'narrow', start: 10, end: 20, hasMemo: false },
  ] as DocumentQuotation[];
  const marks = marksOf([], quotations);
  const atCaret = (start: number, end: number, caret: number) =>
    quotations[quotationAtCaret(marks, { start, end }, caret)]?.id;

  it('is the one that is selected, or else the shortest that holds the caret', () => {
    expect(atCaret(0, 50, 50)).toBe('wide');
    expect(atCaret(12, 12, 12)).toBe('narrow');
    expect(atCaret(30, 30, 30)).toBe('wide');
    expect(atCaret(60, 60, 60)).toBeUndefined();
  });
});

describe('the direction of reading', () => {
  const box = (left: number, top = 0) => ({ left, right: left + 10, top, bottom: top + 20 });

  it('is told by the neighbour in the row, else by the paragraph', () => {
    const none = { next: null, previous: null };
    expect(runsRightToLeft(box(50), { next: box(40), previous: box(60) }, false)).toBe(true);
    expect(runsRightToLeft(box(50), { next: box(60), previous: box(40) }, true)).toBe(false);
    // The next character stands in the row below.
    expect(runsRightToLeft(box(50), { next: box(400, 27), previous: box(60) }, false)).toBe(true);
    expect(runsRightToLeft(box(50), none, true)).toBe(true);
    expect(runsRightToLeft(box(50), none, false)).toBe(false);
  });

  it('of a paragraph is that of its first letter', () => {
    expect(isRightToLeft('2004 — שלום, hello')).toBe(true);
    expect(isRightToLeft('“سلام”')).toBe(true);
    expect(isRightToLeft('Hello שלום')).toBe(false);
    expect(isRightToLeft('… 12')).toBe(false);
  });
});
