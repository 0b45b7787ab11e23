import type { BackupTaken } from '../../contract/backups';
import { ExpectedError } from '../../core/result';
import { needsMigration } from '../../storage/backup-file';
import type { Emit } from '../context';
import { appErrorFrom } from '../errors';
import type { Platform } from '../platform';
import type { OpenProject, Session } from '../session';
import type { BackupKeeper } from './backup-keeper';
import { pause } from './copying';
import { backupFailure } from './failures';
import {
  factsOf,
  fileOf,
  folderOf,
  foldersToLookIn,
  joined,
  look,
  lookIntoAll,
  namedBackups,
  placeOf,
} from './folders';
import { isRecent } from './keeping';
import { byTimeDownwards, restoredName } from './names';
import { takeBackup } from './take';

export interface KeeperOptions {
  readonly platform: Platform;
  readonly session: () => Pick<Session, 'current' | 'project' | 'state'>;
  readonly emit: Emit;
  readonly inTurn: <T>(work: () => T | Promise<T>) => Promise<T>;
}

const glance = 1000;
/** Milliseconds after opening, without a question for the last of them; with them, not later than this many glances. */
const firstGlances = 4;
const mostGlances = 60;
const again = 60 * 60_000;

export function createBackupKeeper({ platform, session, emit, inTurn }: KeeperOptions): BackupKeeper {
  let chosen: string | null = null;
  let lastUse = 0;
  let uses = 0;
  let seenUses = 0;
  let stopWaiting = () => {};
  let stopping = new AbortController();
  let underWay: Promise<unknown> = Promise.resolve();

  const takeOf = async (
    project: OpenProject,
    signal: AbortSignal,
    quiet?: () => Promise<void>,
  ): Promise<BackupTaken> => {
    const place = placeOf(platform, project.database.path, chosen);
    if (!isThere(project)) throw new ExpectedError('conflict', goneSentence);
    const turn = <T>(work: () => Promise<T>) =>
      inTurn(() => {
        signal.throwIfAborted();
        return work();
      });
    try {
      const runtime = await platform.loadSqlite();
      return await takeBackup({ platform, runtime, place, signal, turn, quiet });
    } catch (error) {
      throw expected(error, chosen ?? place.folder);
    }
  };

  const isDue = async (project: OpenProject): Promise<boolean> => {
    const state = session().state();
    if (state.state !== 'open' || state.readOnly !== null || state.project.revision === 0) return false;
    // That is told elsewhere, and what is at the path now is not this project.
    if (!isThere(project)) return false;
    const place = placeOf(platform, project.database.path, chosen);
    const runtime = await platform.loadSqlite();
    for (const named of await namedBackups(platform, place.folder, place.stem)) {
      if (!isRecent(named.at, platform.clock())) continue;
      const facts = (await look(platform, runtime, named))?.facts;
      if (facts?.lineage === state.project.lineage) return false;
    }
    return true;
  };

  const follow = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    // One after the other: two of the same minute would be one too many.
    const mine = underWay.then(() => work(stopping.signal));
    underWay = mine.catch(() => undefined);
    return mine;
  };

  const take = ({ ifDue, signal }: Parameters<BackupKeeper['take']>[0], quiet?: () => Promise<void>) => {
    const project = session().project();
    return follow((stopped) =>
      underBoth([signal, stopped], async (either) =>
        ifDue && !(await isDue(project)) ? null : takeOf(project, either, quiet),
      ),
    );
  };

  /** Where somebody went on working since the last look: until they pause; not for ever, since some never do. */
  const untilQuiet = async () => {
    for (let waited = 0; waited < mostGlances && uses !== seenUses; waited += 1) {
      seenUses = uses;
      await pause(glance);
    }
    await pause(0);
  };

  let told: string | null = null;
  const takeIfDue = async () => {
    if (session().current === null) return;
    try {
      seenUses = uses;
      const taken = await take({ ifDue: true, signal: stopping.signal }, untilQuiet);
      if (taken) emit('backup', { failure: null });
    } catch (error) {
      const { kind, message } = appErrorFrom(error, 'backup');
      if (kind === 'cancelled' || message === told) return;
      told = message;
      emit('backup', { failure: message });
    }
  };

  const stop = () => {
    stopWaiting();
    stopping.abort();
    stopping = new AbortController();
    return underWay.then(() => undefined);
  };

  return {
    take: (args) => take(args),
    stop,
    keepIn: (folder) => {
      if (folder !== chosen) told = null;
      chosen = folder;
    },
    noteUse: () => {
      lastUse = platform.milliseconds();
      uses += 1;
    },

    watch() {
      stopWaiting();
      told = null;
      let glances = 0;
      const stopGlancing = platform.every(glance, () => {
        glances += 1;
        const isBusy = platform.milliseconds() - lastUse < glance;
        if (glances < firstGlances || (isBusy && glances < mostGlances)) return;
        stopGlancing();
        stopWaiting = platform.every(again, () => void takeIfDue());
        void takeIfDue();
      });
      stopWaiting = stopGlancing;
    },

    async beforeOpening(path) {
      const runtime = await platform.loadSqlite();
      const project = placeOf(platform, path, chosen);
      if (!needsMigration({ path: project.project, runtime, files: platform.files })) return;
      try {
        await takeBackup({ platform, runtime, place: project, signal: new AbortController().signal });
      } catch (error) {
        const { kind, message, detail } = backupFailure(error, chosen ?? project.folder);
        throw new ExpectedError(
          kind,
          `${fileOf(path)} was written by an older Emic and is brought to the present form only with a backup. ` +
            `${message} The file was not touched.`,
          detail,
        );
      }
    },

    async list(path) {
      const runtime = await platform.loadSqlite();
      const place = placeOf(platform, path, chosen);
      const lineage = factsOf(platform, runtime, place.project)?.lineage;
      const found = [];
      for (const folder of await foldersToLookIn(platform, path, chosen)) {
        found.push(...(await lookIntoAll(platform, runtime, folder, place.stem)));
      }
      const ours = found.filter(({ facts }) => !facts || !lineage || facts.lineage === lineage);
      return {
        folder: place.folder,
        restoreTo: await freePath(platform, place.project, place.stem),
        backups: ours.sort(byTimeDownwards).map(({ path: each, at, bytes, facts }) => ({
          path: each,
          at,
          bytes,
          content: facts && withoutLineage(facts),
        })),
      };
    },
  };
}

const goneSentence =
  'The project file was moved, deleted or replaced by another program, so no backup was made.';

function isThere({ database }: OpenProject): boolean {
  return database.identity().atPath === 'same';
}

function withoutLineage<T extends { readonly lineage: string }>({ lineage: _, ...content }: T) {
  return content;
}

async function freePath(platform: Platform, project: string, stem: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = joined(folderOf(project), restoredName(stem, platform.clock(), number));
    if ((await platform.backgroundFiles.look(path).catch(() => null)) === null) return path;
  }
}

function expected(error: unknown, folder: string): ExpectedError {
  const { kind, message, detail } = backupFailure(error, folder);
  return new ExpectedError(kind, message, detail);
}

/** Runs `work` under a signal that either of two gives. (Node 18 has no `AbortSignal.any`.) */
async function underBoth<T>(
  signals: readonly AbortSignal[],
  work: (either: AbortSignal) => Promise<T>,
): Promise<T> {
  const either = new AbortController();
  const abort = () => either.abort();
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  }
  try {
    either.signal.throwIfAborted();
    return await work(either.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', abort);
  }
}
