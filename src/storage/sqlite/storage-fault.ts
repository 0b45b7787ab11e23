/**
 * What can go wrong between SQL and the disk. sql.js gives only English messages; the kinds come from SQLite's result
 * code and from what the file layer saw (ENOSPC, EROFS, EIO, ...), so that the engine can say what is safe and what to do.
 */
export type StorageFaultKind =
  /** No room (ENOSPC, EDQUOT, SQLITE_FULL). The transaction is rolled back, the database stays usable. */
  | 'diskFull'
  /** Opened for reading, or the file, its folder or the medium can't be written. Nothing changed. */
  | 'readOnly'
  /** The medium failed (EIO, a failed sync). See `outcome` for what became of the transaction. */
  | 'io'
  /** SQLite finds the file malformed or shorter than its header says. */
  | 'corrupt'
  /** Empty, or not an SQLite file at all. */
  | 'notADatabase'
  /** Another program is writing; waiting did not help. */
  | 'busy'
  /** `read` mode only: a writer ended in the middle of a commit; opening in `write` mode recovers. */
  | 'needsRecovery'
  /** No file at the path (when opening), or it was deleted while open. */
  | 'missing'
  /** `create` mode: something is already there. */
  | 'exists'
  /** The path now names another file than the one that is open: what is committed here is not seen there. */
  | 'replaced'
  /** UNIQUE, NOT NULL, CHECK, FOREIGN KEY, or a RAISE(ABORT) of a trigger. */
  | 'constraint'
  /** Any other SQL error: a bug of the caller. */
  | 'sql';

/** What is on disk after a transaction that did not end well. */
export type FaultOutcome = 'rolledBack' | 'committed' | 'unknown';

export class StorageFault extends Error {
  readonly kind: StorageFaultKind;
  /** SQLite's primary result code (13 full, 11 corrupt, 19 constraint, ...), where it was SQLite that complained. */
  readonly sqliteCode: number | undefined;
  /** The operating system's code ('ENOSPC', 'EROFS', ...), where it was the file system that complained. */
  readonly systemCode: string | undefined;
  /**
   * Set on faults that leave `transaction()`. `committed` comes only with `missing` and `replaced`: the change is
   * in the open file, which no longer is the one at the path (`copyTo` can still save it).
   */
  outcome: FaultOutcome | undefined;

  constructor(
    kind: StorageFaultKind,
    message: string,
    causes: { sqliteCode?: number; systemCode?: string; outcome?: FaultOutcome; cause?: unknown } = {},
  ) {
    super(message, causes.cause === undefined ? undefined : { cause: causes.cause });
    this.name = 'StorageFault';
    this.kind = kind;
    this.sqliteCode = causes.sqliteCode;
    this.systemCode = causes.systemCode;
    this.outcome = causes.outcome;
  }
}

/** The error, with what became of the transaction where it does not say that itself. */
export function withOutcome(error: unknown, outcome: FaultOutcome): unknown {
  if (error instanceof StorageFault) error.outcome ??= outcome;
  return error;
}
