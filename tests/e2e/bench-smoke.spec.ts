import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from './support/emic';

interface Line {
  readonly name: string;
  readonly median: number;
  readonly unit: string;
  readonly runs: readonly number[];
}

test('the benchmarks run and print their figures for machines', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('tests', 'bench', 'run.mjs'), '--json', '--quick', '--only', 'apply'],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  const lines: readonly Line[] = JSON.parse(stdout);
  expect(lines.map(({ unit }) => unit)).toEqual(['ms', 'frames']);
  for (const { name, median, runs } of lines) {
    expect(name).toContain('applying a code');
    expect(runs).toHaveLength(5);
    expect(median).toBeGreaterThan(0);
    // A coding that takes a second has lost its way; how fast it is the benchmark itself tells.
    expect(median).toBeLessThan(1000);
  }
});
