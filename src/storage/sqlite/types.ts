/**
 * The public face of the SQLite layer. Schema, change log and repositories are written against these types only.
 */
import type { FileSystem } from './file-system';
import type { Slices } from './slices';
import type { SqliteRuntime } from './sql-js-runtime';

export type { SqliteRuntime };

/**
 * A column value. INTEGER and REAL both arrive as number: exact up to 2^53, which holds every position, count and
 * time Emic stores; ids are text. Integers outside 32 bits are bound as REAL, which a column declared INTEGER (STRICT
 * too) turns back into an integer. NaN and infinities are refused. Text is kept as given, a leading U+FEFF and U+0000
 * included; a lone surrogate becomes U+FFFD (make text well-formed at the door).
 */
export type SqlValue = string | number | null | Uint8Array;

/**
 * Parameters by position (`?`) or by name without its prefix (`:name` is `{ name }`). Too few, too many or unknown
 * ones throw, unlike in plain SQLite, which binds NULL in silence.
 */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export type SqlRow = Record<string, SqlValue>;

/**
 * A statement that reads. It stays valid for the life of the database: what SQLite compiled is kept in a bounded
 * cache and made anew when needed. Execution is synchronous and complete (except `iterate`).
 */
export interface ReadStatement {
  readonly sql: string;
  /** The first row as an object, or undefined. `Row` is the caller's promise about the columns, not checked. */
  get<Row extends object = SqlRow>(params?: SqlParams): Row | undefined;
  /** All rows as objects. */
  allObjects<Row extends object = SqlRow>(params?: SqlParams): Row[];
  /** All rows as arrays in column order; the fastest way to read many. */
  allArrays<Row extends readonly SqlValue[] = SqlValue[]>(params?: SqlParams): Row[];
  /** First column of the first row, or undefined when there is no row. */
  value<T extends SqlValue = SqlValue>(params?: SqlParams): T | undefined;
  /** First column of all rows. */
  values<T extends SqlValue = SqlValue>(params?: SqlParams): T[];
  /** Rows as objects one at a time. Leaving the loop early frees the statement. */
  iterate<Row extends object = SqlRow>(params?: SqlParams): IterableIterator<Row>;
  /** Column names in order (empty for a statement that returns no rows). */
  columns(): readonly string[];
}

export interface Statement extends ReadStatement {
  /**
   * Executes to the end; rows are dropped. `changes`: rows directly changed, not those of triggers. Outside
   * `transaction` it commits by itself, unchecked by `identity`: for TEMP tables and pragmas.
   */
  run(params?: SqlParams): { readonly changes: number };
}

/** A handle that can only read. */
export interface ReadableDatabase {
  readonly path: string;
  /** Compiles, or takes from the cache. One statement only; text after it throws. */
  prepare(sql: string): ReadStatement;
  /**
   * Runs `work` on one unchanging state. In `read` mode another process may commit meanwhile: then `work` is run
   * again, so it must be without side effects. Throws StorageFault `busy` or `needsRecovery` when no quiet moment
   * comes. May be nested, and may stand inside a transaction. Single statements guard themselves the same way.
   */
  read<T>(work: () => T): T;
  /** True once after another connection or program changed the file since the last call (`PRAGMA data_version`). */
  changedByOthers(): boolean;
  /** The file at the path and the one that is open. */
  identity(): FileIdentity;
  /** `PRAGMA integrity_check` (or quick_check) and foreign_key_check; empty when all is well. */
  integrityCheck(depth?: 'quick' | 'full'): string[];
  /**
   * Writes a compact copy (VACUUM INTO: no free pages, no journal), synced, put in place by rename; an existing file
   * is replaced only when `replace` is set. Works also when the own file was deleted or replaced, and in `read` mode.
   */
  copyTo(path: string, options?: { readonly replace?: boolean }): void;
  /** Frees statements, closes, removes the empty journal. Safe to call twice. */
  close(): void;
}

/** A handle that can write. Only one per file and machine may live: see `lock-file.ts`. */
export interface Database extends ReadableDatabase {
  /** False when opened with `read`, or when file or folder turned out not to be writable. */
  readonly canWrite: boolean;
  readonly readOnlyReason: 'asked' | 'file' | 'folder' | undefined;
  /** The last writer had not closed cleanly: SQLite rolled its unfinished transaction back at opening. */
  readonly recovered: boolean;
  readonly isInTransaction: boolean;
  /**
   * From now on nothing is written any more, and a journal at the path is left alone: to be called when the path was
   * seen to name another file, or none. `copyTo` still works.
   */
  detach(): void;
  prepare(sql: string): Statement;
  /** Runs any number of statements without parameters; rows are dropped. For DDL and pragmas. See `run`. */
  exec(sql: string): void;
  /**
   * BEGIN IMMEDIATE, `work`, COMMIT. When it returns, the change is on disk (synced) in the file at `path`. When
   * `work` throws, all is rolled back and the error passes through. Not nested, not async (both throw).
   */
  transaction<T>(work: () => T): T;
  /**
   * The same for work in slices: between two of them whoever drives it may do something else, as long as nothing else
   * touches this database. To be driven to its end; what is thrown into it rolls all back.
   */
  transactionInSlices<S, T>(work: () => Slices<S, T>): Slices<S, T>;
  /** A JavaScript function for SQL. Lost when the connection is made anew: define it in `onConnect`. */
  createFunction(name: string, implementation: (...args: SqlValue[]) => SqlValue): void;
}

export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
  /** Hard links of the open file; 0 when it was deleted. */
  readonly links: bigint;
  /** `same`: the path names the open file. */
  readonly atPath: 'same' | 'missing' | 'replaced';
  /** Another text whenever somebody wrote to the open file: time and size. */
  readonly written: string;
  /** SQLite's counter in the open file's header, which each commit raises, whoever made it. */
  readonly commits: number;
}

export interface OpenOptions {
  /** `create`: must not exist; `write`: must exist, falls back to reading; `read`: never writes a byte. */
  readonly mode: 'create' | 'write' | 'read';
  readonly path: string;
  readonly runtime: SqliteRuntime;
  readonly files: FileSystem;
  /**
   * Called after each connection is set up: at opening, and again after a failed sync made a reopening necessary.
   * The place for TEMP tables and triggers and own functions.
   */
  readonly onConnect?: (database: Database) => void;
  /** Called once for each connection, ahead of its first transaction: for what only changes need. */
  readonly beforeChanges?: ((database: Database) => void) | undefined;
  /** Called ahead of each COMMIT; what it throws rolls the transaction back. The place to look at the lock. */
  readonly beforeCommit?: (() => void) | undefined;
  /** Compiled statements kept; default 200. */
  readonly statementCacheSize?: number;
  /** How long a reader waits for a writer's commit to end, in milliseconds; default 2000. */
  readonly patience?: number;
}
