/**
 * One statement as SQLite compiled it: binding, stepping and reading columns over SQLite's own C functions.
 */
import { COLUMN, SQLITE, type SqlJsModule } from './sql-js-module';
import type { SqliteRuntime } from './sql-js-runtime';
import type { SqlParams, SqlRow, SqlValue } from './types';
import { utf8, type WasmMemory } from './wasm-memory';

/** SQLite reads the bytes where they are; we free them after the execution. */
const STATIC = 0;

/** Texts up to this length share one allocation per execution; longer ones are measured first. */
const SHARED_TEXT = 4096;

const encoder = new TextEncoder();

export class CompiledStatement {
  isInUse = false;
  readonly #sqlite: SqlJsModule;
  readonly #memory: WasmMemory;
  readonly #statement: number;
  /** Turns SQLite's result code into the fault to throw. */
  readonly #faultOf: (code: number) => Error;
  readonly #parameterCount: number;
  readonly #parameterNames = new Map<string, number>();
  #names: readonly string[] | undefined;
  readonly #allocations: number[] = [];
  #isFinalized = false;

  constructor(
    runtime: SqliteRuntime,
    statement: number,
    readonly sql: string,
    faultOf: (code: number) => Error,
  ) {
    this.#sqlite = runtime.module;
    this.#memory = runtime.memory;
    this.#statement = statement;
    this.#faultOf = faultOf;
    this.#parameterCount = this.#countParameters();
  }

