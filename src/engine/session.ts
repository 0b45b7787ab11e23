import type { SessionCoder, SessionState } from '../contract/events';
import { codeColorRing } from '../core/colors';
import type { Coder } from '../core/entities';
import type { CoderId, ProjectId } from '../core/ids';
import { ExpectedError } from '../core/result';
import { nextToRedo, nextToUndo } from '../storage/change-log/change-sets';
import { createProjectFile, fileName, openProjectFile } from '../storage/project-file';
import { coderByName, insertCoder, listCoders } from '../storage/repositories/coders';
import { countAll, readProject } from '../storage/repositories/project';
import type { Database } from '../storage/sqlite/types';
import { type AnalysisCache, createAnalysisCache } from './analysis-cache';
import { labelOf } from './command-path';
import type { Platform } from './platform';
import { createTextCache, type TextCache } from './text-cache';
import { acquireWriterLock, type WriterLock } from './writer-lock';

/** The open project with what belongs to it. */
export interface OpenProject {
  readonly path: string;
  readonly database: Database;
  readonly texts: TextCache;
  readonly analysis: AnalysisCache;
  /** Why it can only be read, as a sentence. */
  readonly readOnly: string | null;
  readonly lock: WriterLock | null;
}

/** What the engine has in its hands: at most one project, and the person at the keyboard. */
export interface Session {
  readonly current: OpenProject | null;
  /** Throws ExpectedError `invalid` when no project is open. */
  project(): OpenProject;
  state(): SessionState;
  setCoder(coder: { readonly name: string; readonly color?: string | undefined }): void;
  /** The coder's row in the open project; made when it is not there yet. Only inside a transaction. */
  coderRow(now: string): Coder;
  create(path: string, name: string | undefined): Promise<void>;
  open(path: string, readOnly: boolean): Promise<void>;
  close(): void;
}

export function createSession(platform: Platform): Session {
  let current: OpenProject | null = null;
  let coder: { name: string; color: string | undefined } | null = null;

  const project = () => {
    if (!current) throw new ExpectedError('invalid', 'No project is open.');
    return current;
  };
  const close = () => {
    const closing = current;
    current = null;
    closing?.database.close();
    closing?.lock?.release();
  };
  const take = (path: string, database: Database, lock: WriterLock | null, readOnly: string | null) => {
    const texts = createTextCache(database);
    current = { path, database, texts, analysis: createAnalysisCache(database, texts), readOnly, lock };
  };

  return {
    get current() {
      return current;
    },
    project,
    close,

    state() {
      const sessionCoder = current ? coderIn(current.database, coder) : coderIn(null, coder);
      if (!current) return { state: 'closed', coder: sessionCoder };
      const { database, path, readOnly } = current;
      const undo = nextToUndo(database);
      const redo = nextToRedo(database);
      return {
        state: 'open',
        path,
        readOnly,
        project: readProject(database),
        coder: sessionCoder,
        counts: countAll(database),
        undo: undo ? labelOf(undo) : null,
        redo: redo ? labelOf(redo) : null,
      };
    },

    setCoder(next) {
      coder = { name: next.name, color: next.color };
    },

    coderRow(now) {
      const { database } = project();
      if (!coder) {
        throw new ExpectedError(
          'invalid',
          'Nobody is named as the coder yet. Say who codes, then try again.',
        );
      }
      const known = coderByName(database, coder.name);
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
      const lock = acquireWriterLock(platform, path, coder?.name ?? '');
      if (lock.held !== null) throw new ExpectedError('conflict', lock.held);
      try {
        const database = createProjectFile(
          { path, runtime, files: platform.files },
          {
            id: platform.newId<ProjectId>(),
            lineage: platform.newId(),
            name: name ?? fileName(path).replace(/\.emic$/i, ''),
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
      if (current?.path === path && (readOnly || current.readOnly === null)) return;
      const lock = readOnly ? null : acquireWriterLock(platform, path, coder?.name ?? '');
      const held = lock?.held ?? null;
      try {
        const database = openProjectFile({
          path,
          runtime,
          files: platform.files,
          readOnly: readOnly || held !== null,
        });
        close();
        take(path, database, lock?.lock ?? null, held ?? reasonNotToWrite(database));
      } catch (error) {
        lock?.lock?.release();
        throw error;
      }
    },
  };
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

function coderIn(
  database: Database | null,
  coder: { name: string; color: string | undefined } | null,
): SessionCoder | null {
  if (!coder) return null;
  const row = database ? coderByName(database, coder.name) : undefined;
  return {
    id: row?.id ?? null,
    name: coder.name,
    color: row?.color ?? coder.color ?? codeColorRing[0] ?? '#808080',
  };
}

function freeColor(database: Database): string {
  const taken = new Set(listCoders(database).map(({ color }) => color));
  return codeColorRing.find((color) => !taken.has(color)) ?? codeColorRing[0] ?? '#808080';
}
