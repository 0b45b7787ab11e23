import type { ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  acquireLock,
  type FileSystem,
  type LockOptions,
  type LockRecord,
  lockHolder,
  type ProcessFacts,
  type ProjectLock,
  processFacts,
} from '../../../src/storage/sqlite';
import { removeLockDrafts } from '../../../src/storage/sqlite/lock-drafts';
import { bundleChildren, outputOf, startChild } from './support/child-scripts';
import { hookedFiles, systemError } from './support/hooked-files';
import { faultOf, newFolder } from './support/runtime';

let folder: string;
let path: string;
let lockPath: string;

beforeEach(() => {
  folder = newFolder();
  path = join(folder, 'project.emic');
  lockPath = join(folder, '.project.emic.lock');
  fs.writeFileSync(path, '');
});

const ourselves = processFacts({
  pid: process.pid,
  host: hostname(),
  signal: (pid) => process.kill(pid, 0),
  readTextFile: (file) => fs.readFileSync(file, 'utf8'),
});

/** A machine `here` on which just the processes named run, each with its start. */
function machine(pid: number, running: Record<number, string | null>, host = 'here'): ProcessFacts {
  return { pid, host, startOf: (other) => running[other] };
}

function options(process: ProcessFacts, more: Partial<LockOptions> = {}): LockOptions {
  return {
    path,
    coder: 'Anna',
    files: fs,
    process,
    now: () => '2026-11-22T10:00:00.000Z',
    newNonce: () => crypto.randomUUID(),
    ...more,
  };
}

function take(process: ProcessFacts, more: Partial<LockOptions> = {}): ProjectLock {
  const attempt = acquireLock(options(process, more));
  if ('owner' in attempt) return attempt.owner;
  throw new Error(`held by ${attempt.heldBy.pid}`);
}

function record(): LockRecord {
  return JSON.parse(fs.readFileSync(lockPath, 'utf8'));
}

