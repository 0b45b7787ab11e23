import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  damaged,
  pageCount,
  pageSize,
  pagesWith,
  type Rows,
  repaired,
  rowsOf,
  typeOf,
  zeroed,
} from './support/damage';
import { inFolder, makeSample, type Sample, withoutHistory } from './support/sample';

/** All pages and 200 bits instead of a sample, for whoever has the minutes. */
const isLong = process.env.EMIC_SALVAGE_ALL === '1';

// Every damage is a whole repair, an opening and a full check.
vi.setConfig({ testTimeout: isLong ? 3_600_000 : 240_000, hookTimeout: 120_000 });

interface File {
  readonly path: string;
  readonly bytes: Buffer;
  readonly rows: Rows;
}

let sample: Sample;
let full: File;
let bare: File;

beforeAll(async () => {
  sample = await makeSample();
  await sample.driver.engine.close();
  const barePath = inFolder(sample.driver, 'bare.emic');
  await withoutHistory(sample.path, barePath);
  const read = async (path: string) => ({ path, bytes: readFileSync(path), rows: await rowsOf(path) });
  [full, bare] = [await read(sample.path), await read(barePath)];
});
afterAll(() => sample.driver.end());

const repair = async (file: File, change: (bytes: Buffer) => Buffer) => {
  const path = damaged(file.path, `${file.path}.damaged`, change);
  try {
    return await repaired(path);
  } finally {
    rmSync(path);
  }
};

const live = ({ source_text: _, ...rows }: Rows) => rows;
const ids = (rows: readonly Record<string, unknown>[]) => new Set(rows.map(({ id }) => id as string));
const isWithin = (part: Set<string>, whole: Set<string>) => [...part].every((id) => whole.has(id));

const homes = new Map<Record<string, unknown>, number[]>();

/** Pages on which a row's own bytes lie, in the order of its columns. */
function homeOf(file: File, row: Record<string, unknown>): number[] {
  const known = homes.get(row);
  if (known) return known;
  const texts = Object.values(row).slice(0, 3);
  const pages = pagesWith(file.bytes, texts.filter((value) => typeof value === 'string').join(''));
  homes.set(row, pages);
  return pages;
}

/** As many pages of a type as asked for, evenly from all of them. */
function pagesOfType(file: File, type: number, count: number): number[] {
  const pages = Array.from({ length: pageCount(file.bytes) }, (_, index) => index + 1);
  const fitting = pages.filter((page) => typeOf(file.bytes, page) === type);
  const step = isLong ? 1 : Math.max(1, Math.floor(fitting.length / count));
  return fitting.filter((_, index) => index % step === 0);
}

