import type { FileTrouble, ProjectWriter } from '../contract/events';
import type { Database } from '../storage/sqlite/types';
import type { AnalysisCache } from './analysis-cache';
import type { ListCache } from './list-cache';
import type { Platform } from './platform';
import type { StructureCache } from './structure/structure-cache';
import type { TextCache } from './text-cache';
import type { UsageCache } from './usage-cache';
import type { WriterLock } from './writer-lock';

/** The open project with what belongs to it. Stays the same object when its file has to be opened anew. */
export interface OpenProject {
  readonly path: string;
  readonly database: Database;
  readonly texts: TextCache;
  readonly structure: StructureCache;
  readonly analysis: AnalysisCache;
  readonly lists: ListCache;
  readonly usage: UsageCache;
  /** Why it can only be read, as a sentence. */
  readonly readOnly: string | null;
  readonly writer: ProjectWriter | null;
  readonly trouble: FileTrouble | null;
}

/** What a look at lock and file has brought: nothing, another session state, or also other rows in every table. */
export interface News {
  readonly kind: 'nothing' | 'session' | 'content';
  /** To be told to the person, once. */
  readonly told: 'changed' | 'returned' | null;
}

export interface WatchedProject extends OpenProject {
  readonly lock: WriterLock | null;
  /** Device and number of the open file. */
  readonly fileIdentity: string;
  /** Looks at lock and file: a look at the disk or two while nothing has happened. Never throws. */
  look(): News;
  /** Before anything is read: true when another program has changed a project that is open for reading. */
  notice(): boolean;
  /** After each transaction, with what it threw. */
  wrote(thrown?: unknown): void;
  saveCopy(path: string): void;
  putBack(): void;
  foundAt(path: string): void;
  /** Keeps what has lost its place; returns where. The lock `kept` is not given back. */
  close(kept: WriterLock | null): string | null;
}

export interface ProjectParts {
  readonly platform: Platform;
  readonly path: string;
  readonly database: Database;
  readonly lock: WriterLock | null;
  /** Somebody else holds the lock of the file at this path. */
  readonly heldAt: string | null;
  /** Why it can only be read, where that is known beforehand. */
  readonly reason: string | null;
  /** What `openFile` gave: the project in the right mode for `lock`. */
  readonly openFile: OpenFile;
}

/** Opens the project file at a path; without a lock only for reading. */
export type OpenFile = (path: string, lock: WriterLock | null) => Database;
