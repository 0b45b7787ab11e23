import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/contract/commands';
import { openDatabase, type ReadableDatabase } from '../../src/storage/sqlite';
import { type Driver, newDriver, testPlatform } from './support/driver';
import { createDice } from './support/walk/dice';
import { expectLawsHold, expectMatrixByHand } from './support/walk/laws';
import { createMoves, walkFiles } from './support/walk/moves';
import { type RawProject, readRaw } from './support/walk/raw-project';

/**
 * A walk by chance over every command, good and bad arguments, with undo, redo, reopening and other coders. After
 * each step the laws are checked against the rows in the file, and after each undo and redo the whole file's dump
 * against the one of then. `EMIC_WALK_STEPS=10000` walks longer, `EMIC_WALK_SEED=…` walks a failed walk again.
 */
const steps = Number(process.env.EMIC_WALK_STEPS ?? 250);
const seeds = process.env.EMIC_WALK_SEED ? [Number(process.env.EMIC_WALK_SEED)] : [1, 2, 3];

/** How often a command is chosen; 2 where nothing is said. More is made than deleted, or little would ever be there. */
const weights: Partial<Record<string, number>> = {
  'source.import': 4,
  'source.delete': 1,
  'code.create': 5,
  'code.delete': 1,
  'coding.apply': 18,
  'coding.applyMany': 6,
  'quotation.create': 3,
  'quotation.delete': 1,
  'memo.write': 8,
  'quotation.resize': 4,
  'history.restore': 1,
  'history.revert': 8,
  'history.explain': 1,
};

interface Walk {
  driver: Driver;
  reader: ReadableDatabase;
  raw: RawProject;
  /** Dumps before each step that can be undone, oldest first. */
  readonly past: string[];
  /** Dumps after each step that can be redone, the next one last. */
  future: string[];
  /** Dumps right after each entry of the history. */
  readonly after: Map<number, string>;
  /** Quotations made without a code. */
  readonly marked: Set<string>;
}

describe('RW the random walk', () => {
  let walk: Walk | undefined;
  afterEach(async () => {
    walk?.reader.close();
    await walk?.driver.end();
    walk = undefined;
  });

  for (const seed of seeds) {
    it(`RW1 keeps every law for ${steps} steps of seed ${seed}`, {
      timeout: 60_000 + steps * 200,
    }, async () => {
      const dice = createDice(seed);
      const first = await newDriver();
      const moves = createMoves(walkFiles(first));
      const names = (Object.keys(moves) as (keyof typeof moves)[]).flatMap((name) =>
        Array.from({ length: weights[name] ?? 2 }, () => name),
      );
      const current = await begin(first);
      walk = current;
      const trail: string[] = [];
      try {
        for (let step = 1; step <= steps; step += 1) {
          const chance = dice.number(100);
          // A project that has grown large makes each step slow; undoing shrinks it.
          const isLarge = current.raw.rows.coding.length > 150 || current.raw.rows.source.length > 20;
          if (chance < (isLarge ? 50 : 14)) await travel(current, 'undo', trail);
          else if (chance < (isLarge ? 55 : 24)) await travel(current, 'redo', trail);
          else if (chance < (isLarge ? 56 : 26)) await reopen(current, trail);
          else if (chance < (isLarge ? 58 : 29)) {
            const name = dice.of(['Robin', 'Kim', 'Alex']) ?? '';
            trail.push(`session.setCoder ${name}`);
            await current.driver.run('session.setCoder', { name });
          } else {
            const name = dice.of(names) ?? 'code.create';
            const args = moves[name]({ dice, raw: current.raw, driver: current.driver });
            trail.push(`${name} ${JSON.stringify(args)}`);
            await change(current, name, args);
          }
          await expectLawsHold(current.driver, current.raw, current.marked);
          if (step % 25 === 0) await expectMatrixByHand(current.driver, current.raw);
          if (step % 50 === 0) expect((await current.driver.run('project.check', {})).problems).toEqual([]);
        }
        while (current.past.length > 0) await travel(current, 'undo', trail);
        while (current.future.length > 0) await travel(current, 'redo', trail);
        expect((await current.driver.run('project.check', {})).problems).toEqual([]);
        if (process.env.EMIC_WALK_STEPS) console.log(summaryOf(seed, trail));
      } catch (error) {
        console.error(`seed ${seed}, step ${trail.length}; the last steps:\n${trail.slice(-8).join('\n')}`);
        throw error;
      }
    });
  }

  it('RW2 knows every command that changes the project', () => {
    const changes = Object.entries(commands).flatMap(([name, { kind }]) => (kind === 'change' ? [name] : []));
    expect(
      ['history.redo', 'history.undo', ...Object.keys(createMoves({ good: [], bad: [] }))].sort(),
    ).toEqual(changes.sort());
  });
});

