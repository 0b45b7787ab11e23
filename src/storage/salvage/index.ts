/**
 * Saves all that can be read from a damaged project file into a new one. The damaged file is only ever read, past
 * SQLite, page by page (`pages/`); rows are found, mended until they can stand together, and written to a file of the
 * present form, which appears at its path whole or not at all.
 */
import { ExpectedError } from '../../core/result';
import type { HistoryTools } from '../change-log/seal';
import { findProblems } from '../integrity';
import { expectedFromOpening, fileName } from '../project-file';
import { migrate } from '../schema';
import { hostFault, resolveNew } from '../sqlite/compact-copy';
import type { FileSystem } from '../sqlite/file-system';
import { openDatabase } from '../sqlite/open-database';
import type { SqliteRuntime } from '../sqlite/sql-js-runtime';
import { StorageFault } from '../sqlite/storage-fault';
import type { Database } from '../sqlite/types';
import { type Built, beginHistoryAnew, buildProject, noteRepair } from './build';
import { type Finds, findRows } from './find-rows';
import { fileVersion, refuseOthers } from './is-project';
import { openPages, type Pages } from './pages/pages';
import { createNotes, type Notes, type Salvage } from './report';
import { tellOfLosses } from './tell-losses';

export type { Salvage, SavedCounts } from './report';

export interface SalvageOptions {
  /** The damaged file. */
  readonly path: string;
  /** The new one; nothing may be there. */
  readonly to: string;
  readonly files: FileSystem;
  readonly runtime: SqliteRuntime;
  readonly tools: HistoryTools;
  /** Program and version that make the new file. */
  readonly createdWith: string;
  /** Called between steps; may throw to stop. Then nothing is left behind. */
  readonly pulse: () => Promise<void>;
}

/**
 * Throws ExpectedError: `notFound`, `conflict` (something is at `to`; somebody writes the damaged file),
 * `unreadableFile` (nothing of a project is in it), `newerVersion`; and what writing the new file throws.
 */
export async function salvageProject(options: SalvageOptions): Promise<Salvage> {
  const { files, path } = options;
  const to = freePath(options);
  const before = stateOf(files, path);
  const pages = open(options);
  try {
    const finds = await findRows(pages, options.pulse);
    const name = fileName(path);
    refuseOthers({ pages, finds, name });
    const salvage = await intoNewFile({ ...options, to }, { pages, finds, name, before });
    return salvage;
  } finally {
    pages.close();
  }
}

interface Found {
  readonly pages: Pages;
  readonly finds: Finds;
  readonly name: string;
  readonly before: string;
}

async function intoNewFile(options: SalvageOptions, found: Found): Promise<Salvage> {
  const { files, to, tools } = options;
  const part = `${to.replace(/[^/\\]*$/, '')}.emic-${tools.newId<string>()}.part`;
  const database = madeAt(options, part);
  try {
    // Nobody sees this file before it is done, so it need not be safe, and may spill.
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA cache_spill = ON; PRAGMA synchronous = OFF');
    const notes = createNotes();
    const built = await buildProject(database, {
      pages: found.pages,
      finds: found.finds,
      version: fileVersion(found),
      tools,
      notes,
      name: found.name.replace(/\.emic$/i, '') || 'Untitled',
      createdWith: options.createdWith,
      pulse: options.pulse,
    });
    const isHistoryKept = await finish(database, options, built);
    tellOfLosses(found, { ...built, isHistoryKept }, notes);
    if (!isHistoryKept && notes.lost.length + notes.mended.length === 0) {
      notes.lose('Something is not as Emic wrote it, and nothing in the file tells what it was.');
    }
    if (stateOf(files, options.path) !== found.before) {
      throw new ExpectedError(
        'conflict',
        `${found.name} is being changed by another program. Nothing was written; close it there, then try again.`,
      );
    }
    put(database, to);
    return salvageOf(built, { isHistoryKept, notes });
  } finally {
    database.close();
    for (const end of ['', '-journal']) removeQuietly(files, part + end);
  }
}

/** Brings the file to its final form; says whether the history stands the full check. */
async function finish(database: Database, options: SalvageOptions, built: Built): Promise<boolean> {
  const { tools, pulse } = options;
  database.transaction(() => {
    migrate(database, tools);
    if (!built.isHistoryWhole) beginHistoryAnew(database, tools);
    noteRepair(database, tools);
  });
  const isSound = async () => {
    for (const problem of findProblems(database, tools.sha256)) {
      if (problem !== null) return false;
      await pulse();
    }
    return true;
  };
  if (!built.isHistoryWhole || (await isSound())) return built.isHistoryWhole;
  database.transaction(() => {
    beginHistoryAnew(database, tools);
    noteRepair(database, tools);
  });
  return false;
}

function salvageOf(
  { saved }: Built,
  { isHistoryKept, notes }: { readonly isHistoryKept: boolean; readonly notes: Notes },
): Salvage {
  return {
    saved: { ...saved, changes: isHistoryKept ? saved.changes : 0 },
    isHistoryKept,
    lost: notes.lost,
    mended: notes.mended,
  };
}

function freePath({ files, to }: SalvageOptions): string {
  try {
    const path = resolveNew(files, to);
    if (files.statSync(path, { bigint: true, throwIfNoEntry: false }) === undefined) return path;
  } catch (error) {
    throw expectedFromOpening(error instanceof StorageFault ? error : hostFault(error, to), to, 'create');
  }
  throw expectedFromOpening(new StorageFault('exists', `${to} exists`), to, 'create');
}

function open({ files, path }: SalvageOptions): Pages {
  try {
    // Before it is opened: opening a pipe would wait for ever.
    const isFile = files
      .statSync(files.realpathSync(path), { bigint: true, throwIfNoEntry: false })
      ?.isFile();
    if (isFile) return openPages(files, path);
  } catch (error) {
    throw expectedFromOpening(hostFault(error, path), path, 'open');
  }
  throw new ExpectedError('unreadableFile', `${fileName(path)} is not a file. Nothing was written.`);
}

/** Two equal states in a row mean that nobody wrote between. */
function stateOf(files: FileSystem, path: string): string {
  return ['', '-journal']
    .map((end) => {
      try {
        const status = files.statSync(path + end, { bigint: true, throwIfNoEntry: false });
        return status ? `${status.ino}/${status.size}/${status.mtimeNs}` : '';
      } catch {
        return '';
      }
    })
    .join(' ');
}

function madeAt({ files, runtime, to }: SalvageOptions, part: string): Database {
  try {
    return openDatabase({ mode: 'create', path: part, runtime, files });
  } catch (error) {
    throw expectedFromOpening(error, to, 'create');
  }
}

function put(database: Database, to: string): void {
  try {
    database.copyTo(to);
  } catch (error) {
    throw expectedFromOpening(error, to, 'create');
  }
}

function removeQuietly(files: FileSystem, path: string): void {
  try {
    files.unlinkSync(path);
  } catch {
    // It was never made.
  }
}
