/**
 * Processes racing for one project file: in each round all open it at the same moment. One may write, the others are
 * told by whom; what it acknowledges is there, whole, at the end. Every third round the writer is killed, so that the
 * next race is for a lock that nobody holds any more.
 *
 * This file is both sides: started with `contend` it is one of the racing processes.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createEngine } from '../../src/engine';
import { createNodePlatform } from '../../src/platform/node-platform';
import { wasmDirectory } from '../engine/support/driver';

export interface RaceOptions {
  readonly rounds: number;
  readonly contenders: number;
  /** An empty folder. */
  readonly folder: string;
  /** This file, bundled for plain Node. */
  readonly script: string;
  readonly onRound?: (round: number) => void;
}

export interface RaceReport {
  readonly rounds: number;
  /** Changes that were acknowledged, and are there. */
  readonly acknowledged: number;
  /** Rounds that began with the lock of a killed writer. */
  readonly stale: number;
  /** How often a process other than the writer tried to write. */
  readonly refused: number;
  /** How often a reader found the writer at its commit for more than two seconds, on a machine under load. */
  readonly busy: number;
  readonly wins: readonly number[];
  readonly problems: readonly string[];
}

type Order =
  | { readonly type: 'race'; readonly path: string; readonly round: number; readonly at: number }
  | { readonly type: 'leave' };

interface Raced {
  readonly isWriter: boolean;
  /** Whom this process was told to wait for. */
  readonly holder: string | null;
  readonly acknowledged: readonly string[];
  readonly refused: number;
  readonly busy: number;
  readonly problems: readonly string[];
}

const edits = 3;
/** Milliseconds until all start at once. */
const headStart = 15;

export async function race(options: RaceOptions): Promise<RaceReport> {
  const { rounds, contenders, folder, script } = options;
  const path = join(folder, 'race.emic');
  const judge = createEngine(newPlatform());
  await must(judge.run('session.setCoder', { name: 'Judge' }));
  await must(judge.run('project.create', { path }));
  await must(judge.run('project.close', {}));
  const children = Array.from({ length: contenders }, (_, index) => start(script, index));
  const problems: string[] = [];
  const expected: string[] = [];
  const wins = Array.from({ length: contenders }, () => 0);
  let [stale, refused, busy] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const isStale = existsSync(join(folder, '.race.emic.lock'));
    if (isStale) stale += 1;
    const at = Date.now() + headStart;
    const raced = await Promise.all(
      children.map((child) => ask<Raced>(child, { type: 'race', path, round, at })),
    );
    const winners = raced.flatMap(({ isWriter }, index) => (isWriter ? [index] : []));
    const [winner = -1] = winners;
    if (winners.length !== 1) problems.push(`round ${round}: ${winners.length} writers`);
    raced.forEach((result, index) => {
      expected.push(...result.acknowledged);
      refused += result.refused;
      busy += result.busy;
      problems.push(...result.problems.map((problem) => `round ${round}, ${index}: ${problem}`));
      if (index !== winner && result.holder !== nameOf(winner))
        problems.push(`round ${round}: ${index} was told of ${result.holder}, not of ${nameOf(winner)}`);
    });
    if (winner >= 0) wins[winner] = (wins[winner] ?? 0) + 1;
    const killed = round % 3 === 2 ? winner : -1;
    await Promise.all(
      children.map(async (child, index) => {
        if (index !== killed) await ask(child, { type: 'leave' });
        else {
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGKILL');
          await ended;
          children[index] = start(script, index);
        }
      }),
    );
    problems.push(...(await lookAt(path, expected)).map((problem) => `round ${round}: ${problem}`));
    options.onRound?.(round);
  }
  for (const child of children) child.disconnect();
  await judge.close();
  return { rounds, acknowledged: expected.length, stale, refused, busy, wins, problems };
}