describe('the lock', () => {
  it('is a readable file beside the project, gone when released, with nothing left behind', () => {
    const lock = take(ourselves);
    expect(record()).toMatchObject({ pid: process.pid, host: hostname(), coder: 'Anna' });
    expect(fs.readdirSync(folder).sort()).toEqual(['.project.emic.lock', 'project.emic']);
    lock.release();
    lock.release();
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
  });

  it('tells a second opener by whom it is held, where, and since when', () => {
    const running = { 1: 'a', 2: 'b' };
    take(machine(1, running));
    const late = { now: () => '2026-11-22T10:05:00.000Z' };
    expect(acquireLock(options(machine(2, running), late))).toEqual({
      heldBy: {
        ...record(),
        pid: 1,
        coder: 'Anna',
        since: '2026-11-22T10:00:00.000Z',
        where: 'thisMachine',
        silentFor: 300_000,
      },
    });
    expect(acquireLock(options(machine(1, running)))).toMatchObject({ heldBy: { where: 'thisProcess' } });
    expect(lockHolder(options(machine(2, running)))).toMatchObject({ pid: 1, where: 'thisMachine' });
  });

  it('of a process that ended, or whose number another process now has, is taken over', () => {
    take(machine(1, { 1: 'a' }));
    expect(lockHolder(options(machine(2, { 2: 'b' })))).toBe(undefined);
    const second = take(machine(2, { 2: 'b' }));
    expect(record().pid).toBe(2);
    take(machine(3, { 2: 'another start', 3: 'c' }));
    expect(record().pid).toBe(3);
    second.release();
    expect(record().pid).toBe(3);
    expect(second.heartbeat()).toBe(false);
    expect(fs.readdirSync(folder).sort()).toEqual(['.project.emic.lock', 'project.emic']);
  });

  it('that was taken over while another looked at the stale one stays with its new owner', () => {
    const running = { 2: 'b', 3: 'c' };
    take(machine(1, { 1: 'a' }));
    let quick: ProjectLock | undefined;
    const files = hookedFiles(({ name, path: at }) => {
      // The slow one found the lock stale and is about to claim it.
      if (name !== 'linkSync' || !at.includes('.lock.') || quick !== undefined) return;
      quick = take(machine(2, running));
    });
    expect(acquireLock(options(machine(3, running), { files }))).toMatchObject({ heldBy: { pid: 2 } });
    expect(quick?.heartbeat()).toBe(true);
    expect(fs.readdirSync(folder).sort()).toEqual(['.project.emic.lock', 'project.emic']);
  });

  it('leaves no drafts of killed processes, and those of living ones alone', () => {
    const running = { 2: 'b', 3: 'c' };
    const write = (name: string, pid: number, host = 'here') => {
      const text = { ...record(), pid, host, processStart: pid === 1 ? 'a' : (running[pid as 2] ?? null) };
      fs.writeFileSync(join(folder, name), JSON.stringify(text));
    };
    const lock = take(machine(2, running));
    const alive = [
      '.project.emic.lock-3',
      '.project.emic.lock.n-3',
      `.project.emic.lock.${lock.record.nonce}`,
    ];
    const foreign = ['.project.emic.lock-9', '.project.emic.lock-y.emic.lock', '.projects.emic.lock-1'];
    const gone = ['.project.emic.lock-1', '.project.emic.lock.n', '.project.emic.lock.n-1'];
    for (const name of alive) write(name, name.includes('3') ? 3 : 1);
    for (const name of foreign) write(name, 1, name.endsWith('9') ? 'away' : 'here');
    for (const name of gone) write(name, 1);
    fs.writeFileSync(join(folder, '.project.emic.lock-cut'), '{"non');
    const names = () => fs.readdirSync(folder).sort();
    const tidy = (now: number) =>
      removeLockDrafts({
        ...{ files: fs, process: machine(2, running), lockPath, nonce: lock.record.nonce },
        ...{ names: names(), now },
      });
    const expected = ['.project.emic.lock', ...alive, ...foreign, 'project.emic'];
    tidy(Date.now());
    expect(names()).toEqual([...expected, '.project.emic.lock-cut'].sort());
    tidy(Date.now() + 2 * 3_600_000);
    expect(names()).toEqual(expected.sort());
    expect(lock.holds()).toBe(true);
  });

  it('is not taken from a running process whose start the system does not tell', () => {
    take(machine(1, { 1: null }));
    expect(acquireLock(options(machine(2, { 1: null, 2: null })))).toMatchObject({ heldBy: { pid: 1 } });
  });

  it('of another machine is taken only when the user agreed to just that one', () => {
    const away = take(machine(1, { 1: 'a' }, 'away'));
    const here = machine(2, { 2: 'b' });
    const late = { now: () => '2026-11-24T10:00:00.000Z' };
    const attempt = acquireLock(options(here, late));
    expect(attempt).toMatchObject({ heldBy: { where: 'otherMachine', silentFor: 48 * 3_600_000 } });
    expect(acquireLock(options(here, { takeFrom: 'another-nonce' }))).toMatchObject({ heldBy: { pid: 1 } });
    const taken = take(here, { takeFrom: away.record.nonce });
    expect(away.heartbeat()).toBe(false);
    expect(taken.heartbeat()).toBe(true);
    expect(
      acquireLock(options(machine(3, { 2: 'b', 3: 'c' }), { takeFrom: away.record.nonce })),
    ).toMatchObject({
      heldBy: { pid: 2 },
    });
  });

  it('shows signs of life, and is taken again when somebody deleted it', () => {
    let time = '2026-11-22T10:00:00.000Z';
    const lock = take(ourselves, { now: () => time });
    time = '2026-11-22T10:01:00.000Z';
    expect(lock.heartbeat()).toBe(true);
    expect(record()).toMatchObject({ since: '2026-11-22T10:00:00.000Z', heartbeat: time });
    fs.unlinkSync(lockPath);
    expect(lock.heartbeat()).toBe(true);
    expect(record().nonce).toBe(lock.record.nonce);
    lock.release();
  });

  it('survives a heartbeat on a full disk', () => {
    let isFull = false;
    const files = hookedFiles(({ name }) => {
      if (isFull && name === 'writeSync') throw systemError('ENOSPC');
    });
    const lock = take(ourselves, { files });
    isFull = true;
    expect(lock.heartbeat()).toBe(true);
    expect(record().nonce).toBe(lock.record.nonce);
    expect(fs.readdirSync(folder).sort()).toEqual(['.project.emic.lock', 'project.emic']);
  });

  it.each([
    ['', 'an empty one'],
    ['{"nonce": "../../x"', 'half a one'],
    [
      '{"nonce":"../../x","pid":1,"host":"h","processStart":null,"coder":"","since":"","heartbeat":""}',
      'a hostile one',
    ],
  ])('that is damaged (%j) is taken over', (content) => {
    fs.writeFileSync(lockPath, content);
    take(ourselves).release();
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
  });

  it('works where the file system knows no links', () => {
    const withoutLinks: FileSystem = hookedFiles(({ name }) => {
      if (name === 'linkSync') throw systemError('EPERM');
    });
    const running = { 1: 'a', 2: 'b' };
    const lock = take(machine(1, running), { files: withoutLinks });
    expect(acquireLock(options(machine(2, running), { files: withoutLinks }))).toMatchObject({
      heldBy: { pid: 1 },
    });
    lock.release();
    expect(take(machine(2, running), { files: withoutLinks }).heartbeat()).toBe(true);
  });

  it('that can not be made is told as such', () => {
    const refusing = (code: string) =>
      hookedFiles(({ flags }) => {
        if (flags.startsWith('w')) throw systemError(code);
      });
    expect(faultOf(() => take(ourselves, { files: refusing('EROFS') })).kind).toBe('readOnly');
    expect(faultOf(() => take(ourselves, { files: refusing('ENOSPC') })).kind).toBe('diskFull');
    expect(faultOf(() => take(ourselves, { path: join(folder, 'no', 'p.emic') })).kind).toBe('missing');
  });

  it('is the same one through a symbolic link', () => {
    const elsewhere = newFolder();
    fs.symlinkSync(path, join(elsewhere, 'link.emic'));
    const running = { 1: 'a', 2: 'b' };
    take(machine(1, running));
    const attempt = acquireLock(options(machine(2, running), { path: join(elsewhere, 'link.emic') }));
    expect(attempt).toMatchObject({ heldBy: { pid: 1 } });
  });
});

