/**
 * What the callers of `prepare` hold: the SQL and the ways to run it. What SQLite compiled is borrowed from the
 * database's cache for each execution, so a statement outlives evictions and reconnections.
 */
import type { CompiledStatement } from './compiled-statement';
import type { SqlParams, SqlRow, SqlValue, Statement } from './types';

/** How a statement reaches its database. */
export interface StatementHost {
  /** Lends the compiled statement for one complete execution. */
  execute<T>(sql: string, kind: 'read' | 'write', work: (statement: CompiledStatement) => T): T;
  /** Lends it for a loop over rows, or undefined where rows can only be read all at once. */
  borrow(sql: string): StatementLoan | undefined;
  changes(): number;
}

export interface StatementLoan {
  readonly statement: CompiledStatement;
  /** Must be told of an error of the statement. */
  failed(error: unknown): void;
  release(): void;
}

export class PreparedStatement implements Statement {
  readonly #host: StatementHost;

  constructor(
    host: StatementHost,
    readonly sql: string,
  ) {
    this.#host = host;
  }

  run(params?: SqlParams): { readonly changes: number } {
    return this.#host.execute(this.sql, 'write', (statement) => {
      statement.bind(params);
      while (statement.step());
      return { changes: this.#host.changes() };
    });
  }

  get<Row extends object = SqlRow>(params?: SqlParams): Row | undefined {
    return this.#read(params, (statement) =>
      statement.step() ? (statement.rowObject(statement.columnNames()) as Row) : undefined,
    );
  }

  allObjects<Row extends object = SqlRow>(params?: SqlParams): Row[] {
    return this.#read(params, (statement) => {
      const rows: Row[] = [];
      while (statement.step()) rows.push(statement.rowObject(statement.columnNames()) as Row);
      return rows;
    });
  }

  allArrays<Row extends readonly SqlValue[] = SqlValue[]>(params?: SqlParams): Row[] {
    return this.#read(params, (statement) => {
      const rows: Row[] = [];
      let columnCount = -1;
      while (statement.step()) {
        // Asked after the first step: SQLite may have compiled anew for a changed schema.
        if (columnCount < 0) columnCount = statement.columnCount;
        rows.push(statement.rowArray(columnCount) as unknown as Row);
      }
      return rows;
    });
  }

  value<T extends SqlValue = SqlValue>(params?: SqlParams): T | undefined {
    return this.#read(params, (statement) => (statement.step() ? (statement.column(0) as T) : undefined));
  }

  values<T extends SqlValue = SqlValue>(params?: SqlParams): T[] {
    return this.#read(params, (statement) => {
      const values: T[] = [];
      while (statement.step()) values.push(statement.column(0) as T);
      return values;
    });
  }

  *iterate<Row extends object = SqlRow>(params?: SqlParams): IterableIterator<Row> {
    const loan = this.#host.borrow(this.sql);
    if (loan === undefined) {
      yield* this.allObjects<Row>(params);
      return;
    }
    try {
      loan.statement.bind(params);
      while (stepOf(loan)) yield loan.statement.rowObject(loan.statement.columnNames()) as Row;
    } finally {
      loan.release();
    }
  }

  columns(): readonly string[] {
    return this.#host.execute(this.sql, 'read', (statement) => statement.columnNames());
  }

  #read<T>(params: SqlParams | undefined, work: (statement: CompiledStatement) => T): T {
    return this.#host.execute(this.sql, 'read', (statement) => {
      statement.bind(params);
      return work(statement);
    });
  }
}

function stepOf(loan: StatementLoan): boolean {
  try {
    return loan.statement.step();
  } catch (error) {
    loan.failed(error);
    throw error;
  }
}
