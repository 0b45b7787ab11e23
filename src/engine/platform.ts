import type { Clock, IdSource } from '../core/ids';
import type { SearchPattern } from '../core/search';
import type { FlatSpans } from '../core/text';
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
  /** Files that are copied in the background. Failures carry the system's `code`. */
  readonly backgroundFiles: BackgroundFiles;
  /** A folder that nobody else can read, for the time of the work; it goes with all that is in it. */
  withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** The SHA-256 of bytes that come piece by piece. */
  newDigest(): Digest;
  /** Lower-case hexadecimal SHA-256 of the parts' UTF-8 bytes, one after the other. */
  sha256(parts: Iterable<string>): string;
  /** A thread that looks for patterns in texts; whoever starts it ends it. */
  startSearchThread(): SearchThread;
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

/** Files without waiting: while the disk works, the engine answers. */
export interface BackgroundFiles {
  /** `r` to read; `wx` makes a new file, refused where one is. */
  open(path: string, flags: 'r' | 'wx'): Promise<BackgroundFile>;
  /** Null where nothing is. */
  look(path: string): Promise<{
    readonly kind: 'file' | 'folder' | 'other';
    readonly bytes: number;
    /** Milliseconds since 1970. */
    readonly modifiedAt: number;
  } | null>;
  names(folder: string): Promise<readonly string[]>;
  /** Its parent must be there; it may be there itself. */
  makeFolder(path: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes what was made, renamed or removed in a folder durable, where the system can. */
  syncFolder(path: string): Promise<void>;
}

export interface BackgroundFile {
  /** Bytes read; 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  write(bytes: Uint8Array, position: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Digest {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal. */
  value(): string;
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** The last part of the whole path, also of `.` and `..`; empty for the root. */
  readonly name: string;
  /** Size in bytes. */
  readonly bytes: number;
}

/** Looks for patterns apart from the engine's thread, which goes on answering. */
export interface SearchThread {
  /** Answers in the order of the questions; rejects when the thread was ended before. */
  ask(question: SearchQuestion): Promise<SearchAnswer>;
  /** At once, in the middle of an expression that never ends too. */
  end(): void;
}

export interface SearchQuestion {
  readonly pattern: SearchPattern;
  /** UTF-8, each in a buffer of its own, which is handed over: it is empty afterwards. */
  readonly texts: readonly Uint8Array[];
  /** Hits in one text after which it is left. */
  readonly limit: number;
}

/** Hits of each text in code points, ends exclusive; or why there can be none, as a sentence. */
export type SearchAnswer = { readonly spans: readonly FlatSpans[] } | { readonly refusal: string };
