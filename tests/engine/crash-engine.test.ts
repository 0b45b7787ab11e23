import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/**
 * The short form of `npm run test:crash`: the same command with fewer rounds. A round that fails is printed with the
 * line that repeats it.
 */
describe('DU an engine that is killed, or whose power goes', () => {
  let output = '';
  let code: number | null = null;

  beforeAll(async () => {
    const args = ['--only', 'kills,power-cuts', '--kills', '20', '--power-cuts', '32', '--seed', '7'];
    const child = spawn(process.execPath, [resolve('scripts/crash.mjs'), ...args]);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    code = await new Promise((done) => child.once('close', done));
  }, 300_000);

  it('DU1 loses and tears nothing that was acknowledged in 20 kills', () => {
    expect(output).toMatch(/^2\d kills: 0 bad/m);
  });

  it('DU2 loses and tears nothing that was acknowledged in 32 power cuts', () => {
    expect(output).toMatch(/^3\d power cuts: 0 bad/m);
  });

  it('DU3 would notice an engine that acknowledges too early, and a disk that does not sync', () => {
    expect(output).toMatch(/acknowledges too early: [1-9]/);
    expect(output).toMatch(/does not sync: [1-9]/);
    expect(code, output).toBe(0);
  });
});
