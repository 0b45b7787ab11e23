/** Kills of a process that works on a project, and the proof after each that nothing acknowledged is lost or torn. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDice, type Dice } from '../engine/support/walk/dice';
import type { Bases } from './base-project';
import type { ChildOrders, Place } from './kill-child';
import { recover } from './recovery';
import { stateLeft } from './state';
import { digestAfter, type Focus, focuses } from './story';
import type { Outcome } from './tally';

export interface KillOutcome extends Outcome {
  readonly wasKilled: boolean;
}

export interface KillSetting {
  readonly seed: number;
  readonly bases: Bases;
  /** The bundled child. */
  readonly script: string;
  readonly folder: string;
  /** The engine's child says “acknowledged” before it begins: a control that must be found out. */
  readonly lies: boolean;
}

interface Heard {
  readonly lines: readonly string[];
  readonly signal: string | null;
}

const MOST = 16;
const LONGEST_LIFE = 30_000;

export async function killRound(setting: KillSetting, round: number): Promise<KillOutcome> {
  const dice = createDice(setting.seed * 1_000_003 + round);
  const folder = mkdtempSync(join(setting.folder, 'round-'));
  try {
    return await runRound(setting, round, dice, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runRound(
  setting: KillSetting,
  round: number,
  dice: Dice,
  folder: string,
): Promise<KillOutcome> {
  const { bases } = setting;
  const path = join(folder, 'project.emic');
  const migrates = bases.earlier !== undefined && dice.once(10);
  const base = (migrates ? bases.earlier : undefined) ?? bases.current;
  copyFileSync(base, path);
  const focus = migrates ? 'opening' : (focuses[round % focuses.length] ?? 'any');
  const kill = dice.once(2)
    ? placeFrom(dice, focus, migrates)
    : { after: (dice.number(1000) * longestWait(focus)) / 1000 };
  const orders: ChildOrders = {
    seed: setting.seed * 1_000_003 + round,
    path,
    focus,
    lead: 1 + dice.number(5),
    imports: bases.imports,
    kill,
    lies: setting.lies,
    most: MOST,
  };
  const heard = await lifeOf(setting.script, orders);
  const problems = heard.lines.filter((line) => line.startsWith('failed '));
  const told = understand(heard.lines);
  const scratch = mkdtempSync(join(setting.folder, 'scratch-'));
  try {
    let left = await stateLeft(path, scratch);
    const { isHot } = left;
    if (dice.once(4)) {
      // Killed again in the middle of recovering.
      const again = {
        ...orders,
        focus: 'opening' as const,
        kill: placeFrom(dice, 'opening', false),
        most: 1,
      };
      if (!migrates) {
        await lifeOf(setting.script, again);
        left = await stateLeft(path, scratch);
      }
    }
    const digestOfNumber = async (number: number) =>
      told.digests.get(number) ??
      (number < 0 ? (await stateLeft(base, scratch)).digest : digestAfter(orders, base, number, scratch));
    const isAcknowledged = left.digest === (await digestOfNumber(told.acknowledged));
    const isAhead =
      !isAcknowledged && told.begun > told.acknowledged && left.digest === (await digestOfNumber(told.begun));
    if (!isAcknowledged && !isAhead) {
      problems.push(`the state is not the one after command ${told.acknowledged}, which was acknowledged`);
    }
    const after = await recover(path, `${round}`);
    problems.push(...after.problems);
    // A migration that was rolled back is made by the recovering engine.
    if (!migrates && after.digest !== left.digest) problems.push('the opening changed the project');
    const where = told.name === '' ? 'the start' : `command ${told.begun}, ${told.name}`;
    return {
      round,
      what: `${wordsFor(kill)} ${focus}, in ${where}`,
      wasKilled: heard.signal === 'SIGKILL',
      problems,
      isHot,
      isAhead,
      running: told.begun > told.acknowledged ? told.name : '',
      migrates,
      litter: after.litter,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Where in a command the process dies: mostly where a commit is neither begun nor done. */
function placeFrom(dice: Dice, focus: Focus, migrates: boolean): Place {
  const isAfter = dice.once(3);
  const place = (of: Place['of'], most: number) => ({ of, nth: 1 + dice.number(most), isAfter });
  const isAboutNames = (focus === 'opening' && !migrates) || focus === 'reopen';
  if (isAboutNames) return dice.once(2) ? place('change of a name', 4) : place('change', 12);
  switch (dice.number(4)) {
    case 0:
      return place('change', 120);
    case 1:
      return place('write to the project', 20);
    case 2:
      return place('truncation', 2);
    default:
      return place('sync', 7);
  }
}

/** Milliseconds: about twice of what the command takes. */
function longestWait(focus: Focus): number {
  return focus === 'opening' || focus === 'source.import' || focus === 'coding.applyMany' ? 30 : 8;
}

function wordsFor(kill: Place | { readonly after: number }): string {
  if ('after' in kill) return `${kill.after} ms after the beginning of`;
  return `${kill.isAfter ? 'after' : 'before'} ${kill.of} ${kill.nth} from`;
}

/** Lets a child work until it is killed as it was told. */
function lifeOf(script: string, orders: ChildOrders): Promise<Heard> {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const limit = setTimeout(() => child.kill('SIGTERM'), LONGEST_LIFE);
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      clearTimeout(limit);
      const lines = output.split('\n').filter((line) => line !== '');
      if (errors !== '') lines.push(`failed ${errors.trim()}`);
      if (signal === 'SIGTERM') lines.push(`failed to end within ${LONGEST_LIFE} ms`);
      resolve({ lines, signal });
    });
  });
}

/** What the child said: the last command begun, the last acknowledged, and the states after. */
function understand(lines: readonly string[]) {
  const digests = new Map<number, string>();
  let [begun, acknowledged, name] = [-1, -1, ''];
  for (const line of lines) {
    const [word, number, more = ''] = line.split(' ');
    if (word === 'begin') [begun, name] = [Number(number), more];
    if (word === 'acknowledged') acknowledged = Number(number);
    if (word === 'state') digests.set(Number(number), more);
  }
  return { begun, acknowledged, name, digests };
}
