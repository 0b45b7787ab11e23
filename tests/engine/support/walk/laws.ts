import { expect } from 'vitest';
import type { SqlRow } from '../../../../src/storage/sqlite';
import type { Driver } from '../driver';
import type { RawProject } from './raw-project';

/** What must hold of a project at every moment, computed anew from its rows by the simplest means. */
export async function expectLawsHold(
  driver: Driver,
  raw: RawProject,
  marked: ReadonlySet<string>,
): Promise<void> {
  await expectCounts(driver, raw);
  expectAnchors(raw, marked);
  expectOrder(raw);
  expectHistory(raw);
}

async function expectCounts(driver: Driver, { rows }: RawProject): Promise<void> {
  const state = await driver.query('session.state', {});
  expect(state).toMatchObject({
    state: 'open',
    counts: {
      documents: rows.source.length,
      codes: rows.code.length,
      quotations: rows.quotation.length,
      codings: rows.coding.length,
      memos: rows.memo.length,
    },
    project: { revision: rows.project[0]?.revision },
  });
  const quotations = new Map(rows.quotation.map((quotation) => [quotation.id, quotation]));
  const codingsOf = (codeId: unknown) => rows.coding.filter(({ code_id }) => code_id === codeId);
  const below = (codeId: unknown): unknown[] =>
    rows.code.flatMap(({ id, parent_id }) => (parent_id === codeId ? [id, ...below(id)] : []));
  const tree = await driver.query('codes.tree', {});
  expect(
    tree.map(({ id, codings, quotations, documents, codingsWithSubcodes }) => ({
      id,
      codings,
      quotations,
      documents,
      codingsWithSubcodes,
    })),
  ).toEqual(
    tree.map(({ id }) => {
      const own = codingsOf(id);
      const at = new Set(own.map(({ quotation_id }) => quotation_id));
      return {
        id,
        codings: own.length,
        quotations: at.size,
        documents: new Set([...at].map((quotation) => quotations.get(quotation)?.source_id)).size,
        codingsWithSubcodes: [id, ...below(id)].reduce<number>(
          (sum, code) => sum + codingsOf(code).length,
          0,
        ),
      };
    }),
  );
  expect(tree.map(({ id }) => id).sort()).toEqual(rows.code.map(({ id }) => id));
  const { sources } = await driver.query('sources.tree', {});
  expect(sources.map(({ id, quotations, codings }) => ({ id, quotations, codings }))).toEqual(
    sources.map(({ id }) => {
      const own = rows.quotation.filter(({ source_id }) => source_id === id).map((quotation) => quotation.id);
      const codings = rows.coding.filter(({ quotation_id }) => own.includes(quotation_id));
      return { id, quotations: own.length, codings: codings.length };
    }),
  );
  const coders = await driver.query('coders.list', {});
  expect(coders.map(({ id, codings }) => ({ id, codings }))).toEqual(
    coders.map(({ id }) => ({
      id,
      codings: rows.coding.filter(({ coder_id }) => coder_id === id).length,
    })),
  );
}

function expectAnchors({ rows, texts }: RawProject, marked: ReadonlySet<string>): void {
  const characters = new Map([...texts].map(([id, text]) => [id, Array.from(text)]));
  const inUse = new Set([...rows.coding, ...rows.memo].map(({ quotation_id }) => quotation_id));
  for (const quotation of rows.quotation) {
    const text = characters.get(String(quotation.source_id)) ?? [];
    const [start, end] = [Number(quotation.start_position), Number(quotation.end_position)];
    expect(quotation).toMatchObject({
      text: text.slice(start, end).join(''),
      text_before: text.slice(Math.max(0, start - 32), start).join(''),
      text_after: text.slice(end, end + 32).join(''),
    });
    if (!inUse.has(quotation.id))
      expect(marked, 'a quotation with neither code nor memo').toContain(quotation.id);
  }
  const folders = new Set(rows.code.filter(({ is_codable }) => is_codable === 0).map(({ id }) => id));
  expect(rows.coding.filter(({ code_id }) => folders.has(code_id))).toEqual([]);
  for (const source of rows.source) expect(source.characters).toBe(characters.get(String(source.id))?.length);
}

function expectOrder({ rows }: RawProject): void {
  const isApart = (siblings: readonly (readonly [parent: unknown, value: unknown])[]) =>
    expect(new Set(siblings.map((sibling) => JSON.stringify(sibling))).size).toBe(siblings.length);
  isApart(rows.code.map(({ parent_id, name }) => [parent_id, String(name).normalize('NFC')]));
  isApart(rows.code.map(({ parent_id, position }) => [parent_id, position]));
  isApart([
    ...rows.source.map(({ folder_id, position }) => [folder_id, position] as const),
    ...rows.source_folder.map(({ parent_id, position }) => [parent_id, position] as const),
  ]);
  isApart(rows.source.map(({ name }) => [null, name]));
  for (const { name } of [...rows.code, ...rows.source, ...rows.source_folder, ...rows.coder]) {
    expect(name).toMatch(/^\S(.*\S)?$/su);
    expect(name).not.toMatch(/[\n\0\p{Surrogate}]/u);
  }
}

function expectHistory({ changeSets, rows }: RawProject): void {
  expect(changeSets.map(({ sequence }) => sequence)).toEqual(changeSets.map((_, index) => index + 1));
  const revisions = changeSets.map(({ revision }) => Number(revision));
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  expect(Number(rows.project[0]?.revision)).toBeGreaterThanOrEqual(revisions.at(-1) ?? 0);
}

/** Overlaps counted pair by pair, coding with coding (CO4, CO7 *pooled*). */
export async function expectMatrixByHand(driver: Driver, { rows }: RawProject): Promise<void> {
  const quotations = new Map(rows.quotation.map((quotation) => [quotation.id, quotation]));
  const spans = rows.coding.flatMap(({ code_id, quotation_id }) => {
    const at = quotations.get(quotation_id);
    return at ? [{ code: code_id, at }] : [];
  });
  const meet = (a: SqlRow, b: SqlRow) =>
    a.source_id === b.source_id &&
    Number(a.start_position) < Number(b.end_position) &&
    Number(b.start_position) < Number(a.end_position);
  const { result, codes } = await driver.query('cooccurrence.matrix', {
    relation: { kind: 'overlaps' },
    count: 'pairs',
    coders: 'pooled',
    withSubcodes: false,
  });
  const expected = codes.flatMap((row) =>
    codes.map((column) => {
      const own = spans.filter(({ code }) => code === row.id);
      if (row.id === column.id) return own.length;
      const others = spans.filter(({ code }) => code === column.id);
      return own.reduce((sum, a) => sum + others.filter((b) => meet(a.at, b.at)).length, 0);
    }),
  );
  expect(Array.from(result.counts)).toEqual(expected);
}