describe('processes', () => {
  it.runIf(process.platform === 'linux')('are told apart by their start, and zombies are dead', () => {
    expect(ourselves.startOf(process.pid)).toMatch(/^[0-9a-f-]{36}\/\d+$/);
    expect(ourselves.startOf(2 ** 22 + 1)).toBe(undefined);
    const zombie = processFacts({
      pid: 1,
      host: 'h',
      signal: () => {},
      readTextFile: () => '77 (a) b) Z 1 1',
    });
    expect(zombie.startOf(77)).toBe(undefined);
  });
});

const RACERS = 6;
const ROUNDS = 40;

describe('racing processes', () => {
  let scripts: string;

  beforeAll(async () => {
    scripts = await bundleChildren();
  });

  const nextMessage = (child: ChildProcess) =>
    new Promise<string>((resolve, reject) => {
      const ended = () => reject(new Error('the process ended'));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(String(message));
      });
    });

  const tell = (children: readonly ChildProcess[], message: string) => {
    const answers = Promise.all(children.map(nextMessage));
    for (const child of children) child.send(message);
    return answers;
  };

  it(`${RACERS} for a stale or missing lock have one owner, ${ROUNDS} times`, {
    timeout: 60_000,
  }, async () => {
    const children = Array.from({ length: RACERS }, () => startChild(scripts, 'racer', path));
    await Promise.all(children.map(nextMessage));
    const stale = { ...take(ourselves).record, processStart: 'long ago' };
    for (let round = 0; round < ROUNDS; round++) {
      if (round % 4 === 3) fs.rmSync(lockPath, { force: true });
      else fs.writeFileSync(lockPath, JSON.stringify({ ...stale, nonce: `stale-${round}` }));
      const answers = await tell(children, 'acquire');
      const owners = children.filter((_, index) => answers[index] === 'owner');
      expect(owners.map((child) => child.pid)).toEqual([record().pid]);
      expect(answers.filter((answer) => answer === `heldBy ${record().pid}`)).toHaveLength(RACERS - 1);
      await tell(owners, 'release');
    }
    expect(fs.readdirSync(folder)).toEqual(['project.emic']);
    for (const child of children) child.send('end');
    await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  });

  it('one of which dies at any point of a takeover do not keep the next from it', {
    timeout: 60_000,
  }, async () => {
    const stale = { ...take(ourselves).record, processStart: 'long ago', nonce: 'stale' };
    let deaths = 0;
    for (let killBefore = 1; ; killBefore++) {
      fs.writeFileSync(lockPath, JSON.stringify(stale));
      const child = startChild(scripts, 'racer', path, String(killBefore));
      const ended = outputOf(child);
      await nextMessage(child);
      const answer = nextMessage(child).catch(() => 'died');
      child.send('acquire');
      if ((await answer) !== 'died') {
        child.kill('SIGKILL');
        await ended;
        break;
      }
      deaths += 1;
      await ended;
      const lock = take(ourselves);
      expect(record().pid).toBe(process.pid);
      lock.release();
      expect(fs.existsSync(lockPath)).toBe(false);
    }
    expect(deaths).toBeGreaterThan(5);
  });
});
