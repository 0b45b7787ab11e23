import type { Clock, IdSource } from '../core/ids';
import type { FileSystem } from '../storage/sqlite/file-system';
import type { ProcessFacts } from '../storage/sqlite/process-facts';
import type { SqliteRuntime } from '../storage/sqlite/sql-js-runtime';

/**
 * All that the engine needs of the machine, injected, so that the same engine runs in the window's engine process,
 * on the command line and in tests.
 */
export interface Platform {
  readonly appVersion: string;
  /** Synchronous files for SQLite. */
  readonly files: FileSystem;
  /** Which process this is, and which others live; for the writer's lock. */
  readonly process: ProcessFacts;
  /** Calls `work` again and again without keeping the process alive; returns the stop. */
  every(milliseconds: number, work: () => void): () => void;
  /** SQLite itself; loaded once, when first needed. */
  loadSqlite(): Promise<SqliteRuntime>;
  /** Files that a researcher brings in or takes out. Failures carry the system's `code` (`ENOENT`, ...). */
  readonly documents: DocumentFiles;
  /** Lower-case hexadecimal SHA-256 of the parts' UTF-8 bytes, one after the other. */
  sha256(parts: Iterable<string>): string;
  readonly clock: Clock;
  readonly newId: IdSource;
  /** Milliseconds for measuring, from any origin. */
  readonly milliseconds: () => number;
}

export interface DocumentFiles {
  read(path: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** What is at a path, through links. Pipes and devices are `other`: reading them may never end. */
  look(path: string): Promise<FileFacts>;
  /** Names in a folder, hidden ones left out. */
  list(
    path: string,
  ): Promise<readonly { readonly name: string; readonly path: string; readonly isFolder: boolean }[]>;
  /** Writes beside the target and renames, so that a failure leaves what was there. Only files are replaced. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** The last part of the whole path, also of `.` and `..`; empty for the root. */
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
}
