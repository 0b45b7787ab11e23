/**
 * Expected failures are values: a sentence for the researcher, a kind for the program. Anything else that goes
 * wrong is a bug and is thrown; the command path turns it into kind `bug`.
 */
export type ErrorKind =
  | 'invalid'
  | 'notFound'
  | 'conflict'
  | 'unreadableFile'
  | 'readOnly'
  | 'diskFull'
  | 'newerVersion'
  | 'cancelled'
  | 'bug';

export interface AppError {
  readonly kind: ErrorKind;
  /** What happened, what is safe, what to do: one or two sentences that a researcher can read. */
  readonly message: string;
  /** For the developer; never shown alone, never holds participants' text. */
  readonly detail?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(kind: ErrorKind, message: string, detail?: string): Result<T> {
  return { ok: false, error: detail === undefined ? { kind, message } : { kind, message, detail } };
}

/** An expected failure on its way out of deep code; the command path and the readers turn it back into a value. */
export class ExpectedError extends Error {
  readonly appError: AppError;

  constructor(kind: ErrorKind, message: string, detail?: string) {
    super(message);
    this.name = 'ExpectedError';
    this.appError = detail === undefined ? { kind, message } : { kind, message, detail };
  }
}

/** Marks the branch that a complete union can't reach. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${String(value)}`);
}
