import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../src/core/result';
import { digestOf, openReader } from '../crash/state';
import { type Driver, driverOn, newDriver } from './support/driver';
import { createDice } from './support/walk/dice';
import { createMoves, walkFiles } from './support/walk/moves';
import { readRaw } from './support/walk/raw-project';

/**
 * SQLite has no page checksums: whether one flipped bit is seen depends on where it falls. Here it falls in 200 places
 * over all kinds of pages, and on every byte of the header. `EMIC_FLIPS=5000` tries more places, `EMIC_FLIP_SEED` others.
 */
const places = Number(process.env.EMIC_FLIPS ?? 200);
const seed = Number(process.env.EMIC_FLIP_SEED ?? 2026);
const HEADER = 100;

/** A `bug` is an answer without a reason: it tells the researcher nothing. */
type Outcome = 'refused' | 'reported' | 'harmless' | 'unseen' | 'bug';

interface Flip {
  readonly offset: number;
  readonly bit: number;
}

describe('FB one flipped bit', () => {
  let driver: Driver;
  let pristine: Buffer;
  let digest = '';

  beforeAll(async () => {
    driver = await newDriver();
    await makeProject(driver);
    await driver.engine.close();
    pristine = fs.readFileSync(driver.path);
    digest = await digestAt(driver.path);
  }, 60_000);
  afterAll(() => driver.end());

  it(
    `FB1 in ${places} places and in every byte of the header is refused, reported, or changes nothing`,
    async () => {
      const dice = createDice(seed);
      const flips: Flip[] = [
        ...Array.from({ length: places }, () => ({
          offset: dice.number(pristine.length),
          bit: dice.number(8),
        })),
        ...Array.from({ length: HEADER }, (_, offset) => ({ offset, bit: dice.number(8) })),
      ];
      const counts: Record<Outcome, number> = { refused: 0, reported: 0, harmless: 0, unseen: 0, bug: 0 };
      const kinds = new Set<string>();
      const unseen: string[] = [];
      for (const [index, flip] of flips.entries()) {
        const path = join(driver.folder, `flipped ${index}.emic`);
        const outcome = await tryFlip(path, flip);
        counts[outcome] += 1;
        kinds.add(pageKind(pristine, flip.offset));
        if (outcome === 'unseen' || outcome === 'bug')
          unseen.push(`${outcome}: ${await describeFlip(path, flip)}`);
        fs.rmSync(path, { force: true });
      }
      console.log(`${flips.length} flips: ${JSON.stringify(counts)}, in pages of ${[...kinds].join(', ')}`);
      expect(unseen).toEqual([]);
      expect(counts.refused).toBeGreaterThan(5);
      expect(counts.reported).toBeGreaterThan(places / 10);
      expect(kinds.size).toBeGreaterThan(4);
    },
    300_000 + places * 500,
  );

  async function tryFlip(path: string, flip: Flip): Promise<Outcome> {
    const { offset, bit } = flip;
    const bytes = Buffer.from(pristine);
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
    fs.writeFileSync(path, bytes);
    const other = driverOn(driver.folder, path);
    try {
      await other.run('session.setCoder', { name: 'Robin' });
      const opened = await other.engine.run('project.open', { path });
      if (!opened.ok) return expectSentence(opened.error, flip);
      const checked = await other.engine.run('project.check', {});
      if (!checked.ok) return expectSentence(checked.error, flip);
      if (checked.value.problems.length > 0) return 'reported';
      return (await digestAt(path).catch(() => '')) === digest ? 'harmless' : 'unseen';
    } finally {
      await other.engine.close();
    }
  }

  function expectSentence(error: AppError, { offset, bit }: Flip): Outcome {
    if (error.kind === 'bug') return 'bug';
    expect(error.message, `offset ${offset}, bit ${bit}`).toMatch(/^\S.*\.$/su);
    return 'refused';
  }

  /** Where it fell and what differs, for the one who mends the check. */
  async function describeFlip(path: string, { offset, bit }: Flip): Promise<string> {
    const where = `offset ${offset}, bit ${bit} (${pageKind(pristine, offset)})`;
    try {
      const [before, after] = [await rowsAt(driver.path), await rowsAt(path)];
      const names = new Set([...before.keys(), ...after.keys()]);
      const different = [...names].flatMap((name) => {
        const [ours, theirs] = [before.get(name) ?? [], after.get(name) ?? []];
        return theirs.filter((row) => !ours.includes(row)).map((row) => `${name}: ${row.slice(0, 300)}`);
      });
      return `${where}: ${different.slice(0, 2).join(' / ') || 'rows are missing'}`;
    } catch (error) {
      return `${where}: ${error}`;
    }
  }
});

/** Documents of several pages, codes, memos, a history with undone branches, and free pages. */
async function makeProject(driver: Driver): Promise<void> {
  const dice = createDice(1);
  const files = walkFiles(driver);
  const long = driver.file('long.txt', 'Grüße: money moves parties. '.repeat(700));
  await driver.run('source.import', { paths: [long, ...files.good] });
  const moves = createMoves(files);
  const names = Object.keys(moves) as (keyof typeof moves)[];
  const busy: (keyof typeof moves)[] = ['coding.apply', 'coding.apply', 'code.create', 'memo.write'];
  for (let step = 0; step < 160; step += 1) {
    const reader = await openReader(driver.path);
    const raw = readRaw(reader);
    reader.close();
    const name = dice.of(dice.once(2) ? busy : names) ?? 'code.create';
    if (name === 'source.delete' && raw.rows.source.length < 5) continue;
    await driver.engine.run(name, moves[name]({ dice, raw, driver }));
    if (dice.once(8)) await driver.engine.run('history.undo', {});
    if (dice.once(16)) await driver.engine.run('history.redo', {});
  }
  // Typed and taken away again in one go: the only rows of the history that are ever removed leave pages free.
  const target = { kind: 'project' as const };
  await driver.run('code.create', { name: 'before the typing' });
  await driver.run('memo.write', { target, text: 'typed '.repeat(9_000) });
  await driver.run('memo.write', { target, text: 'gone' });
}

async function digestAt(path: string): Promise<string> {
  const reader = await openReader(path);
  try {
    return digestOf(reader);
  } finally {
    reader.close();
  }
}

async function rowsAt(path: string): Promise<Map<string, string[]>> {
  const reader = await openReader(path);
  try {
    const schema = reader.prepare('SELECT type, name, sql FROM sqlite_schema').allArrays<string[]>();
    const tables = schema.filter(([type]) => type === 'table').map(([, name]) => String(name));
    return new Map([
      ['schema', schema.map((row) => JSON.stringify(row))],
      ...tables.map((name): [string, string[]] => [
        name,
        reader
          .prepare(`SELECT * FROM "${name}"`)
          .allObjects()
          .map((row) => JSON.stringify(row)),
      ]),
    ]);
  } finally {
    reader.close();
  }
}

/** What kind of page an offset lies on, by the page's first byte; free and overflow pages have none. */
function pageKind(bytes: Uint8Array, offset: number): string {
  if (offset < HEADER) return 'the header';
  const size = ((bytes[16] ?? 0) << 8) | (bytes[17] ?? 0);
  const page = Math.floor(offset / size);
  const kind = bytes[page * size + (page === 0 ? HEADER : 0)];
  switch (kind) {
    case 2:
      return 'an index’s inside';
    case 5:
      return 'a table’s inside';
    case 10:
      return 'an index’s leaves';
    case 13:
      return page === 0 ? 'the schema' : 'a table’s leaves';
    default:
      return 'long texts or nothing';
  }
}