  /** True when there is a row to read. */
  step(): boolean {
    if (this.#isFinalized) throw new Error('the database was closed in the middle of a statement');
    const code = this.#sqlite._sqlite3_step(this.#statement);
    if (code === SQLITE.ROW) return true;
    if (code === SQLITE.DONE) return false;
    throw this.#faultOf(code);
  }

  /**
   * Ends the execution and frees what was bound. Returns SQLite's code: outside a transaction, a statement not read to
   * its end commits only here, and can fail.
   */
  reset(): number {
    const code = this.#sqlite._sqlite3_reset(this.#statement);
    if (this.#parameterCount > 0) this.#sqlite._sqlite3_clear_bindings(this.#statement);
    for (const address of this.#allocations) this.#sqlite._free(address);
    this.#allocations.length = 0;
    return code;
  }

  finalize(): void {
    if (this.#isFinalized) return;
    this.reset();
    this.#isFinalized = true;
    this.#sqlite._sqlite3_finalize(this.#statement);
  }

  get columnCount(): number {
    return this.#sqlite._sqlite3_column_count(this.#statement);
  }

  columnNames(): readonly string[] {
    this.#names ??= Array.from({ length: this.columnCount }, (_, column) =>
      this.#memory.cString(this.#sqlite._sqlite3_column_name(this.#statement, column)),
    );
    return this.#names;
  }

  /** The schema changed: SQLite compiles anew by itself, names have to be asked again. */
  forgetNames(): void {
    this.#names = undefined;
  }

  column(column: number): SqlValue {
    const sqlite = this.#sqlite;
    const statement = this.#statement;
    switch (sqlite._sqlite3_column_type(statement, column)) {
      case COLUMN.INTEGER:
      case COLUMN.FLOAT:
        return sqlite._sqlite3_column_double(statement, column);
      case COLUMN.TEXT: {
        const address = sqlite._sqlite3_column_text(statement, column);
        return this.#memory.text(address, sqlite._sqlite3_column_bytes(statement, column));
      }
      case COLUMN.BLOB: {
        const address = sqlite._sqlite3_column_blob(statement, column);
        return this.#memory.copy(address, sqlite._sqlite3_column_bytes(statement, column));
      }
      default:
        return null;
    }
  }

  rowArray(columnCount: number): SqlValue[] {
    const row: SqlValue[] = new Array(columnCount);
    for (let column = 0; column < columnCount; column++) row[column] = this.column(column);
    return row;
  }

  rowObject(names: readonly string[]): SqlRow {
    const row: SqlRow = {};
    for (let column = 0; column < names.length; column++) row[names[column] as string] = this.column(column);
    return row;
  }

  bind(params: SqlParams | undefined): void {
    if (params === undefined) {
      this.#checkCount(0);
    } else if (isPositional(params)) {
      this.#checkCount(params.length);
      this.#bindAll(params.map((value, index) => [index + 1, value] as const));
    } else {
      const names = Object.keys(params);
      this.#checkCount(names.length);
      this.#bindAll(names.map((name) => [this.#positionOf(name), params[name] as SqlValue] as const));
    }
  }

  #checkCount(given: number): void {
    if (given === this.#parameterCount) return;
    throw new Error(`statement has ${this.#parameterCount} parameters, ${given} given: ${this.sql}`);
  }

  /** sql.js does not export SQLite's own count: binding past the end tells it. */
  #countParameters(): number {
    let count = 0;
    while (this.#sqlite._sqlite3_bind_int(this.#statement, count + 1, 0) === SQLITE.OK) count++;
    if (count > 0) this.#sqlite._sqlite3_clear_bindings(this.#statement);
    return count;
  }

  #positionOf(name: string): number {
    const known = this.#parameterNames.get(name);
    if (known !== undefined) return known;
    for (const prefix of [':', '@', '$']) {
      const address = this.#allocate(utf8(`${prefix}${name}\0`));
      const position = this.#sqlite._sqlite3_bind_parameter_index(this.#statement, address);
      if (position === 0) continue;
      this.#parameterNames.set(name, position);
      return position;
    }
    throw new Error(`statement has no parameter ${name}: ${this.sql}`);
  }

  #bindAll(values: readonly (readonly [position: number, value: SqlValue])[]): void {
    let room = 0;
    for (const [, value] of values) {
      if (typeof value === 'string' && value.length <= SHARED_TEXT) room += value.length * 3;
    }
    // At least one byte: a null address would bind NULL for the empty text.
    let free = room === 0 ? 0 : this.#allocateRoom(room);
    for (const [position, value] of values) {
      if (typeof value === 'string' && value.length <= SHARED_TEXT && value !== '') {
        const length = this.#writeText(value, free);
        this.#check(this.#sqlite._sqlite3_bind_text(this.#statement, position, free, length, STATIC));
        free += length;
      } else {
        this.#check(this.#bindOne(position, value));
      }
    }
  }

  #bindOne(position: number, value: SqlValue): number {
    const sqlite = this.#sqlite;
    const statement = this.#statement;
    if (value === null) return sqlite._sqlite3_bind_blob(statement, position, 0, 0, STATIC);
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new TypeError(`${value} can't be stored: ${this.sql}`);
      return value === (value | 0)
        ? sqlite._sqlite3_bind_int(statement, position, value)
        : sqlite._sqlite3_bind_double(statement, position, value);
    }
    if (typeof value === 'string') {
      const bytes = utf8(value);
      return sqlite._sqlite3_bind_text(statement, position, this.#allocate(bytes), bytes.length, STATIC);
    }
    if (value instanceof Uint8Array) {
      return sqlite._sqlite3_bind_blob(statement, position, this.#allocate(value), value.length, STATIC);
    }
    throw new TypeError(`a value of type ${typeof value} can't be stored: ${this.sql}`);
  }

  /** Writes UTF-8 at `address`; returns the byte count. Short ASCII is quicker by hand. */
  #writeText(text: string, address: number): number {
    const bytes = this.#memory.bytes;
    if (text.length <= 48) {
      let index = 0;
      for (; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        if (unit > 127) break;
        bytes[address + index] = unit;
      }
      if (index === text.length) return index;
    }
    return encoder.encodeInto(text, bytes.subarray(address, address + text.length * 3)).written;
  }

  #allocate(bytes: Uint8Array): number {
    const address = this.#allocateRoom(bytes.length);
    this.#memory.bytes.set(bytes, address);
    return address;
  }

  #allocateRoom(size: number): number {
    const address = this.#sqlite._malloc(Math.max(size, 1));
    if (address === 0) throw new Error(`out of memory: ${size} bytes`);
    this.#allocations.push(address);
    return address;
  }

  #check(code: number): void {
    if (code !== SQLITE.OK) throw this.#faultOf(code);
  }
}

function isPositional(params: SqlParams): params is readonly SqlValue[] {
  return Array.isArray(params);
}
