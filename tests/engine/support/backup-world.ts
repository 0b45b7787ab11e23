import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackgroundFile, BackgroundFiles, Platform } from '../../../src/engine/platform';
import { type Driver, driverOn, testPlatform } from './driver';

/** Called ahead of every step on a file in the background; what it throws, the step throws. */
export type BeforeStep = (step: { readonly name: string; readonly path: string }) => void | Promise<void>;

/** A machine whose clock and timers a test moves by hand. */
export interface BackupWorld {
  readonly folder: string;
  readonly path: string;
  /** Where the project's backups go. */
  readonly backups: string;
  readonly platform: Platform;
  /** ISO UTC; moved by hand. */
  now: string;
  beforeStep: BeforeStep;
  /** Lets a second pass for all that waits, or an hour. */
  tick(milliseconds: number): void;
  /** Lets so many seconds pass that a project just opened is looked after. */
  idle(): void;
  /** A new engine on the project's path; `create` makes the project with one code in it. */
  open(how?: 'create' | 'open' | 'closed'): Promise<Driver>;
  /** Names of the backups, in order. */
  names(): string[];
  end(): void;
}

export function newBackupWorld(name = 'Study.emic'): BackupWorld {
  const folder = mkdtempSync(join(tmpdir(), 'emic-backups-'));
  const timers = new Set<{ readonly milliseconds: number; readonly work: () => void }>();
  const base = testPlatform(folder);
  let passed = 0;
  const world: BackupWorld = {
    folder,
    path: join(folder, name),
    backups: join(folder, `${name.replace(/\.emic$/, '')} backups`),
    now: at('2026-03-02', '09:00'),
    beforeStep: () => undefined,
    platform: {
      ...base,
      clock: () => world.now,
      milliseconds: () => passed,
      every(milliseconds, work) {
        const timer = { milliseconds, work };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      backgroundFiles: hooked(base.backgroundFiles, (step) => world.beforeStep(step)),
    },
    tick(milliseconds) {
      passed += milliseconds;
      for (const timer of [...timers]) if (timer.milliseconds === milliseconds) timer.work();
    },
    idle() {
      for (let second = 0; second < 6; second += 1) world.tick(1000);
    },
    async open(how = 'open') {
      const driver = driverOn(folder, world.path, world.platform);
      await driver.run('session.setCoder', { name: 'Robin' });
      if (how === 'create') {
        await driver.run('project.create', { path: world.path });
        await driver.run('code.create', { name: 'first' });
      } else if (how === 'open') await driver.run('project.open', { path: world.path });
      return driver;
    },
    names: () => {
      try {
        return readdirSync(world.backups).sort();
      } catch {
        return [];
      }
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
  return world;
}

/** A time on the wall, as ISO UTC. */
export function at(day: string, time: string): string {
  return new Date(`${day}T${time}:00`).toISOString();
}

export function daysLater(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString();
}

export function sameBytes(one: string, other: string): boolean {
  return readFileSync(one).equals(readFileSync(other));
}

function hooked(files: BackgroundFiles, before: BeforeStep): BackgroundFiles {
  const wrap =
    <A extends string[], T>(name: string, work: (...paths: A) => Promise<T>) =>
    async (...paths: A) => {
      await before({ name, path: paths.at(-1) ?? '' });
      return work(...paths);
    };
  return {
    ...files,
    async open(path, flags) {
      await before({ name: flags === 'wx' ? 'create' : 'open', path });
      return hookedFile(await files.open(path, flags), path, before);
    },
    look: wrap('look', files.look),
    names: wrap('names', files.names),
    makeFolder: wrap('makeFolder', files.makeFolder),
    link: wrap('link', files.link),
    rename: wrap('rename', files.rename),
    remove: wrap('remove', files.remove),
    syncFolder: wrap('syncFolder', files.syncFolder),
  };
}

function hookedFile(file: BackgroundFile, path: string, before: BeforeStep): BackgroundFile {
  return {
    async read(buffer, position) {
      await before({ name: 'read', path });
      return file.read(buffer, position);
    },
    async write(bytes, position) {
      await before({ name: 'write', path });
      return file.write(bytes, position);
    },
    async sync() {
      await before({ name: 'sync', path });
      return file.sync();
    },
    close: () => file.close(),
  };
}
