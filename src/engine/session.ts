import type { EngineEvents, ProjectCounts, SessionState } from '../contract/events';
import { asName } from '../contract/schema';
import type { Coder } from '../core/entities';
import type { CoderId, ProjectId, SourceId } from '../core/ids';
import { ExpectedError } from '../core/result';
import { nextToRedo, nextToUndo } from '../storage/change-log/change-sets';
import { createProjectFile, expectedFromOpening, fileName, openProjectFile } from '../storage/project-file';
import { insertCoder } from '../storage/repositories/coders';
import { countAll, readProject } from '../storage/repositories/project';
import type { SqliteRuntime } from '../storage/sqlite/types';
import { isBackupPath } from './backups/names';
import { type Changed, labelOf } from './history/entries';
import type { Platform } from './platform';
import { heldOtherName, isSameFile } from './same-file';
import { coderAlone, freeColor, rowOf, type SessionPerson, sessionCoder } from './session-coder';
import { createHolderWatch } from './watch-holder';
import { watchProject } from './watch-project';
import type { News, OpenFile, OpenProject, WatchedProject } from './watch-types';
import { heldSentence, lostSentence } from './watch-words';
import { acquireWriterLock, type WriterLock } from './writer-lock';

export type { OpenProject };

/** What the engine has in its hands: at most one project, and the person at the keyboard. */
export interface Session {
  readonly current: WatchedProject | null;
  /** Throws ExpectedError `invalid` when no project is open. */
  project(): WatchedProject;
  /** Before an answer: forgets what is kept in memory when a writer elsewhere has changed the project read here. */
  notice(): void;
  /** Looks at lock and file, whether all is as it was left. Never throws. */
  look(): News;
  state(): SessionState;
  /** Keeps the counts true after a change, without counting all rows anew. */
  follow(changed: Pick<Changed<unknown>, 'gained' | 'recounted' | 'tables'>): void;
  setCoder(coder: { readonly name: string; readonly color?: string | undefined }): void;
  /** The coder's row in the open project; made when it is not there yet. Only inside a transaction. */
  coderRow(now: string): Coder;
  create(path: string, name: string | undefined): Promise<void>;
  /** `takeOver`: the nonce of a silent holder whose lock the person agreed to take. */
  open(path: string, readOnly: boolean, takeOver?: string): Promise<void>;
  close(): void;
}

export interface SessionHooks {
  /** Called with the lock in hand, before a file that may be brought to a newer form is touched. */
  readonly beforeOpening?: (path: string) => Promise<void>;
  /** With each heartbeat of the lock. */
  readonly onBeat?: () => void;
  /** Another program's commit came to light while a question was answered. */
  readonly onNoticed?: () => void;
  readonly tell?: (told: EngineEvents['outside']) => void;
}

