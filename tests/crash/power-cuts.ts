/** Power cuts of a simulated disk under an engine at work, and the proof after each, as after a kill. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { powerCutDisk } from '../engine/sqlite/support/power-cut-files';
import { testPlatform } from '../engine/support/driver';
import { createDice } from '../engine/support/walk/dice';
import type { Bases } from './base-project';
import { recover } from './recovery';
import { stateLeft } from './state';
import { createStory, focuses } from './story';
import type { Outcome } from './tally';

export interface PowerCutSetting {
  readonly seed: number;
  readonly bases: Bases;
  readonly folder: string;
  /** False: a disk that only says it had synced; the control that must fail. */
  readonly doesSync: boolean;
}

interface Cut {
  readonly folder: string;
  readonly begun: number;
  readonly name: string;
  readonly acknowledged: number;
}

const CUTS_A_ROUND = 4;
/** Operations on files between two cuts, at most. */
const LONGEST = 260;
const MOST = 60;
/** No process has it: it lies above what systems give out. */
const DEAD = 2 ** 30;

export async function powerCutRound(setting: PowerCutSetting, round: number): Promise<Outcome[]> {
  const folder = mkdtempSync(join(setting.folder, 'cuts-'));
  try {
    return await runRound(setting, round, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runRound(setting: PowerCutSetting, round: number, folder: string): Promise<Outcome[]> {
  const { bases, doesSync } = setting;
  const seed = setting.seed * 1_000_003 + round;
  const dice = createDice(seed);
  const random = () => dice.number(2 ** 30) / 2 ** 30;
  const migrates = bases.earlier !== undefined && dice.once(5);
  const base = (migrates ? bases.earlier : undefined) ?? bases.current;
  const path = join(folder, 'project.emic');
  copyFileSync(base, path);

  const cuts: Cut[] = [];
  const digests = new Map<number, string>([[-1, (await stateLeft(base, folder)).digest]]);
  let [begun, acknowledged, name] = [-1, -1, ''];
  let untilCut = 1 + dice.number(migrates ? 60 : LONGEST);
  const disk = powerCutDisk({
    doesSync,
    holds: [path],
    before: () => {
      untilCut -= 1;
      if (untilCut > 0 || cuts.length === CUTS_A_ROUND) return;
      untilCut = 1 + dice.number(migrates && begun === 0 ? 60 : LONGEST);
      const into = mkdtempSync(join(folder, 'cut-'));
      disk.cut(into, random);
      cuts.push({ folder: into, begun, name, acknowledged });
    },
  });
  const { process } = testPlatform();
  const story = createStory(
    {
      seed,
      path,
      focus: focuses[round % focuses.length] ?? 'any',
      lead: 1 + dice.number(4),
      imports: bases.imports,
      files: disk.files,
      process: { ...process, pid: DEAD, startOf: (pid) => (pid === DEAD ? 'before' : process.startOf(pid)) },
    },
    {
      begin: (number, command) => {
        [begun, name] = [number, command];
      },
      acknowledged: (number) => {
        acknowledged = number;
      },
      state: (number, digest) => {
        digests.set(number, digest);
      },
    },
  );
  try {
    for (let step = 0; step < MOST && cuts.length < CUTS_A_ROUND; step += 1) await story.next();
  } finally {
    await story.end();
  }
  const outcomes: Outcome[] = [];
  for (const cut of cuts) outcomes.push(await verdict(setting, round, cut, digests, migrates));
  return outcomes;
}

async function verdict(
  setting: PowerCutSetting,
  round: number,
  cut: Cut,
  digests: ReadonlyMap<number, string>,
  migrates: boolean,
): Promise<Outcome> {
  const problems: string[] = [];
  let [isHot, isAhead] = [false, false];
  const path = join(cut.folder, 'project.emic');
  const scratch = mkdtempSync(join(setting.folder, 'scratch-'));
  let litter: readonly string[] = [];
  try {
    const left = await stateLeft(path, scratch);
    isHot = left.isHot;
    const isAcknowledged = left.digest === digests.get(cut.acknowledged);
    isAhead = !isAcknowledged && cut.begun > cut.acknowledged && left.digest === digests.get(cut.begun);
    if (!isAcknowledged && !isAhead) {
      problems.push(`the state is not the one after command ${cut.acknowledged}, which was acknowledged`);
    }
    const after = await recover(path, `${round}`);
    problems.push(...after.problems);
    litter = after.litter;
    if (!migrates && after.digest !== left.digest) problems.push('the opening changed the project');
  } catch (error) {
    problems.push(`${error} (${readdirSync(cut.folder).join(', ')})`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const what = `in command ${cut.begun}, ${cut.name}`;
  const running = cut.begun > cut.acknowledged ? cut.name : '';
  return { round, what, running, problems, isHot, isAhead, migrates, litter };
}
