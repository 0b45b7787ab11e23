import type { CodeId, CoderId, SourceId } from '../ids';

/**
 * What a co-occurrence table counts, as data. A query travels as it is from the window or the command line to the
 * engine, comes back with the result, and is printed above the table as a sentence (`describeCooccurrence`).
 * The rules are CO1 to CO20 in `docs/SPEC.md`. All positions are code points, ends exclusive.
 */
export type TextUnit = 'words' | 'sentences' | 'paragraphs' | 'turns';

export type GapUnit = 'characters' | Exclude<TextUnit, 'turns'>;

/** When a span of the row's code and a span of the column's code belong together; both in one document. */
export type Relation =
  | {
      readonly kind:
        | 'overlaps'
        | 'equals'
        /** The row's span lies in the column's. */
        | 'within'
        | 'encloses'
        | 'same-sentence'
        | 'same-paragraph'
        | 'same-turn'
        | 'same-document';
    }
  /** The gap between the two is at most `distance` (a whole number from 0). */
  | { readonly kind: 'near'; readonly distance: number; readonly unit: GapUnit }
  /** `follows`: the row's span begins where the column's has ended, or later. */
  | { readonly kind: 'follows' | 'precedes'; readonly scope: 'paragraph' | 'turn' | 'document' };

export type RelationKind = Relation['kind'];

export const countUnits = ['pairs', 'places', 'characters', 'documents'] as const;
export type CountUnit = (typeof countUnits)[number];

export const coefficients = ['c', 'c-bounded', 'jaccard', 'given-row', 'given-column'] as const;
export type Coefficient = (typeof coefficients)[number];

/** Whose codings meet: all united per code, one coder at a time, or every coding with every other. */
export const coderModes = ['united', 'each', 'pooled'] as const;
export type CoderMode = (typeof coderModes)[number];

export interface CooccurrenceQuery {
  readonly relation: Relation;
  readonly count: CountUnit;
  /** Null or absent: counts only. */
  readonly coefficient?: Coefficient | null;
  readonly coders: CoderMode;
  /** A code stands for its whole subtree; a cell of a code and its own ancestor is then empty. */
  readonly withSubcodes: boolean;
  /** Filters; absent means all. An empty list means none. */
  readonly sourceIds?: readonly SourceId[] | undefined;
  readonly coderIds?: readonly CoderId[] | undefined;
  /** The codes shown as rows and columns, printed in tree order. */
  readonly codeIds?: readonly CodeId[] | undefined;
}

/** Overlaps, places, united, no coefficient: what the command line does without options. */
export const defaultCooccurrenceQuery: CooccurrenceQuery = {
  relation: { kind: 'overlaps' },
  count: 'places',
  coefficient: null,
  coders: 'united',
  withSubcodes: false,
};

/**
 * All codings of a project in columns, one row a coding, in any order (fastest when ordered by document and
 * start). `sourceIndex`, `code` and `coder` are indices into the lists of `CooccurrenceData`.
 */
export interface CodingTable {
  readonly sourceIndex: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
  /** Index of the quotation in the caller's own list; not read here. */
  readonly quotation?: Int32Array | undefined;
}

/** What the figures are computed from. */
export interface CooccurrenceData {
  readonly table: CodingTable;
  /** In tree order (`flattenTree`): the order of rows and columns. */
  readonly codeIds: readonly CodeId[];
  /** Index of each code's parent in `codeIds`; -1 at the top. */
  readonly codeParents: Int32Array;
  /** 0 for a folder. A folder is a row or column only with subcodes. Absent: every code can be applied. */
  readonly codeIsCodable?: Uint8Array | undefined;
  readonly sourceIds: readonly SourceId[];
  readonly coderIds: readonly CoderId[];
  /**
   * Spans of the text units of one document, `[start, end, start, end, …]` in order; asked for only where the
   * relation needs them (`unitSpans` of core/text, `turnSpans` of core/structure).
   */
  readonly unitSpans: (unit: TextUnit, sourceIndex: number) => Int32Array;
}

/**
 * The matrix, `size × size`, row after row: cell (row, column) is at `row * size + column`. NaN prints “–”: a code
 * with its own ancestor, or 0/0.
 */
export interface CooccurrenceResult {
  readonly query: CooccurrenceQuery;
  readonly size: number;
  /** For each row and column the index in `CooccurrenceData.codeIds`. */
  readonly codes: Int32Array;
  /** Counts; the diagonal is the code's own count in the same unit. */
  readonly counts: Float64Array;
  /** The coefficient asked for, NaN on the diagonal; null where none was asked for. */
  readonly coefficients: Float64Array | null;
  /** Codings (pairs of *each* and *pooled*), places or documents of each code: what the warnings look at. */
  readonly base: Float64Array;
  readonly considered: { readonly codings: number; readonly documents: number; readonly coders: number };
  /** Codings that the filters leave out. */
  readonly hidden: { readonly codings: number };
  readonly warnings: readonly CooccurrenceWarning[];
}

export type CooccurrenceWarning =
  /** Rows with fewer than five items: their figures hang on chance. */
  | { readonly kind: 'small-counts'; readonly rows: Int32Array }
  /** Cells (`row * size + column`, not empty) where one code is over five times as frequent as the other. */
  | { readonly kind: 'imbalance'; readonly cells: Int32Array }
  /** Cells where `c` left 0..1; it may be negative or infinite where there are more pairs than codings. */
  | { readonly kind: 'out-of-range'; readonly cells: Int32Array };

/** One place, or one pair, behind a cell. */
export interface CellQuotation {
  readonly sourceIndex: number;
  /** What the two codes share (*overlaps*), else the row's own span. */
  readonly start: number;
  readonly end: number;
  /** Rows of the coding table that make this place on either side, in order of start. */
  readonly rowCodings: readonly number[];
  readonly columnCodings: readonly number[];
}
