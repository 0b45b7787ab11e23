import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in plain Node. */
export function emic(...args: readonly string[]): Ran {
  const script = resolve('out', 'cli', 'emic.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** What a command that must succeed prints. */
export function emicPrints(...args: readonly string[]): string {
  const { code, out, err } = emic(...args);
  if (code !== 0) throw new Error(`emic ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}

/** A CSV without quotes in its cells, as rows. */
export function plainRows(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}
