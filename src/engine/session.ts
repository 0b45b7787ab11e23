import type { ProjectCounts, SessionCoder, SessionState } from '../contract/events';
import { asName } from '../contract/schema';
import { codeColorRing } from '../core/colors';
import type { Coder } from '../core/entities';
import type { CoderId, ProjectId } from '../core/ids';
import { ExpectedError } from '../core/result';
import { nextToRedo, nextToUndo } from '../storage/change-log/change-sets';
import { createProjectFile, expectedFromOpening, fileName, openProjectFile } from '../storage/project-file';
import { coderById, coderByName, insertCoder, listCoders } from '../storage/repositories/coders';
import { countAll, readProject } from '../storage/repositories/project';
import type { Database } from '../storage/sqlite/types';
import { type AnalysisCache, createAnalysisCache } from './analysis-cache';
import { type CodeCountCache, createCodeCountCache } from './code-counts';
import { type Changed, labelOf } from './command-path';
import type { Platform } from './platform';
import { isSameFile } from './same-file';
import { createTextCache, type TextCache } from './text-cache';
import { acquireWriterLock, type WriterLock } from './writer-lock';

/** The open project with what belongs to it. */
export interface OpenProject {
  readonly path: string;
  readonly database: Database;
  readonly texts: TextCache;
  readonly analysis: AnalysisCache;
  readonly codeCounts: CodeCountCache;
  /** Why it can only be read, as a sentence. */
  readonly readOnly: string | null;
  readonly lock: WriterLock | null;
}

/** What the engine has in its hands: at most one project, and the person at the keyboard. */
export interface Session {
  readonly current: OpenProject | null;
  /** Throws ExpectedError `invalid` when no project is open. */
  project(): OpenProject;
  /** Forgets what is kept in memory when another program has changed a project that is open for reading. */
  notice(): void;
  state(): SessionState;
  /** Keeps the counts true after a change, without counting all rows anew. */
  follow(changed: Pick<Changed<unknown>, 'gained' | 'recounted'>): void;
  setCoder(coder: { readonly name: string; readonly color?: string | undefined }): void;
  /** The coder's row in the open project; made when it is not there yet. Only inside a transaction. */
  coderRow(now: string): Coder;
  create(path: string, name: string | undefined): Promise<void>;
  open(path: string, readOnly: boolean): Promise<void>;
  close(): void;
}

export function createSession(platform: Platform): Session {
  let current: OpenProject | null = null;
  let coder: SessionPerson | null = null;
  let counts: ProjectCounts | null = null;

  const project = () => {
    if (!current) throw new ExpectedError('invalid', 'No project is open.');
    return current;
  };
  const close = (kept: WriterLock | null = null) => {
    const closing = current;
    current = null;
    closing?.database.close();
    if (closing?.lock !== kept) closing?.lock?.release();
  };
  const notice = () => {
    if (!current || current.database.canWrite || !current.database.changedByOthers()) return;
    counts = null;
    current.codeCounts.forget(null);
  };
  const take = (path: string, database: Database, lock: WriterLock | null, readOnly: string | null) => {
    if (coder) coder.row = undefined;
    counts = null;
    const texts = createTextCache(database);
    current = {
      path,
      database,
      texts,
      analysis: createAnalysisCache(database, texts),
      codeCounts: createCodeCountCache(database),
      get readOnly() {
        return readOnly ?? lock?.lost ?? null;
      },
      lock,
    };
  };

  const lockFor = (path: string, doing: 'open' | 'create') => {
    try {
      return acquireWriterLock(platform, path, coder?.name ?? '');
    } catch (error) {
      throw expectedFromOpening(error, path, doing);
    }
  };

  return {
    get current() {
      return current;
    },
    project,
    close: () => close(),
    notice,

    state() {
      notice();
      if (!current)
        return { state: 'closed', coder: coder && { ...coder, id: null, color: coder.color ?? firstColor } };
      const { database, path, readOnly } = current;
      counts ??= countAll(database);
      const undo = nextToUndo(database);
      const redo = nextToRedo(database);
      return {
        state: 'open',
        path,
        readOnly,
        project: readProject(database),
        coder: sessionCoder(current.database, coder),
        counts,
        undo: undo ? labelOf(undo) : null,
        redo: redo ? labelOf(redo) : null,
      };
    },

    follow({ gained: rows, recounted }) {
      current?.codeCounts.forget(recounted);
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
      const runtime = await platform.loadSqlite();
      const folder = folderOf(path);
      if (!(await isFolder(platform, folder))) {
        throw new ExpectedError(
          'notFound',
          `There is no folder ${folder} to make the project in. Nothing was changed.`,
        );
      }
      const lock = lockFor(path, 'create');
      if (lock.held !== null) throw new ExpectedError('conflict', lock.held);
      try {
        const database = createProjectFile(
          { path, runtime, files: platform.files },
          {
            id: platform.newId<ProjectId>(),
            lineage: platform.newId(),
            name: name ?? asName(fileName(path).replace(/\.emic$/i, '')),
            createdAt: platform.clock(),
            createdWith: `Emic ${platform.appVersion}`,
          },
        );
        close();
        take(path, database, lock.lock, null);
      } catch (error) {
        lock.lock.release();
        throw error;
      }
    },

    async open(path, readOnly) {
      const runtime = await platform.loadSqlite();
      const again = current && isSameFile(platform.files, path, current.database.path) ? current : null;
      const isThere = again?.database.identity().atPath === 'same';
      if (again && isThere && (readOnly || again.readOnly === null)) return;
      // A file that was put in the place of the open one has the same lock, and that is ours already.
      const kept = again && again.lock?.lost === null ? again.lock : null;
      const lock = readOnly ? null : kept ? { lock: kept, held: null } : lockFor(path, 'open');
      const held = lock?.held ?? null;
      try {
        const database = openProjectFile({
          path,
          runtime,
          files: platform.files,
          readOnly: readOnly || held !== null,
        });
        close(lock?.lock ?? null);
        take(path, database, lock?.lock ?? null, held ?? reasonNotToWrite(database));
      } catch (error) {
        if (lock?.lock !== kept) lock?.lock?.release();
        throw error;
      }
    },
  };
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

function reasonNotToWrite(database: Database): string | null {
  if (database.canWrite) return null;
  switch (database.readOnlyReason) {
    case 'file':
      return 'The project file is write-protected.';
    case 'folder':
      return 'The project’s folder may not be written.';
    default:
      return 'The project was opened for reading.';
  }
}

/** The person at the keyboard; `row` holds on to the row through renaming, as long as this project is open. */
interface SessionPerson {
  readonly name: string;
  readonly color: string | undefined;
  row: CoderId | undefined;
}

const firstColor = codeColorRing[0] ?? '#808080';

function rowOf(database: Database, person: SessionPerson): Coder | undefined {
  return (person.row && coderById(database, person.row)) ?? coderByName(database, person.name);
}

function sessionCoder(database: Database, person: SessionPerson | null): SessionCoder | null {
  if (!person) return null;
  const row = rowOf(database, person);
  person.row = row?.id;
  return {
    id: row?.id ?? null,
    name: row?.name ?? person.name,
    color: row?.color ?? person.color ?? firstColor,
  };
}

function freeColor(database: Database): string {
  const taken = new Set(listCoders(database).map(({ color }) => color));
  return codeColorRing.find((color) => !taken.has(color)) ?? firstColor;
}
