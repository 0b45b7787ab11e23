/**
 * A sequence of commands that follows from a seed and a project: run twice on the same file with the same seed it makes
 * the same commands, the same ids and times, so the state after any of them can be computed again.
 */
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Platform } from '../../src/engine';
import type { FileSystem, ReadableDatabase } from '../../src/storage/sqlite';
import { type Driver, driverOn, testPlatform } from '../engine/support/driver';
import { createDice, type Dice } from '../engine/support/walk/dice';
import { createMoves, type Move } from '../engine/support/walk/moves';
import { type RawProject, readRaw } from '../engine/support/walk/raw-project';
import { digestOf, openReader } from './state';

/** On what the accident is to fall; `any`: whatever comes. */
export const focuses = [
  'source.import',
  'coding.apply',
  'coding.applyMany',
  'history.undo',
  'history.redo',
  'code.merge',
  'code.delete',
  'source.delete',
  'memo.write',
  'quotation.resize',
  'history.restore',
  'source.erase',
  'passage.erase',
  'reopen',
  'opening',
  'any',
] as const;
export type Focus = (typeof focuses)[number];

export interface StoryOptions {
  readonly seed: number;
  /** Of the project; it is there already. */
  readonly path: string;
  readonly focus: Focus;
  /** Commands before the one in focus. */
  readonly lead: number;
  readonly imports: Imports;
  /** The files on which the engine works; the real ones unless told otherwise. */
  readonly files?: FileSystem;
  readonly process?: Platform['process'];
}

export interface Imports {
  readonly good: readonly string[];
  readonly bad: readonly string[];
  /** One text of many pages. */
  readonly large: string;
}

export interface Told {
  /** Before a command: its number from 0 (0 is the opening) and name. */
  begin(number: number, name: string): void;
  /** The engine has answered; `isDone` false: it refused, and nothing may have changed. */
  acknowledged(number: number, isDone: boolean): void;
  /** Digest of the file after the command. */
  state(number: number, digest: string): void;
}

export interface Story {
  /** Runs the next command. */
  next(): Promise<void>;
  /** True from the moment before the command in focus. */
  readonly isInFocus: boolean;
  readonly driver: Driver;
  end(): Promise<void>;
}

interface Next {
  readonly name: string;
  readonly args: object;
}

export function createStory(options: StoryOptions, told: Told): Story {
  const dice = createDice(options.seed);
  const moves = movesOf(options.imports);
  const names = Object.keys(moves).flatMap((name) => Array.from({ length: weights[name] ?? 2 }, () => name));
  const base = testPlatform(`story ${options.seed}`);
  const platform = {
    ...base,
    files: options.files ?? base.files,
    process: options.process ?? base.process,
  };
  const newDriver = () => driverOn(dirname(options.path), options.path, platform);
  let driver = newDriver();
  let reader: ReadableDatabase | undefined;
  let raw: RawProject | undefined;
  let number = -1;
  let isInFocus = options.focus === 'opening';
  let wasInFocus = false;

  const openAgain = async () => {
    reader?.close();
    reader = undefined;
    await driver.engine.close();
    driver = newDriver();
    return open();
  };
  const open = async () => {
    await driver.run('session.setCoder', { name: 'Robin' });
    await driver.run('project.open', { path: options.path });
    return true;
  };
  const choose = (project: RawProject): Next => {
    if (number === options.lead && options.focus === 'history.redo')
      return { name: 'history.undo', args: {} };
    const name = isInFocus && !wasInFocus ? options.focus : 'any';
    return name === 'any' ? byChance(project) : named(name, project);
  };
  const byChance = (project: RawProject): Next => {
    const chance = dice.number(100);
    if (chance < 12) return named('history.undo', project);
    if (chance < 18) return named('history.redo', project);
    if (chance < 21) return named('reopen', project);
    return named(dice.of(names) ?? 'code.create', project);
  };
  const named = (name: string, project: RawProject): Next => {
    const move = moves[name];
    return { name, args: move ? move({ dice, raw: project, driver }) : {} };
  };

  return {
    get isInFocus() {
      return isInFocus;
    },
    get driver() {
      return driver;
    },
    async next() {
      number += 1;
      isInFocus ||= number > options.lead;
      const { name, args } = raw === undefined ? { name: 'project.open', args: {} } : choose(raw);
      told.begin(number, name);
      const isDone =
        name === 'project.open'
          ? await open()
          : name === 'reopen'
            ? await openAgain()
            : await answered(driver, name, args);
      told.acknowledged(number, isDone);
      if (isInFocus && name === options.focus) wasInFocus = isDone;
      reader ??= await openReader(options.path);
      raw = readRaw(reader);
      told.state(number, digestOf(reader));
    },
    async end() {
      reader?.close();
      await driver.engine.close();
    },
  };
}

const weights: Partial<Record<string, number>> = {
  'coding.apply': 12,
  'code.create': 4,
  'source.delete': 1,
  'source.erase': 1,
  'passage.erase': 1,
};

function movesOf(imports: Imports): Record<string, Move> {
  const moves = createMoves(imports);
  const several = moves['coding.applyMany'];
  return {
    ...moves,
    'source.import': (on) => (on.dice.once(2) ? { paths: [imports.large] } : moves['source.import'](on)),
    'coding.applyMany': (on) => (on.dice.once(2) ? manyPlaces(on) : several(on)),
    // Not among the moves of the walk, since no undo brings back what they take.
    'source.erase': ({ dice, raw }) => ({ ids: [dice.of(raw.rows.source)?.id ?? ''] }),
    'passage.erase': ({ dice, raw }) => {
      const source = dice.of(raw.rows.source);
      const start = dice.number(Math.max(1, Number(source?.characters ?? 0) - 30));
      return { sourceId: source?.id ?? '', start, end: start + 1 + dice.number(20) };
    },
  };
}

/** One code on a hundred and more passages of the longest document. */
function manyPlaces({ dice, raw }: { readonly dice: Dice; readonly raw: RawProject }): object {
  const source = [...raw.rows.source].sort((a, b) => Number(b.characters) - Number(a.characters))[0];
  const length = Number(source?.characters ?? 0);
  const code = dice.of(raw.rows.code.filter(({ is_codable }) => is_codable === 1));
  return {
    codeIds: [code?.id ?? ''],
    places: Array.from({ length: 100 + dice.number(60) }, () => {
      const start = dice.number(Math.max(1, length - 40));
      return { sourceId: source?.id ?? '', start, end: start + 1 + dice.number(30) };
    }),
  };
}

/** False for an expected refusal; a bug is no answer. */
async function answered(driver: Driver, name: string, args: object): Promise<boolean> {
  const result = await driver.engine.run(name, args);
  if (!result.ok && result.error.kind === 'bug') {
    throw new Error(`${name} ${JSON.stringify(args)}: ${result.error.detail}`);
  }
  return result.ok;
}

/** Runs a story again on a fresh copy of its project; gives the digest after command `last`. */
export async function digestAfter(
  options: StoryOptions,
  base: string,
  last: number,
  scratch: string,
): Promise<string> {
  const path = join(scratch, 'project.emic');
  copyFileSync(base, path);
  let found = '';
  const told: Told = {
    begin: () => undefined,
    acknowledged: () => undefined,
    state: (_, digest) => {
      found = digest;
    },
  };
  const story = createStory({ ...options, path }, told);
  try {
    for (let number = 0; number <= last; number += 1) await story.next();
  } finally {
    await story.end();
  }
  return found;
}
