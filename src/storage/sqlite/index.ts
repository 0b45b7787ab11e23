export type { FileStatus, FileSystem } from './file-system';
export {
  acquireLock,
  type LockAttempt,
  type LockHolder,
  type LockOptions,
  lockHolder,
  type ProjectLock,
} from './lock-file';
export type { LockRecord } from './lock-record';
export { openDatabase } from './open-database';
export { type ProcessFacts, type ProcessSources, processFacts } from './process-facts';
export { loadSqlite, type SqlJsBuild, type SqlJsSources, sqlJsIn } from './sql-js-runtime';
export { type FaultOutcome, StorageFault, type StorageFaultKind } from './storage-fault';
export type {
  Database,
  FileIdentity,
  OpenOptions,
  ReadableDatabase,
  ReadStatement,
  SqliteRuntime,
  SqlParams,
  SqlRow,
  SqlValue,
  Statement,
} from './types';
