/**
 * What sql.js 1.16.0 puts on its module: its own `Database` class, and SQLite's C functions under their names with
 * an underscore, in both builds. Statements use the C functions because the class hides SQLite's result codes, drops
 * a leading U+FEFF and copies BLOBs byte by byte. Addresses are numbers.
 */
import type { SqlValue } from './types';
import type { WasmFunction } from './wasm-imports';

export interface SqlJsDatabase {
  /** Address of the `sqlite3` connection; not documented by sql.js, present in both builds, checked at start. */
  readonly db: number;
  create_function(name: string, implementation: (...args: SqlValue[]) => SqlValue): unknown;
  close(): void;
}

export interface SqlJsModule {
  readonly Database: new (data: Uint8Array) => SqlJsDatabase;
  _malloc(size: number): number;
  _free(address: number): void;
  _sqlite3_prepare_v2(db: number, sql: number, length: number, statement: number, tail: number): number;
  _sqlite3_step(statement: number): number;
  _sqlite3_reset(statement: number): number;
  _sqlite3_finalize(statement: number): number;
  _sqlite3_exec(db: number, sql: number, callback: number, context: number, error: number): number;
  _sqlite3_errmsg(db: number): number;
  _sqlite3_changes(db: number): number;
  _sqlite3_clear_bindings(statement: number): number;
  _sqlite3_bind_parameter_index(statement: number, name: number): number;
  _sqlite3_bind_int(statement: number, position: number, value: number): number;
  _sqlite3_bind_double(statement: number, position: number, value: number): number;
  _sqlite3_bind_text(statement: number, position: number, text: number, length: number, free: number): number;
  _sqlite3_bind_blob(statement: number, position: number, blob: number, length: number, free: number): number;
  _sqlite3_column_count(statement: number): number;
  _sqlite3_column_name(statement: number, column: number): number;
  _sqlite3_column_type(statement: number, column: number): number;
  _sqlite3_column_double(statement: number, column: number): number;
  _sqlite3_column_text(statement: number, column: number): number;
  _sqlite3_column_blob(statement: number, column: number): number;
  _sqlite3_column_bytes(statement: number, column: number): number;
}

/** What every usable build must offer. */
export const MODULE_FUNCTIONS = [
  'Database',
  '_malloc',
  '_free',
  '_sqlite3_prepare_v2',
  '_sqlite3_step',
  '_sqlite3_reset',
  '_sqlite3_finalize',
  '_sqlite3_exec',
  '_sqlite3_errmsg',
  '_sqlite3_changes',
  '_sqlite3_clear_bindings',
  '_sqlite3_bind_parameter_index',
  '_sqlite3_bind_int',
  '_sqlite3_bind_double',
  '_sqlite3_bind_text',
  '_sqlite3_bind_blob',
  '_sqlite3_column_count',
  '_sqlite3_column_name',
  '_sqlite3_column_type',
  '_sqlite3_column_double',
  '_sqlite3_column_text',
  '_sqlite3_column_blob',
  '_sqlite3_column_bytes',
] as const satisfies readonly (keyof SqlJsModule)[];

/** The default export of `sql.js/dist/sql-wasm.js`. It makes one instance per process and returns it ever after. */
export type SqlJsFactory = (config: {
  readonly useOldExtensionFunctions: boolean;
  instantiateWasm(
    imports: Record<string, Record<string, WasmFunction>>,
    done: (instance: WebAssembly.Instance) => void,
  ): object;
}) => Promise<unknown>;

/** SQLite's primary result codes that the storage floor tells apart. */
export const SQLITE = {
  OK: 0,
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  CONSTRAINT: 19,
  RANGE: 25,
  NOTADB: 26,
  ROW: 100,
  DONE: 101,
} as const;

/** SQLite's fundamental types, as `sqlite3_column_type` tells them. */
export const COLUMN = { INTEGER: 1, FLOAT: 2, TEXT: 3, BLOB: 4, NULL: 5 } as const;
