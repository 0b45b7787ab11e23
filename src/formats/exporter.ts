import type { Code } from '../core/entities';
import type { Result } from '../core/result';
import type { FormatNotice } from './notice';

/** A code with what its codebook entry tells about it. */
export interface CodebookCode extends Code {
  /** Names from the root, joined by ` > `. */
  readonly path: string;
  /** 0 at the root. */
  readonly depth: number;
  /** Of this code alone, without its subcodes. */
  readonly quotations: number;
  readonly codings: number;
  readonly documents: number;
  /** Name of the coder who made the code. */
  readonly coder: string;
  /** Names of the sets that it is in. */
  readonly sets?: readonly string[];
}

/** A set of codes; a code may be in many. */
export interface ExportedSet {
  readonly id: string;
  readonly name: string;
  readonly codeIds: readonly string[];
}

export interface CodebookExport {
  readonly projectName: string;
  /** In tree order: a parent before its children, siblings by position. */
  readonly codes: readonly CodebookCode[];
  readonly sets?: readonly ExportedSet[];
  /** ISO 8601 UTC; printed where given. */
  readonly exportedAt?: string;
}

/** One coding of one quotation; the keys are the columns of the file and of the SQL view. */
export interface QuotationRow {
  readonly code_path: string;
  readonly document: string;
  /** Code points from 0. */
  readonly start_position: number;
  /** Code points, exclusive. */
  readonly end_position: number;
  readonly text: string;
  readonly coder: string;
  readonly created_at: string;
  readonly memo: string;
}

export interface QuotationsExport {
  readonly projectName: string;
  readonly rows: readonly QuotationRow[];
}

export interface MatrixExport {
  readonly projectName: string;
  /** The sentence that says what the cells count; carried by formats that have a place for it. */
  readonly definition?: string;
  /** First row: an empty cell and the column names; then one row each, its name first. */
  readonly rows: readonly (readonly string[])[];
}

/** One entry of the history; the keys are the columns of the file. */
export interface HistoryRow {
  readonly sequence: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly coder: string;
  /** The command: `coding.apply`, `history.undo`. */
  readonly action: string;
  /** What was done, in words, without a final stop. */
  readonly what: string;
  readonly state: string;
  readonly why: string;
  /** Names of the documents that were touched, joined by `; `. */
  readonly document: string;
  /** Names of the codes that the entry is about, joined by `; `. */
  readonly code: string;
}

export interface HistoryExport {
  readonly projectName: string;
  /** What was let through, as a sentence; absent where nothing was left out. */
  readonly selection?: string;
  /** Oldest first. */
  readonly rows: readonly HistoryRow[];
  /** An IANA name (`Europe/Stockholm`) for days and times that are made to be read; else UTC. */
  readonly timeZone?: string;
  /** ISO 8601 UTC; printed where given. */
  readonly exportedAt?: string;
}

/** What can be exported, and what an exporter of it is given. */
export interface ExportInputs {
  readonly codebook: CodebookExport;
  readonly quotations: QuotationsExport;
  readonly cooccurrence: MatrixExport;
  readonly history: HistoryExport;
}

export type ExportPurpose = keyof ExportInputs;

export interface ExportOptions {
  /** CSV only: begin with a byte order mark, which Excel needs to see UTF-8. */
  readonly bom?: boolean;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly notices: readonly FormatNotice[];
}

/** Turns an export into bytes, or refuses with a sentence (`invalid`) when the format can't hold it. */
export type ExportWriter<Input> = (
  input: Input,
  options?: ExportOptions,
) => Result<WrittenFile> | Promise<Result<WrittenFile>>;

export interface Exporter<Input> {
  /** Lower case, without the dot. */
  readonly ending: string;
  /** For a file dialog. */
  readonly label: string;
  readonly mimeType: string;
  readonly write: (input: Input, options?: ExportOptions) => Promise<Result<WrittenFile>>;
}
