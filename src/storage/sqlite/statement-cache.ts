/**
 * Compiled statements by their SQL, bounded, the least recently used freed first.
 */
import type { CompiledStatement } from './compiled-statement';
import { SQLITE } from './sql-js-module';

export class StatementCache {
  readonly #kept = new Map<string, CompiledStatement>();
  /** Kept or not: all must be finalized before the connection can close. */
  readonly #all = new Set<CompiledStatement>();

  constructor(
    readonly limit: number,
    readonly compile: (sql: string) => CompiledStatement,
  ) {}

  get size(): number {
    return this.#all.size;
  }

  /** A statement nobody else is using until it is given back: a loop over rows may run the same SQL inside. */
  take(sql: string): CompiledStatement {
    const kept = this.#kept.get(sql);
    if (kept !== undefined && !kept.isInUse) {
      this.#kept.delete(sql);
      this.#kept.set(sql, kept);
      kept.isInUse = true;
      return kept;
    }
    const compiled = this.compile(sql);
    this.#all.add(compiled);
    compiled.isInUse = true;
    if (kept === undefined) {
      this.#kept.set(sql, compiled);
      this.#dropOldest();
    }
    return compiled;
  }

  /** Returns SQLite's code of ending the execution. */
  giveBack(statement: CompiledStatement): number {
    if (!this.#all.has(statement)) return SQLITE.OK;
    const code = statement.reset();
    statement.isInUse = false;
    if (this.#kept.get(statement.sql) !== statement) this.#free(statement);
    return code;
  }

  #dropOldest(): void {
    for (const [sql, statement] of this.#kept) {
      if (this.#kept.size <= this.limit) return;
      if (statement.isInUse) continue;
      this.#kept.delete(sql);
      this.#free(statement);
    }
  }

  forgetNames(): void {
    for (const statement of this.#all) statement.forgetNames();
  }

  /** Frees all, those in use too: the connection is about to close. */
  clear(): void {
    for (const statement of [...this.#all]) this.#free(statement);
    this.#kept.clear();
  }

  #free(statement: CompiledStatement): void {
    this.#all.delete(statement);
    statement.finalize();
  }
}
