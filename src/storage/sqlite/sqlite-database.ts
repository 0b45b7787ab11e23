/**
 * An open project file. Keeps the promise of the storage floor: when `transaction` returns, the change is on disk in
 * the file at the path; when it throws, the fault says what is on disk instead.
 */
import type { BoundFile } from './bound-file';
import { writeCopy } from './compact-copy';
import { Connection } from './connection';
import { readState } from './file-header';
import { assertSameFile, identityOf } from './file-identity';
import { integrityProblems } from './integrity-check';
import { makeDurable, removeQuietJournal } from './journal-care';
import { PreparedStatement, type StatementHost, type StatementLoan } from './prepared-statement';
import { type GuardOptions, readGuarded } from './reader-guard';
import { atOnce, oneSlice, type Slices } from './slices';
import type { SqliteRuntime } from './sql-js-runtime';
import { StorageFault, withOutcome } from './storage-fault';
import { tempViews, withoutViews } from './temp-views';
import type { Database, FileIdentity, SqlValue, Statement } from './types';

export interface DatabaseParts {
  readonly runtime: SqliteRuntime;
  readonly file: BoundFile;
  readonly recovered: boolean;
  readonly readOnlyReason: Database['readOnlyReason'];
  readonly onConnect: ((database: Database) => void) | undefined;
  readonly beforeChanges: ((database: Database) => void) | undefined;
  readonly beforeCommit: (() => void) | undefined;
  readonly statementCacheSize: number;
  readonly patience: number;
}

export class SqliteDatabase implements Database {
  readonly #parts: DatabaseParts;
  readonly #file: BoundFile;
  readonly #host: StatementHost;
  #connection: Connection | undefined;
  /** The connection that `beforeChanges` was called for. */
  #changing: Connection | undefined;
  /** Why nothing works any more: the file could not be opened again. */
  #broken: StorageFault | undefined;
  #transaction: { fault: StorageFault | undefined } | undefined;
  #readDepth = 0;
  #isConnecting = false;
  #dataVersion: SqlValue = null;

  /** Throws StorageFault. */
  constructor(parts: DatabaseParts) {
    this.#parts = parts;
    this.#file = parts.file;
    this.#host = {
      execute: (sql, kind, work) => this.#execute(sql, kind, work),
      borrow: (sql) => this.#borrow(sql),
      changes: () => this.#usable().changes(),
    };
    if (this.#file.readOnly) readGuarded(this.#guard(), () => this.#connect());
    else this.#connect();
  }

  get path(): string {
    return this.#file.path;
  }

  get canWrite(): boolean {
    return !this.#file.readOnly && !this.#file.isDetached;
  }

  get readOnlyReason(): Database['readOnlyReason'] {
    return this.#parts.readOnlyReason;
  }

  get recovered(): boolean {
    return this.#parts.recovered;
  }

  get isInTransaction(): boolean {
    return this.#transaction !== undefined;
  }

  detach(): void {
    this.#file.detach();
  }

