import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../../sqlite/support/runtime';
import { bundle } from './bundle';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real program in a folder of its own, as a person calls it from there. */
export interface Emic {
  readonly folder: string;
  readonly project: string;
  /** Runs a command to its end, whatever it is. */
  call(...args: string[]): Promise<Finished>;
  /** Runs a command that must be done without a word of complaint; gives its output. */
  done(...args: string[]): Promise<string>;
  /** The same with `--json`, read. */
  json<T = Record<string, unknown>[]>(...args: string[]): Promise<T>;
  /** Runs a command that must be refused (1) or is wrong usage (2), with a sentence and nothing changed in the folder. */
  refused(code: 1 | 2, ...args: string[]): Promise<string>;
  start(args: readonly string[], options?: { readonly env?: NodeJS.ProcessEnv }): ChildProcess;
  /** From now on as a user without special rights, where the tests have them. */
  withoutRights(): void;
  file(name: string, content: string | Uint8Array): string;
  path(name: string): string;
}

export async function newEmic(): Promise<Emic> {
  const program = join(await bundle(), 'emic.cjs');
  const folder = newFolder();
  const path = (name: string) => join(folder, name);
  let user: { uid?: number; gid?: number } = {};
  const emic: Emic = {
    folder,
    project: path('project.emic'),
    path,
    start: (args, { env } = {}) =>
      spawn(process.execPath, [program, ...args], {
        cwd: folder,
        env: { ...process.env, EMIC_CODER: 'Robin', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...user,
      }),
    call: (...args) => finished(emic.start(args)),
    async done(...args) {
      const { code, out, err } = await emic.call(...args);
      if (code !== 0 || err !== '') throw new Error(`emic ${args.join(' ')}: ${code}: ${err}`);
      return out;
    },
    json: async (...args) => JSON.parse(await emic.done(...args, '--json')),
    async refused(code, ...args) {
      const before = contentOf(folder);
      const end = await emic.call(...args);
      const wrong = end.code !== code || end.out !== '' || !/\S{2,} .+[.?]$/m.test(end.err);
      if (wrong) throw new Error(`emic ${args.join(' ')} was not refused: ${JSON.stringify(end)}`);
      if (contentOf(folder) !== before) throw new Error(`emic ${args.join(' ')} changed something`);
      return end.err;
    },
    withoutRights() {
      if (process.getuid?.() !== 0) return;
      user = { uid: 65534, gid: 65534 };
      for (const each of [folder, join(program, '..'), join(program, '..', 'chunks')]) chmodSync(each, 0o755);
    },
    file(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
  return emic;
}

export function finished(child: ChildProcess): Promise<Finished> {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Every file of a folder by name and digest, hidden ones too. */
export function contentOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ name }) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .sort()
    .join('\n');
}
