/** Counts what came of the rounds of a trial, and tells it. */
export interface Outcome {
  readonly round: number;
  /** What happened where, as a sentence's middle: “before sync 4 from code.merge, in command 5, code.merge”. */
  readonly what: string;
  /** The command that was running; empty between two commands. */
  readonly running: string;
  readonly problems: readonly string[];
  /** There was a transaction to roll back. */
  readonly isHot: boolean;
  /** The command that was running was on disk, though not yet acknowledged. */
  readonly isAhead: boolean;
  /** It began with a project of an earlier version. */
  readonly migrates: boolean;
  /** Files of the project that are left beside it after it was opened and closed again. */
  readonly litter: readonly string[];
}

export interface Tally {
  readonly count: number;
  readonly bad: number;
  add(outcome: Outcome): void;
  /** One line for the sums, one each for where it happened and what was left. */
  tell(): void;
}

const PROGRESS = 100;

/** `noun` in the plural; `again` is the command that has a round again. */
export function createTally(noun: string, again: (round: number) => string): Tally {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(0);
  const [running, litter] = [new Map<string, number>(), new Map<string, number>()];
  const sum = { count: 0, bad: 0, hot: 0, ahead: 0, migrations: 0 };
  const more = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return {
    get count() {
      return sum.count;
    },
    get bad() {
      return sum.bad;
    },
    add(outcome) {
      sum.count += 1;
      sum.hot += Number(outcome.isHot);
      sum.ahead += Number(outcome.isAhead);
      sum.migrations += Number(outcome.migrates);
      more(running, outcome.running === '' ? 'between commands' : outcome.running);
      for (const name of outcome.litter) more(litter, name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'));
      if (outcome.problems.length > 0) {
        sum.bad += 1;
        console.log(`Round ${outcome.round}, ${outcome.what}: ${outcome.problems.join('; ')}`);
        console.log(`  again: ${again(outcome.round)}`);
      }
      if (sum.count % PROGRESS === 0) console.log(`  ${sum.count} ${noun}, ${sum.bad} bad (${seconds()} s)`);
    },
    tell() {
      console.log(
        `${sum.count} ${noun}: ${sum.bad} bad; a transaction to roll back in ${sum.hot}, the running command on disk ` +
          `in ${sum.ahead}, a project to migrate in ${sum.migrations} (${seconds()} s)`,
      );
      console.log(`  in ${listed(running)}`);
      if (litter.size > 0) console.log(`  files left beside the project: ${listed(litter)}`);
    },
  };
}
