/**
 * One SQLite connection to a bound file, from opening to closing. It is thrown away and made anew after a failed
 * sync; what lives longer is in `sqlite-database.ts`.
 */
import type { BoundFile, HostFault } from './bound-file';
import { CompiledStatement } from './compiled-statement';
import { SQLITE, type SqlJsDatabase } from './sql-js-module';
import type { SqliteRuntime } from './sql-js-runtime';
import { StatementCache } from './statement-cache';
import { StorageFault, type StorageFaultKind } from './storage-fault';
import type { SqlValue } from './types';
import { utf8 } from './wasm-memory';

/**
 * TRUNCATE and FULL: DELETE lost acknowledged transactions in simulated power cuts. `cache_spill` off: nothing
 * reaches the file before the commit, so a foreign reader in the middle of a transaction finds nothing to roll back.
 * 24 MB of pages: WebAssembly's memory never shrinks, and 64 MB made nothing of 100,000 codings quicker.
 * `trusted_schema` off and `cell_size_check` on: project files come from other people's mail.
 */
const SETTINGS = `
  PRAGMA cache_spill = OFF;
  PRAGMA synchronous = FULL;
  PRAGMA locking_mode = NORMAL;
  PRAGMA cache_size = -24000;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
`;

export class Connection {
  readonly statements: StatementCache;
  readonly #runtime: SqliteRuntime;
  readonly #file: BoundFile;
  readonly #database: SqlJsDatabase;

  /** Throws StorageFault. */
  constructor(runtime: SqliteRuntime, file: BoundFile, statementLimit: number) {
    this.#runtime = runtime;
    this.#file = file;
    file.forgetFault();
    runtime.realFiles.bindNext(file);
    try {
      this.#database = new runtime.module.Database(new Uint8Array(0));
    } catch (cause) {
      const { fault } = file;
      runtime.realFiles.unbind(file);
      throw faultFrom(SQLITE.CANTOPEN, cause instanceof Error ? cause.message : String(cause), fault);
    }
    this.statements = new StatementCache(statementLimit, (sql) => this.#compile(sql));
    try {
      this.#configure();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #configure(): void {
    this.execute(SETTINGS);
    // The first look at the file: an unfinished transaction of a crashed writer is rolled back here.
    this.execute('SELECT count(*) FROM sqlite_schema');
    if (this.#file.readOnly) return;
    const mode = this.firstValue('PRAGMA journal_mode = TRUNCATE');
    if (mode !== 'truncate') throw new StorageFault('busy', `the journal mode stays ${mode}`);
  }

  /** Lends the compiled statement for one complete execution. */
  run<T>(sql: string, work: (statement: CompiledStatement) => T): T {
    const statement = this.statements.take(sql);
    let result: T;
    try {
      result = work(statement);
    } catch (error) {
      this.statements.giveBack(statement);
      throw error;
    }
    const code = this.statements.giveBack(statement);
    if (code !== SQLITE.OK) throw this.#faultOf(code);
    return result;
  }

  firstValue(sql: string): SqlValue {
    return this.run(sql, (statement) => {
      statement.bind(undefined);
      return statement.step() ? statement.column(0) : null;
    });
  }

  /** BEGIN, COMMIT, ROLLBACK: statements of one step. */
  control(sql: string): void {
    this.run(sql, (statement) => statement.step());
  }

  /** Any number of statements; rows are dropped. */
  execute(sql: string): void {
    const { module } = this.#runtime;
    const address = this.#place(sql, 0);
    try {
      const code = module._sqlite3_exec(this.#database.db, address, 0, 0, 0);
      if (code !== SQLITE.OK) throw this.#faultOf(code);
    } finally {
      module._free(address);
      this.statements.forgetNames();
    }
  }

  /** Rows that the last INSERT, UPDATE or DELETE changed directly. */
  changes(): number {
    return this.#runtime.module._sqlite3_changes(this.#database.db);
  }

  createFunction(name: string, implementation: (...args: SqlValue[]) => SqlValue): void {
    this.#database.create_function(name, implementation);
  }

  /** Rolls an open transaction back. Never throws: what SQLite could not finish, the journal finishes at the next opening. */
  close(): void {
    this.statements.clear();
    try {
      this.#database.close();
    } catch {
      // The descriptors are closed below all the same.
    }
    this.#runtime.realFiles.unbind(this.#file);
  }

  #compile(sql: string): CompiledStatement {
    const { module, memory } = this.#runtime;
    // Two pointers for the results, then the text.
    const address = this.#place(sql, 8);
    const text = address + 8;
    memory.bytes.fill(0, address, text);
    try {
      const code = module._sqlite3_prepare_v2(this.#database.db, text, -1, address, address + 4);
      if (code !== SQLITE.OK) throw this.#faultOf(code);
      const statement = memory.uint32(address);
      const rest = memory.cString(memory.uint32(address + 4)).trim();
      if (statement === 0) throw new StorageFault('sql', `there is no statement in: ${sql}`);
      if (rest !== '') {
        module._sqlite3_finalize(statement);
        throw new StorageFault('sql', `more than one statement in: ${sql}`);
      }
      return new CompiledStatement(this.#runtime, statement, sql, (failure) => this.#faultOf(failure));
    } finally {
      module._free(address);
    }
  }

  /** Copies the SQL, ended by a zero, behind `room` bytes into memory that must be freed. */
  #place(sql: string, room: number): number {
    const { module, memory } = this.#runtime;
    const bytes = utf8(`${sql}\0`);
    const address = module._malloc(bytes.length + room);
    if (address === 0) throw new Error(`out of memory: ${bytes.length} bytes of SQL`);
    memory.bytes.set(bytes, address + room);
    return address;
  }

  #faultOf(code: number): StorageFault {
    const { module, memory } = this.#runtime;
    return faultFrom(code, memory.cString(module._sqlite3_errmsg(this.#database.db)), this.#file.fault);
  }
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT']);
const READ_ONLY = new Set(['EACCES', 'EROFS', 'EPERM']);

function faultFrom(sqliteCode: number, message: string, host: HostFault | undefined): StorageFault {
  const detail =
    host === undefined ? message : `${message} (${host.operation}: ${host.systemCode ?? host.cause})`;
  return new StorageFault(
    isUnknownFormat(message) ? 'corrupt' : kindOf(sqliteCode, host?.systemCode),
    detail,
    {
      sqliteCode,
      systemCode: host?.systemCode,
      cause: host?.cause,
    },
  );
}

/** A schema format or encoding that SQLite does not know: it has a plain error's code for that. */
function isUnknownFormat(message: string): boolean {
  return message.startsWith('unsupported file format') || message.startsWith('malformed database schema');
}

function kindOf(sqliteCode: number, systemCode: string | undefined): StorageFaultKind {
  switch (sqliteCode) {
    case SQLITE.FULL:
      return 'diskFull';
    case SQLITE.READONLY:
      return 'readOnly';
    case SQLITE.CORRUPT:
      return 'corrupt';
    case SQLITE.NOTADB:
      return 'notADatabase';
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return 'busy';
    case SQLITE.CONSTRAINT:
      return 'constraint';
    case SQLITE.IOERR:
    case SQLITE.CANTOPEN:
      if (systemCode !== undefined && DISK_FULL.has(systemCode)) return 'diskFull';
      if (systemCode !== undefined && READ_ONLY.has(systemCode)) return 'readOnly';
      return 'io';
    default:
      return 'sql';
  }
}
