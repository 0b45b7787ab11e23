import type { MemoTarget } from '../core/entities';
import type { TableName } from '../core/tables';
import type { Difference } from '../core/three-way';

/** What the dialog for a copy says before anything is written. */
export interface CopyOutlook {
  /** Bytes, estimated. */
  readonly withHistory: number;
  readonly withoutHistory: number;
  /** Entries of the history. */
  readonly entries: number;
  /** The coders of today, with the initials that would stand for them. */
  readonly coders: readonly { readonly name: string; readonly initials: string }[];
}

export interface CopyWritten {
  readonly path: string;
  readonly bytes: number;
}

/** Two copies of one project, told apart. *Here* is the open project, *there* the other file. */
export interface Comparison {
  readonly path: string;
  /** The project's name there. */
  readonly name: string;
  /** Where both parted; null where no common state is known, so that nobody can say which side has changed a row. */
  readonly parting: {
    /** ISO UTC; null: at the beginning of both. */
    readonly at: string | null;
  } | null;
  readonly here: ComparedSide;
  readonly there: ComparedSide;
  /** Rows that differ; 0: the two are alike. */
  readonly total: number;
  /** Only lists with rows in them; by table, then by difference. */
  readonly lists: readonly ComparedList[];
}

export interface ComparedSide {
  readonly revision: number;
  readonly documents: number;
  readonly codes: number;
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
  /** Entries of the history since both parted, and who made them; null without a parting. */
  readonly entries: number | null;
  readonly coders: readonly string[];
  /** When the last entry was made; null where the history is empty. */
  readonly lastAt: string | null;
}

export interface ComparedList {
  readonly table: TableName;
  readonly difference: Difference;
  /** All of them; `rows` holds at most 500. */
  readonly total: number;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedRow {
  readonly id: string;
  /** A document's name, a code's path, a passage's words, a coder's name; for a memo what it is on. */
  readonly title: string;
  /** `#rrggbb`, of a code or coder. */
  readonly color: string | null;
  /** Of a quotation, coding or memo on a quotation. */
  readonly place: { readonly document: string; readonly start: number; readonly end: number } | null;
  /** A coding's code. */
  readonly codePath: string | null;
  /** Who made it; empty for what has no maker. */
  readonly coderName: string;
  /** When it was made or last changed, on the side that is shown; null for folders. */
  readonly at: string | null;
  /** What is different in words; for a new memo its text. Empty where only times or places among siblings are. */
  readonly fields: readonly ComparedField[];
  /** What can be opened in the window; null where it is not in the open project. */
  readonly opens: ComparedTarget | null;
}

/** One field; null on a side that has no such row. `base`: as it was at the parting. */
export interface ComparedField {
  readonly field: string;
  readonly base: string | null;
  readonly here: string | null;
  readonly there: string | null;
}

export type ComparedTarget =
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'code'; readonly id: string }
  | {
      readonly kind: 'quotation';
      readonly id: string;
      readonly sourceId: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'memo'; readonly target: MemoTarget }
  | { readonly kind: 'project' };
