import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/storage/sqlite';
import { addEntry, createLedger, lastEntry, ledgerProblems } from './support/ledger';
import { powerCutDisk } from './support/power-cut-files';
import { randomFrom } from './support/random';
import { newFolder, open, runtime } from './support/runtime';

const ROUNDS = 20;
const CUTS_A_ROUND = 4;

interface Cut {
  readonly folder: string;
  readonly acknowledged: number;
}

/** Works on a project while the power goes at random moments; what each cut leaves is kept. */
async function cutsOf(seed: number, doesSync: boolean): Promise<Cut[]> {
  const random = randomFrom(seed);
  const parent = newFolder();
  const sqlite = await runtime();
  const cuts: Cut[] = [];
  let acknowledged = -1;
  let untilCut = Number.POSITIVE_INFINITY;
  const disk = powerCutDisk({
    doesSync,
    before: () => {
      untilCut -= 1;
      if (untilCut > 0) return;
      untilCut = 1 + Math.floor(random() * 150);
      const folder = mkdtempSync(join(parent, 'cut-'));
      disk.cut(folder, random);
      cuts.push({ folder, acknowledged });
    },
  });
  const path = join(newFolder(), 'project.emic');
  const database = openDatabase({ path, mode: 'create', runtime: sqlite, files: disk.files });
  createLedger(database);
  acknowledged = 0;
  untilCut = 1 + Math.floor(random() * 150);
  while (cuts.length < CUTS_A_ROUND) acknowledged = addEntry(database);
  database.close();
  return cuts;
}

/** What is wrong with the project after the cut; undefined when all acknowledged entries are there, whole. */
async function verdict({ folder, acknowledged }: Cut): Promise<string | undefined> {
  try {
    const database = await open(join(folder, 'project.emic'), 'write');
    try {
      const problems = [...database.integrityCheck(), ...ledgerProblems(database)];
      const last = lastEntry(database);
      if (last < acknowledged) problems.push(`${acknowledged - last} acknowledged entries lost`);
      return problems[0];
    } finally {
      database.close();
    }
  } catch (error) {
    return `${error} (${readdirSync(folder).join()})`;
  }
}

async function badCuts(doesSync: boolean): Promise<string[]> {
  const bad: string[] = [];
  for (let seed = 1; seed <= ROUNDS; seed++) {
    for (const cut of await cutsOf(seed, doesSync)) {
      const problem = await verdict(cut);
      if (problem !== undefined) bad.push(`seed ${seed}: ${problem}`);
    }
  }
  return bad;
}

describe(`${ROUNDS * CUTS_A_ROUND} simulated power cuts`, () => {
  it('lose no acknowledged transaction and tear none', async () => {
    expect(await badCuts(true)).toEqual([]);
  });

  it('do harm on a disk that does not sync (so the test above can fail)', async () => {
    expect((await badCuts(false)).length).toBeGreaterThan(ROUNDS);
  });
});
