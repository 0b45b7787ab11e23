/** The trials themselves, in plain Node: see `scripts/crash.mjs`. Argument: what to try, as JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bases, makeBases } from './base-project';
import { killRound } from './kill-rounds';
import { powerCutRound } from './power-cuts';
import { tryRace } from './race';
import { createTally } from './tally';

interface Orders {
  readonly kills: number;
  readonly powerCuts: number;
  readonly seed: number;
  /** Only this round. */
  readonly round: number | undefined;
  /** Trials to make: `kills`, `power-cuts`, `race`. */
  readonly only: readonly string[];
  readonly killChild: string;
}

interface Trial {
  readonly orders: Orders;
  readonly bases: Bases;
  readonly folder: string;
}

/** Rounds at once. */
const WORKERS = 2;
const CONTROL_KILLS = 10;

async function main(): Promise<void> {
  const orders = JSON.parse(process.argv[2] ?? '') as Orders;
  const folder = mkdtempSync(join(tmpdir(), 'emic-crash-'));
  try {
    const trial = { orders, bases: await makeBases(folder), folder };
    console.log(
      `Seed ${orders.seed}${trial.bases.earlier ? '' : '; no project of an earlier version is stored'}`,
    );
    const trials: Readonly<Record<string, () => Promise<boolean>>> = {
      kills: () => tryKills(trial),
      'power-cuts': () => tryPowerCuts(trial),
      race: () => tryRace(folder),
    };
    const areGood: boolean[] = [];
    for (const name of orders.only) areGood.push((await trials[name]?.()) ?? false);
    process.exitCode = areGood.every((isGood) => isGood) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function tallyOf({ orders }: Trial, noun: string, only: string) {
  return createTally(
    noun,
    (round) => `npm run test:crash -- --only ${only} --seed ${orders.seed} --round ${round}`,
  );
}

async function tryKills(trial: Trial): Promise<boolean> {
  const { orders, bases, folder } = trial;
  const setting = { seed: orders.seed, bases, script: orders.killChild, folder, lies: false };
  const tally = tallyOf(trial, 'kills', 'kills');
  let next = orders.round ?? 0;
  let [survivors, bad] = [0, 0];
  const isEnough = () =>
    orders.round === undefined
      ? tally.count >= orders.kills || survivors > orders.kills || bad > 20
      : next > orders.round;
  const work = async () => {
    while (!isEnough()) {
      const outcome = await killRound(setting, next++);
      if (orders.round !== undefined) console.log(outcome);
      bad += Number(outcome.problems.length > 0);
      // Some places are never reached: a command may write less often. What is wrong counts all the same.
      if (outcome.wasKilled || outcome.problems.length > 0) tally.add(outcome);
      else survivors += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  tally.tell();
  if (orders.round !== undefined) return tally.bad === 0;
  let [found, control] = [0, 0];
  const lie = async () => {
    while (control < CONTROL_KILLS) {
      const { problems } = await killRound({ ...setting, lies: true }, control++);
      found += Number(problems.length > 0);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, lie));
  console.log(`Control, ${CONTROL_KILLS} kills of an engine that acknowledges too early: ${found} found bad`);
  return tally.bad === 0 && tally.count >= orders.kills && found > 0;
}

async function tryPowerCuts(trial: Trial): Promise<boolean> {
  const { orders, bases, folder } = trial;
  const setting = { seed: orders.seed, bases, folder };
  const tally = tallyOf(trial, 'power cuts', 'power-cuts');
  for (let round = orders.round ?? 0; tally.count < orders.powerCuts; round += 1) {
    for (const outcome of await powerCutRound({ ...setting, doesSync: true }, round)) {
      if (orders.round !== undefined) console.log(outcome);
      tally.add(outcome);
    }
    if (round === orders.round || tally.bad > 20) break;
  }
  tally.tell();
  if (orders.round !== undefined) return tally.bad === 0;
  const control = { cuts: 0, bad: 0 };
  // Most cuts fall where nothing was unsynced: few of them may all be harmless.
  const isEnough = () => control.cuts >= orders.powerCuts / 10 && (control.bad > 1 || control.cuts >= 80);
  for (let round = 0; !isEnough(); round += 1) {
    for (const { problems } of await powerCutRound({ ...setting, doesSync: false }, round)) {
      control.cuts += 1;
      control.bad += Number(problems.length > 0);
    }
  }
  console.log(`Control, ${control.cuts} power cuts of a disk that does not sync: ${control.bad} found bad`);
  return tally.bad === 0 && tally.count >= orders.powerCuts && control.bad > 0;
}

main();
