import type { ChangeSetId, CodeId, CoderId, QuotationId, SourceId } from '../core/ids';
import type { TableName } from '../core/tables';
import type { Label } from './labels';

/** What an entry was about, for the filter. */
export const historyGroups = ['documents', 'codes', 'coding', 'memos', 'project', 'undo', 'event'] as const;
export type HistoryGroup = (typeof historyGroups)[number];

export interface HistoryEntry {
  readonly id: ChangeSetId;
  /** Order in the project, from 1, without gaps. */
  readonly sequence: number;
  /** The project's revision that the entry made. */
  readonly revision: number;
  /** An event (somebody joined, the file was brought to a newer form) is recorded but never undone. */
  readonly kind: 'change' | 'undo' | 'redo' | 'event';
  readonly group: HistoryGroup;
  /** The command: `coding.apply`, `history.undo`. */
  readonly action: string;
  readonly label: Label;
  readonly coderId: CoderId | null;
  readonly coderName: string;
  readonly coderColor: string | null;
  readonly at: string;
  /** Undone changes can be redone until another change is made; then they stay here only as a record. */
  readonly state: 'done' | 'undone' | 'replaced';
  /** In one line, by a coder; empty where nobody has said it. */
  readonly why: string;
  /** The entry that this one undoes, redoes, takes back alone, or goes back to. */
  readonly target: number | null;
  /** The later entry that took this one back alone. */
  readonly takenBackBy: number | null;
  /** The codes that the label names and that are still in the project. */
  readonly codes: readonly HistoryCode[];
  /** Null: it touched so many rows that its documents are asked for alone (`history.documents`). */
  readonly documents: EntryDocuments | null;
}

/** Documents that an entry touched, in themselves or by their quotations. */
export interface EntryDocuments {
  /** At most `shownDocuments`. */
  readonly shown: readonly HistoryDocument[];
  readonly count: number;
}

export const shownDocuments = 3;

export interface HistoryCode {
  /** Which of the label's values is its name. */
  readonly field: 'code' | 'from' | 'into' | 'on';
  readonly id: CodeId;
  readonly color: string;
}

export interface HistoryDocument {
  readonly id: SourceId;
  /** As it is called now, or was called last. */
  readonly name: string;
}

/** The entries that match, oldest first; small enough to be whole for 100,000 entries. */
export interface HistoryOutline {
  /** Entries in the whole history. */
  readonly all: number;
  readonly sequences: Int32Array;
  /** When, in milliseconds since 1970, in step with `sequences`. */
  readonly times: Float64Array;
}

/** What an entry changed, row by row where that can be read. */
export interface HistoryDetail {
  readonly entry: HistoryEntry;
  readonly counts: readonly {
    readonly table: TableName;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  }[];
  /** In document order, at most 20. */
  readonly passages: readonly HistoryPassage[];
  readonly passageCount: number;
  /** At most 50. */
  readonly fields: readonly FieldChange[];
  /** Entries after this one that are neither events nor undone: what going back to it would take back. */
  readonly later: number;
}

export interface HistoryPassage {
  readonly quotationId: QuotationId;
  /** False where the quotation is no longer in the project. */
  readonly isThere: boolean;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  /** Code points, end exclusive; where it stood after the entry, or before where it was deleted. */
  readonly start: number;
  readonly end: number;
  /** Null where the document is gone. */
  readonly text: string | null;
}

/** One field of one thing, before and after, in words (names for ids); empty where it was or became empty. */
export interface FieldChange {
  readonly table: TableName;
  /** What the thing was called after the entry (before it where it was deleted). */
  readonly name: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Codes and documents that the history knows: those of the project, then those that are gone. */
export interface HistorySubjects {
  readonly codes: readonly (HistorySubject<CodeId> & { readonly color: string })[];
  readonly sources: readonly HistorySubject<SourceId>[];
}

export interface HistorySubject<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly isGone: boolean;
}

/** A moment in the life of a code. */
export interface CodeMoment {
  /** Null for a creation that the history does not hold. */
  readonly sequence: number | null;
  readonly at: string;
  readonly coderName: string;
  readonly coderColor: string | null;
  readonly what:
    | 'created'
    | 'deleted'
    | 'broughtBack'
    | 'renamed'
    | 'recolored'
    | 'definition'
    | 'whenToUse'
    | 'whenNotToUse'
    | 'examples'
    | 'moved'
    | 'folder'
    | 'codable'
    | 'mergedInto'
    | 'splitInto'
    | 'memo'
    | 'memoDeleted';
  /** Names, colours or texts; for `moved` the code above (empty: the top); for `mergedInto` who came (`before`) and how many quotations came with it (`count`); for `splitInto` into which codes (`after`) how many quotations were sorted. */
  readonly before: string;
  readonly after: string;
  readonly count: number | null;
  readonly why: string;
}