export function createSession(platform: Platform, hooks: SessionHooks = {}): Session {
  const { files } = platform;
  let current: WatchedProject | null = null;
  let coder: SessionPerson | null = null;
  let counts: ProjectCounts | null = null;
  let lastState: SessionState | null = null;
  let runtime: SqliteRuntime | null = null;

  const project = () => {
    if (!current) throw new ExpectedError('invalid', 'No project is open.');
    return current;
  };
  const close = (kept: WriterLock | null = null) => {
    const closing = current;
    current = null;
    lastState = null;
    const keptAt = closing?.close(kept) ?? null;
    if (keptAt !== null) hooks.tell?.({ what: 'kept', path: keptAt });
  };
  const take = (next: WatchedProject) => {
    current = next;
    counts = null;
    if (coder) coder.row = undefined;
  };
  const notice = () => {
    if (!current?.notice()) return;
    counts = null;
    hooks.onNoticed?.();
  };

  const lockFor = (path: string, doing: 'open' | 'create', takeOver?: string) => {
    try {
      const onBeat = () => hooks.onBeat?.();
      return acquireWriterLock(platform, { path, coder: coder?.name ?? '', takeOver, onBeat });
    } catch (error) {
      throw expectedFromOpening(error, path, doing);
    }
  };
  const guardOf = (lock: WriterLock | null) => () => {
    if (lock && !lock.check()) throw new ExpectedError('readOnly', `${lostSentence} Nothing was changed.`);
  };
  const openFile: OpenFile = (path, lock) => {
    if (!runtime) throw new Error('SQLite is not loaded');
    const beforeCommit = guardOf(lock);
    return openProjectFile({
      path,
      runtime,
      files,
      history: platform,
      readOnly: lock === null,
      beforeCommit,
    });
  };

  const open = async (path: string, asReader: boolean, takeOver?: string): Promise<void> => {
    runtime = await platform.loadSqlite();
    const isBackup = isBackupPath(path);
    const readOnly = asReader || isBackup;
    const again = current && isSameFile(files, path, current.database.path) ? current : null;
    again?.look();
    if (again && !again.trouble && (readOnly || again.readOnly === null)) return;
    const agreed = takeOver === undefined ? undefined : silent(platform, path, again, takeOver);
    // A file that was put in the place of the open one has the same lock, and that is ours already.
    const kept = again?.lock ?? null;
    const linkedName = readOnly || kept ? null : await heldOtherName(platform, path);
    const lock = readOnly || linkedName ? null : (kept ?? lockFor(path, 'open', agreed));
    const heldAt = readOnly || lock ? null : (linkedName ?? path);
    // Asked once more in vain: what is on the screen stays.
    if (again?.writer && heldAt !== null && !again.trouble) return;
    try {
      if (lock) await hooks.beforeOpening?.(path);
      const database = openFile(path, lock);
      const reason = isBackup ? backupSentence : null;
      const next = watchProject({ platform, path, database, lock, openFile, reason, heldAt });
      close(lock);
      take(next);
    } catch (error) {
      if (lock !== kept) lock?.release();
      throw error;
    }
  };

  const freshState = (): SessionState => {
    notice();
    if (!current) return { state: 'closed', coder: coderAlone(coder) };
    const { database, path, lock, readOnly, writer, trouble } = current;
    counts ??= countAll(database);
    const undo = nextToUndo(database);
    const redo = nextToRedo(database);
    return {
      state: 'open',
      path,
      readOnly,
      isAfterCrash: database.recovered || (lock?.isInherited ?? false),
      writer,
      trouble,
      project: readProject(database),
      coder: sessionCoder(database, coder),
      counts,
      undo: undo ? labelOf(undo) : null,
      redo: redo ? labelOf(redo) : null,
    };
  };

  return {
    get current() {
      return current;
    },
    project,
    close: () => close(),
    notice,
    open,

    look() {
      const news = current?.look() ?? { kind: 'nothing', told: null };
      if (news.kind === 'content') counts = null;
      return news;
    },

    state() {
      try {
        lastState = freshState();
      } catch (error) {
        // A file that can't be read any more: what the window knew of it stays, with what is the matter.
        current?.look();
        if (!current?.trouble || lastState?.state !== 'open') throw error;
        const { readOnly, writer, trouble } = current;
        lastState = { ...lastState, readOnly, writer, trouble };
      }
      return lastState;
    },

    follow({ gained: rows, recounted, tables }) {
      if (tables?.source !== undefined) current?.texts.forget(tables.source as readonly SourceId[] | null);
      current?.lists.forget(tables);
      current?.usage.forget(recounted);
      current?.analysis.forget(recounted);
      if (!counts) return;
      counts = {
        documents: counts.documents + (rows.source ?? 0),
        codes: counts.codes + (rows.code ?? 0),
        quotations: counts.quotations + (rows.quotation ?? 0),
        codings: counts.codings + (rows.coding ?? 0),
        memos: counts.memos + (rows.memo ?? 0),
      };
    },

    setCoder(next) {
      coder = { name: next.name, color: next.color, row: undefined };
    },

    coderRow(now) {
      const { database } = project();
      if (!coder) {
        throw new ExpectedError(
          'invalid',
          'Nobody is named as the coder yet. Say who codes, then try again.',
        );
      }
      const known = rowOf(database, coder);
      coder.row = known?.id;
      if (known) return known;
      const row: Coder = {
        id: platform.newId<CoderId>(),
        name: coder.name,
        color: coder.color ?? freeColor(database),
        createdAt: now,
      };
      insertCoder(database, row);
      return row;
    },

    async create(path, name) {
      runtime = await platform.loadSqlite();
      const folder = folderOf(path);
      if (!(await isFolder(platform, folder))) {
        throw new ExpectedError(
          'notFound',
          `There is no folder ${folder} to make the project in. Nothing was changed.`,
        );
      }
      const lock = lockFor(path, 'create');
      if (!lock) {
        const holder = createHolderWatch(platform, path).look();
        throw new ExpectedError(
          'conflict',
          `${holder ? heldSentence(holder, platform.clock()) : ''} Nothing was changed.`.trim(),
        );
      }
      try {
        const beforeCommit = guardOf(lock);
        const database = createProjectFile(
          { path, runtime, files, history: platform, beforeCommit },
          {
            id: platform.newId<ProjectId>(),
            lineage: platform.newId(),
            name: name ?? asName(fileName(path).replace(/\.emic$/i, '')),
            createdAt: platform.clock(),
            createdWith: `Emic ${platform.appVersion}`,
          },
        );
        const next = watchProject({ platform, path, database, lock, openFile, reason: null, heldAt: null });
        close();
        take(next);
      } catch (error) {
        lock.release();
        throw error;
      }
    },
  };
}

const backupSentence = 'This is a backup, which is kept as it is. To work on it, restore it.';

/** The nonce, unless its holder has given a sign of life since the person was asked. Throws ExpectedError. */
function silent(platform: Platform, path: string, again: WatchedProject | null, nonce: string): string {
  const holder = again?.writer?.holder ?? createHolderWatch(platform, path).look();
  if (!holder || holder.takeover === nonce) return nonce;
  const sentence = heldSentence(holder, platform.clock());
  throw new ExpectedError(
    'conflict',
    `${sentence} It has given a sign of life since, so it was not taken over. Nothing was changed.`,
  );
}

async function isFolder(platform: Platform, path: string): Promise<boolean> {
  try {
    return (await platform.documents.look(path)).kind === 'folder';
  } catch {
    return false;
  }
}

function folderOf(path: string): string {
  return path.replace(/[^/\\]*$/, '') || '.';
}