/** What was walked, at the end all the way back and forth again. */
function summaryOf(seed: number, trail: readonly string[]): string {
  const count = (word: string) => trail.filter((step) => step.split(' ')[0] === word).length;
  const [undos, redos, reopenings] = [count('undo'), count('redo'), count('reopen')];
  const others = trail.length - undos - redos - reopenings;
  return `seed ${seed}: ${others} other commands, ${undos} undos, ${redos} redos, ${reopenings} reopenings, every law kept`;
}

async function begin(driver: Driver): Promise<Walk> {
  const reader = await openReader(driver);
  const raw = readRaw(reader);
  return { driver, reader, raw, past: [], future: [], after: new Map([[0, raw.dump]]), marked: new Set() };
}

async function openReader(driver: Driver): Promise<ReadableDatabase> {
  const platform = testPlatform();
  const runtime = await platform.loadSqlite();
  return openDatabase({ path: driver.path, runtime, files: platform.files, mode: 'read' });
}

async function change(walk: Walk, name: string, args: object): Promise<void> {
  const before = walk.raw;
  const result = await walk.driver.engine.run(name, args);
  walk.raw = readRaw(walk.reader);
  remember(walk, before);
  const more = inForce(walk.raw) - inForce(before);
  if (!result.ok) {
    expect(result.error.kind, result.error.detail).not.toBe('bug');
    expect(result.error.message).toMatch(/\S.*[.!?]$/su);
    expect(walk.raw.dump).toBe(before.dump);
    expect(walk.raw.changeSets).toEqual(before.changeSets);
    return;
  }
  if (name === 'history.restore') {
    expect(walk.raw.dump).toBe(walk.after.get((args as { sequence: number }).sequence));
  }
  if (name === 'quotation.create') walk.marked.add((result.value as { id: string }).id);
  const target = (args as { target?: { kind: string; id: string } }).target;
  // A quotation outlives its memo: the next words typed still need it.
  if (name === 'memo.write' && target?.kind === 'quotation') walk.marked.add(target.id);
  if (more === 1) {
    walk.past.push(before.dump);
    walk.future = [];
  } else if (more === -1) {
    // A memo that was written and taken away again in one go.
    expect(walk.raw.dump).toBe(walk.past.pop());
  } else if (walk.raw.dump !== before.dump) {
    expect(name, 'only typing joins the step before').toBe('memo.write');
  }
}

/** Steps that undo could take back. */
function inForce({ changeSets }: RawProject): number {
  return changeSets.filter(({ kind, state }) => kind === 'change' && state === 'done').length;
}

/** Joining and making room for a coder's name are entries before the step's own, and change nothing else. */
function remember(walk: Walk, before: RawProject): void {
  const [from, to] = [before.changeSets.length, walk.raw.changeSets.length];
  for (let sequence = from + 1; sequence < to; sequence += 1) walk.after.set(sequence, before.dump);
  walk.after.set(to, walk.raw.dump);
}

async function travel(walk: Walk, way: 'undo' | 'redo', trail: string[]): Promise<void> {
  trail.push(way);
  const before = walk.raw;
  const [from, to] = way === 'undo' ? [walk.past, walk.future] : [walk.future, walk.past];
  const state = await walk.driver.query('session.state', {});
  const expected = from.pop();
  const result = await walk.driver.engine.run(`history.${way}`, {});
  walk.raw = readRaw(walk.reader);
  remember(walk, before);
  if (expected === undefined) {
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    return;
  }
  expect(result).toMatchObject({ ok: true });
  if (state.state === 'open' && result.ok) expect(result.value).toEqual({ label: state[way] });
  expect(walk.raw.dump).toBe(expected);
  to.push(before.dump);
}

async function reopen(walk: Walk, trail: string[]): Promise<void> {
  trail.push('reopen');
  walk.reader.close();
  walk.driver = await walk.driver.reopen();
  walk.reader = await openReader(walk.driver);
}