describe('RP repairing a damaged project', () => {
  it('RP1 makes an equal project of one that is not damaged', async () => {
    for (const file of [full, bare]) {
      const { report, rows } = await repair(file, (bytes) => bytes);
      expect(rows).toEqual(file.rows);
      expect(report).toMatchObject({ isHistoryKept: true, lost: [], mended: [] });
      expect(report.saved).toMatchObject({ documents: 30, codes: 60, memos: 30, coders: 2 });
      expect(report.saved.codings).toBeGreaterThan(1500);
    }
  });

  it.each([
    ['the first page', [1]],
    ['the header alone', 'header'],
  ] as const)('RP2 needs no root: all is there without %s', async (_, what) => {
    for (const file of [full, bare]) {
      const { report, rows } = await repair(file, (bytes) => {
        return what === 'header' ? bytes.fill(0x7f, 0, 100) : zeroed(bytes, 1);
      });
      expect(rows).toEqual(file.rows);
      expect(report).toMatchObject({ isHistoryKept: true, lost: [] });
    }
  });

  it('RP3 gives back to the letter what a destroyed page inside a tree or an index led to', async () => {
    for (const page of [
      ...pagesOfType(full, 5, 3),
      ...pagesOfType(full, 2, 1),
      ...pagesOfType(full, 10, 2),
    ]) {
      const { report, rows } = await repair(full, (bytes) => zeroed(bytes, page));
      expect(rows, `page ${page}`).toEqual(full.rows);
      expect(report, `page ${page}`).toMatchObject({ isHistoryKept: true, lost: [] });
    }
  });

  it('RP4 takes rows whose page is destroyed from the history, and the rows where the history is', async () => {
    const homes = (['source', 'code', 'quotation', 'coding', 'memo'] as const).map((table) => ({
      table,
      // The same values stand in the pages of indexes.
      page: homeOf(full, full.rows[table][3] ?? {}).find((page) => typeOf(full.bytes, page) === 13) ?? 0,
    }));
    for (const { table, page } of homes) {
      expect(typeOf(full.bytes, page), table).toBe(13);
      const { report, rows } = await repair(full, (bytes) => zeroed(bytes, page));
      expect(live(rows), table).toEqual(live(full.rows));
      expect(
        report.lost.filter((line) => !line.includes('history')),
        table,
      ).toEqual([]);
    }
    const [entry] = pagesWith(full.bytes, 'history.redo');
    const { report, rows } = await repair(full, (bytes) => zeroed(bytes, entry ?? 1));
    expect(live(rows)).toEqual(live(full.rows));
    expect(report.isHistoryKept).toBe(false);
    expect(report.lost).toEqual([
      'The history is damaged and did not come along: what was done before can no longer be undone.',
    ]);
  });

  it('RP4 finds the one damaged character of an entry by its digest', async () => {
    const at = full.bytes.indexOf('history.redo');
    for (const [place, bit] of [
      [at + 3, 0],
      [at + 5, 7],
    ] as const) {
      const { report, rows } = await repair(full, (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        return bytes;
      });
      expect(rows).toEqual(full.rows);
      expect(report).toMatchObject({
        isHistoryKept: true,
        lost: [],
        mended: ['An entry of the history was damaged and could be put right to the letter.'],
      });
    }
  });

  it('RP5 without a history keeps every row of every other page, and from the indexes more', async () => {
    for (const page of pagesOfType(bare, 13, 8)) {
      const { rows } = await repair(bare, (bytes) => zeroed(bytes, page));
      for (const table of [
        'coder',
        'source_folder',
        'source',
        'code',
        'quotation',
        'coding',
        'memo',
      ] as const) {
        const elsewhere = bare.rows[table].filter((row) => !homeOf(bare, row).includes(page));
        expect(isWithin(ids(elsewhere), ids(rows[table])), `${table}, page ${page}`).toBe(true);
      }
      for (const table of ['quotation', 'coding', 'code', 'source'] as const) {
        expect(ids(rows[table]), `${table}, page ${page}`).toEqual(ids(bare.rows[table]));
      }
    }
  });

  it('RP6 keeps a damaged text in its length, so that every quotation stays at its place', async () => {
    const overflow = pagesOfType(bare, 0, 4);
    expect(overflow.length).toBeGreaterThan(2);
    for (const page of overflow) {
      const { report, rows } = await repair(bare, (bytes) => zeroed(bytes, page));
      expect(report.lost.join()).toMatch(
        /^The text of “Interview \d+” is damaged; it was kept as far as it can be read/,
      );
      expect(rows.quotation, `page ${page}`).toEqual(bare.rows.quotation);
      expect(rows.source.map(({ characters }) => characters)).toEqual(
        bare.rows.source.map(({ characters }) => characters),
      );
    }
  });

  it('RP7 saves what lies before the cut of a truncated file', async () => {
    const lengths = [0.05, 0.3, 0.6, 0.9, 0.999].map((share) => Math.floor(full.bytes.length * share));
    for (const file of [full, bare]) {
      for (const length of isLong ? lengths.flatMap((each) => [each, each + 511]) : lengths) {
        if (length > file.bytes.length) continue;
        const path = damaged(file.path, `${file.path}.cut`, (bytes) => bytes);
        truncateSync(path, length);
        const { report, rows } = await repaired(path);
        const whole = Math.floor(length / pageSize);
        const before = file.rows.code.filter((row) => homeOf(file, row).every((page) => page <= whole));
        expect(isWithin(ids(before), ids(rows.code)), `${length} bytes`).toBe(true);
        const marked = file.rows.quotation.filter((row) => homeOf(file, row).every((page) => page <= whole));
        expect(isWithin(ids(marked), ids(rows.quotation)), `${length} bytes`).toBe(true);
        expect(report.lost.join()).toContain('The end of the file is missing');
      }
    }
  });

  it('RP8 survives pages of garbage, and invents nothing', async () => {
    let state = 99;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 8;
    };
    for (const share of isLong ? [20, 20, 20, 7, 7, 3] : [20, 7, 3]) {
      const { rows } = await repair(full, (bytes) => {
        for (let page = 1; page <= pageCount(bytes); page += 1) {
          if (next() % share !== 0) continue;
          for (let at = (page - 1) * pageSize; at < page * pageSize; at += 1) bytes[at] = next();
        }
        return bytes;
      });
      for (const table of ['quotation', 'coding'] as const) {
        expect(isWithin(ids(rows[table]), ids(full.rows[table])), table).toBe(true);
      }
      expect(rows.coding.length).toBeGreaterThan(0);
    }
  });

  it('RP9 puts one flipped bit right nearly everywhere, and is sound everywhere', async () => {
    const count = isLong ? 200 : 24;
    let exact = 0;
    const kinds: string[] = [];
    for (let flip = 0; flip < count; flip += 1) {
      const file = flip % 2 === 0 ? full : bare;
      const at = Math.floor(((flip + 0.37) / count) * file.bytes.length);
      const { report, rows } = await repair(file, (bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
        return bytes;
      });
      const isExact = JSON.stringify(live(rows)) === JSON.stringify(live(file.rows));
      if (isExact) exact += 1;
      // What is not as it was, is told.
      else expect([...report.lost, ...report.mended], `bit ${flip % 8} of byte ${at}`).not.toEqual([]);
      for (const table of ['source', 'code', 'quotation', 'coding'] as const) {
        const missing = file.rows[table].length - rows[table].length;
        expect(missing, `${table}, bit ${flip % 8} of byte ${at}`).toBeLessThanOrEqual(1);
      }
      if (!isExact) kinds.push(`${flip % 8}@${at} ${report.lost.join(' ')} ${report.mended.join(' ')}`);
    }
    if (isLong) console.info(`${exact} of ${count} exact\n${kinds.join('\n')}`);
    expect(exact).toBeGreaterThan(count * 0.75);
  });
});