  prepare(sql: string): Statement {
    return new PreparedStatement(this.#host, sql);
  }

  exec(sql: string): void {
    this.#refuseInRead();
    this.#guarded((connection) => connection.execute(sql));
  }

  createFunction(name: string, implementation: (...args: SqlValue[]) => SqlValue): void {
    this.#usable().createFunction(name, implementation);
  }

  transaction<T>(work: () => T): T {
    return atOnce(this.transactionInSlices(() => oneSlice(work)));
  }

  *transactionInSlices<S, T>(work: () => Slices<S, T>): Slices<S, T> {
    if (this.#transaction !== undefined) throw new Error('transactions are not nested');
    this.#refuseInRead();
    const connection = this.#usable();
    if (!this.canWrite) {
      throw new StorageFault('readOnly', `${this.path} is open for reading only`, { outcome: 'rolledBack' });
    }
    assertSameFile(this.#file, 'rolledBack');
    this.#prepareChanges(connection);
    const before = this.#state();
    const result = yield* this.#perform(connection, before, work);
    this.#commit(connection, before);
    assertSameFile(this.#file, 'committed');
    return result;
  }

  #prepareChanges(connection: Connection): void {
    if (this.#changing === connection) return;
    try {
      this.#parts.beforeChanges?.(this);
    } catch (error) {
      throw withOutcome(error, 'rolledBack');
    }
    this.#changing = connection;
  }

  *#perform<S, T>(connection: Connection, before: string, work: () => Slices<S, T>): Slices<S, T> {
    const transaction: { fault: StorageFault | undefined } = { fault: undefined };
    try {
      this.#file.forgetFault();
      connection.control('BEGIN IMMEDIATE');
      this.#transaction = transaction;
      const result = yield* work();
      if (isThenable(result)) throw new Error('the work of a transaction must be synchronous');
      if (transaction.fault !== undefined) throw transaction.fault;
      this.#parts.beforeCommit?.();
      return result;
    } catch (error) {
      this.#transaction = undefined;
      this.#rollBack(connection);
      this.#mend(before);
      // SQLite calls a file that was moved away read-only.
      if (error instanceof StorageFault && error.kind === 'readOnly')
        assertSameFile(this.#file, 'rolledBack');
      throw withOutcome(error, this.#broken === undefined ? 'rolledBack' : 'unknown');
    } finally {
      this.#transaction = undefined;
    }
  }

  /** Returns when the transaction is on disk; throws with the outcome when it is not. */
  #commit(connection: Connection, before: string): void {
    this.#file.forgetFault();
    try {
      connection.control('COMMIT');
    } catch (error) {
      this.#rollBack(connection);
      if (this.#mend(before) === 'committed') return;
      throw withOutcome(error, this.#broken === undefined ? 'rolledBack' : 'unknown');
    }
  }

  #rollBack(connection: Connection): void {
    try {
      connection.control('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, or the journal will at the next opening.
    }
  }

  /**
   * After a failed sync the system may have forgotten what it could not write, and SQLite's memory of the file is
   * worth nothing: close, open anew (which rolls back from the journal), verify. Says whether the transaction turned
   * out to be on disk: only emptying the journal can have failed.
   */
  #mend(before: string): 'committed' | 'rolledBack' {
    if (!this.#file.syncFailed) return 'rolledBack';
    try {
      assertSameFile(this.#file, 'unknown');
      this.#connection?.close();
      this.#file.syncFailed = false;
      this.#connect();
      const problems = this.integrityCheck('quick');
      if (problems.length > 0) throw new StorageFault('corrupt', problems.join('\n'));
      makeDurable(this.#file);
      return this.#state() === before ? 'rolledBack' : 'committed';
    } catch (error) {
      this.#connection?.close();
      this.#connection = undefined;
      const kind = error instanceof StorageFault ? error.kind : 'io';
      const message = `${this.path} can't be opened again after a failed sync`;
      this.#broken = new StorageFault(kind, message, { outcome: 'unknown', cause: error });
      return 'rolledBack';
    }
  }

  read<T>(work: () => T): T {
    if (this.#transaction !== undefined || this.#readDepth > 0 || this.#isConnecting) return work();
    if (this.#isGuarded) return this.#guardedRead(() => this.#snapshot(work));
    return this.#snapshot(work);
  }

  #guardedRead<T>(work: () => T): T {
    if (this.#broken !== undefined) throw this.#broken;
    return readGuarded(this.#guard(), () => {
      if (this.#connection === undefined) {
        this.#connect();
        // The numbers of two connections can't be compared, and the file did change.
        this.#dataVersion = null;
      }
      return work();
    });
  }

  #guard(): GuardOptions {
    const forget = () => {
      this.#connection?.close();
      this.#connection = undefined;
    };
    return { file: this.#file, patience: this.#parts.patience, forget };
  }

  #snapshot<T>(work: () => T): T {
    const connection = this.#usable();
    connection.control('BEGIN');
    this.#readDepth += 1;
    try {
      return work();
    } finally {
      this.#readDepth -= 1;
      this.#rollBack(connection);
    }
  }

  changedByOthers(): boolean {
    const version = this.prepare('PRAGMA data_version').value() ?? null;
    if (version === this.#dataVersion) return false;
    this.#dataVersion = version;
    this.#usable().statements.forgetNames();
    return true;
  }

  identity(): FileIdentity {
    return identityOf(this.#file);
  }

  integrityCheck(depth: 'quick' | 'full' = 'full'): string[] {
    return integrityProblems(this, depth);
  }

  copyTo(path: string, options: { readonly replace?: boolean } = {}): void {
    if (this.#transaction !== undefined || this.#readDepth > 0)
      throw new Error('no copy inside a transaction');
    const views = tempViews(this);
    const copy = () =>
      writeCopy({
        files: this.#file.files,
        realFiles: this.#parts.runtime.realFiles,
        path,
        replace: options.replace ?? false,
        execute: (sql) => withoutViews(views, (each) => this.#usable().execute(each), sql),
      });
    if (this.#isGuarded) this.#guardedRead(copy);
    else copy();
  }

  close(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#broken ??= new StorageFault('sql', `${this.path} is closed`);
    if (connection === undefined) return;
    connection.close();
    removeQuietJournal(this.#file);
  }

  #connect(): void {
    const { runtime, statementCacheSize, onConnect } = this.#parts;
    this.#connection?.close();
    this.#connection = undefined;
    const connection = new Connection(runtime, this.#file, statementCacheSize);
    this.#connection = connection;
    // In `read` mode the caller guards the whole of it.
    this.#isConnecting = true;
    try {
      this.#dataVersion = connection.firstValue('PRAGMA data_version');
      onConnect?.(this);
    } catch (error) {
      connection.close();
      this.#connection = undefined;
      throw error;
    } finally {
      this.#isConnecting = false;
    }
  }

  #usable(): Connection {
    if (this.#connection !== undefined) return this.#connection;
    throw this.#broken ?? new StorageFault('io', `${this.path} is not open`);
  }

  /** A detached file has no other writer, and the journal at its path is not its own. */
  get #isGuarded(): boolean {
    return this.#file.readOnly && !this.#file.isDetached;
  }

  get #needsGuard(): boolean {
    return this.#isGuarded && this.#readDepth === 0 && !this.#isConnecting;
  }

  #refuseInRead(): void {
    if (this.#readDepth > 0) throw new Error('nothing can be written inside read()');
  }

  #execute<T>(sql: string, kind: 'read' | 'write', work: Parameters<StatementHost['execute']>[2]): T {
    if (kind === 'write') this.#refuseInRead();
    return this.#guarded((connection) => connection.run(sql, work)) as T;
  }

  /** Runs `work` under the rules of the mode, and notices what its failure means for the transaction. */
  #guarded<T>(work: (connection: Connection) => T): T {
    if (this.#needsGuard) return this.#guardedRead(() => work(this.#usable()));
    const connection = this.#usable();
    if (this.#transaction?.fault !== undefined) throw this.#transaction.fault;
    this.#file.forgetFault();
    try {
      return work(connection);
    } catch (error) {
      this.#notice(error);
      // A statement that committed by itself: whether it did is for the caller to see.
      if (this.#transaction === undefined && this.#file.syncFailed) {
        this.#mend(this.#state());
        throw withOutcome(error, 'unknown');
      }
      throw error;
    }
  }

  #borrow(sql: string): StatementLoan | undefined {
    if (this.#needsGuard) return undefined;
    const { statements } = this.#usable();
    if (this.#transaction?.fault !== undefined) throw this.#transaction.fault;
    this.#file.forgetFault();
    const statement = statements.take(sql);
    return {
      statement,
      failed: (error) => this.#notice(error),
      release: () => statements.giveBack(statement),
    };
  }

  /**
   * Some failures make SQLite roll the whole transaction back. Statements after that would each commit by
   * themselves, so the transaction is marked and refuses them.
   */
  #notice(error: unknown): void {
    const transaction = this.#transaction;
    if (transaction === undefined || !(error instanceof StorageFault)) return;
    if (error.kind !== 'constraint' && error.kind !== 'sql') {
      transaction.fault ??= error;
      return;
    }
    try {
      // Refused while a transaction is open.
      this.#usable().control('BEGIN');
    } catch {
      return;
    }
    transaction.fault ??= error;
  }

  #state(): string {
    const { files, mainDescriptor } = this.#file;
    return mainDescriptor === undefined ? '' : readState(files, mainDescriptor);
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