/** The long trial, told on standard output; false when anything went wrong. */
export async function tryRace(into: string): Promise<boolean> {
  const folder = join(into, 'race');
  mkdirSync(folder);
  const startedAt = performance.now();
  const report = await race({
    rounds: 200,
    contenders: 4,
    folder,
    script: join(dirname(process.argv[1] ?? ''), 'race.cjs'),
    onRound: (round) => {
      if (round % 50 === 49) console.log(`  ${round + 1} races`);
    },
  });
  for (const problem of report.problems) console.log(problem);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `${report.rounds} races of 4 processes: ${report.problems.length} bad; ${report.acknowledged} changes acknowledged, ` +
      `${report.refused} refused, ${report.busy} readings put off, ${report.stale} for the lock of a killed writer, won ${report.wins.join(', ')} times (${seconds} s)`,
  );
  return report.problems.length === 0;
}

/** What is wrong with the file, to a reader who takes no lock. */
async function lookAt(path: string, expected: readonly string[]): Promise<string[]> {
  const reader = createEngine(newPlatform());
  try {
    await must(reader.run('project.open', { path, readOnly: true }));
    const codes = (await must(reader.query('codes.tree', {}))).map(({ name }) => name);
    const known = new Set(codes);
    const lost = expected.filter((name) => !known.has(name)).map((name) => `${name} is lost`);
    const extra = codes.length - expected.length;
    const { problems } = await must(reader.run('project.check', {}));
    return [...lost, ...(extra === 0 ? [] : [`${extra} too many`]), ...problems];
  } catch (error) {
    return [String(error)];
  } finally {
    await reader.close();
  }
}

function start(script: string, index: number): ChildProcess {
  return fork(script, ['contend', String(index)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

function ask<T>(child: ChildProcess, order: Order): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('a racing process ended by itself'));
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as T);
    });
    child.send(order);
  });
}

function newPlatform() {
  return createNodePlatform({ wasmDirectory, appVersion: '0.0.0-race' });
}

async function must<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value;
}

function nameOf(index: number): string {
  return `contender ${index}`;
}

async function contend(index: number): Promise<void> {
  const engine = createEngine(newPlatform());
  await must(engine.run('session.setCoder', { name: nameOf(index) }));
  const run = async (order: Extract<Order, { type: 'race' }>): Promise<Raced> => {
    const { path, round, at } = order;
    while (Date.now() < at) await new Promise((resolve) => setImmediate(resolve));
    let [refused, busy] = [0, 0];
    let opened = await engine.run('project.open', { path });
    for (; !opened.ok && opened.error.kind === 'conflict' && busy < 5; busy += 1) {
      opened = await engine.run('project.open', { path });
    }
    if (!opened.ok) throw new Error(opened.error.message);
    const state = opened.value;
    if (state.state !== 'open') throw new Error('not open');
    const isWriter = state.readOnly === null;
    const acknowledged: string[] = [];
    const problems: string[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const name = `${round}.${index}.${edit}`;
      const made = await engine.run('code.create', { name });
      if (made.ok) acknowledged.push(name);
      else if (made.error.kind === 'readOnly') refused += 1;
      else if (made.error.kind === 'conflict' && !isWriter) busy += 1;
      else problems.push(made.error.message);
      const seen = await engine.query('codes.tree', {});
      if (!seen.ok && seen.error.kind === 'conflict' && !isWriter) busy += 1;
      else if (!seen.ok) problems.push(seen.error.message);
      else if (acknowledged.some((each) => !seen.value.some((code) => code.name === each)))
        problems.push(`${name} is not seen by its own writer`);
    }
    return { isWriter, holder: state.writer?.holder?.coder ?? null, acknowledged, refused, busy, problems };
  };
  process.on('message', (order: Order) => {
    const done = order.type === 'race' ? run(order) : must(engine.run('project.close', {})).then(() => null);
    void done
      .catch(
        (error): Raced => ({
          isWriter: false,
          holder: null,
          acknowledged: [],
          refused: 0,
          busy: 0,
          problems: [String(error)],
        }),
      )
      .then((answer) => process.send?.(answer ?? 'left'));
  });
}

if (process.argv[2] === 'contend') void contend(Number(process.argv[3]));
