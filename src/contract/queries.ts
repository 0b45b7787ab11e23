import { z } from 'zod';
import type { CooccurrenceQuery, CooccurrenceResult } from '../core/cooccurrence';
import type { ChangedMarks, DocumentMarks } from '../core/document-marks';
import type { Code, Coder, CodeSet, Memo, MemoTarget, Source, SourceFolder } from '../core/entities';
import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from '../core/ids';
import { type AutocodeResults, autocodeQueries } from './autocode';
import type { BackupList } from './backups';
import { cooccurrenceQuerySchema } from './cooccurrence-schema';
import type { CopyOutlook } from './copies';
import { type EditingQueryResults, editingQueries } from './editing';
import type { ErasurePreview } from './erasure';
import type { SessionState } from './events';
import { type FindResults, findQueries } from './find';
import type {
  CodeMoment,
  EntryDocuments,
  HistoryDetail,
  HistoryEntry,
  HistoryOutline,
  HistorySubjects,
} from './history';
import { historyFilter, sequence } from './history-schema';
import { type Backlink, type LinkableQuotation, type MemoTypeRow, memoQueries } from './memos';
import type { Passage } from './passage';
import { type QuotationResults, quotationQueries } from './quotation-list';
import { id, path, position } from './schema';
import { type StructureResults, structureQueries } from './structure';

const sourceId = id<SourceId>();
const codeId = id<CodeId>();
const quotationId = id<QuotationId>();

export type { DocumentCoding, DocumentQuotation } from '../core/document-marks';

/** Every question a view may ask. A query writes nothing. */
export const queries = {
  'session.state': z.object({}),
  /** Backups of the project at a path, open or not, sound or not, there or not. */
  'backups.list': z.object({ path }),
  /** What a copy for somebody else would be like. */
  'project.copyOutlook': z.object({}),
  'coders.list': z.object({}),
  'sources.tree': z.object({}),
  'source.text': z.object({ id: sourceId }),
  'source.codings': z.object({ id: sourceId }),
  /** After a change of some rows: what there is now of these codings and quotations, and of the codings on them. */
  'source.codingsAmong': z.object({
    id: sourceId,
    codingIds: z.array(id<CodingId>()),
    quotationIds: z.array(quotationId),
  }),
  ...editingQueries,
  ...structureQueries,
  'source.deletionPreview': z.object({ ids: z.array(sourceId).min(1) }),
  /** Documents in the project, and those that only its history keeps. */
  'sources.kept': z.object({}),
  'erasure.preview': z.union([
    z.object({ ids: z.array(sourceId).min(1) }),
    z.object({ sourceId, start: position, end: position }),
  ]),
  'codes.tree': z.object({}),
  'code.deletionPreview': z.object({ id: codeId }),
  'code.mergePreview': z.object({ fromIds: z.array(codeId).min(1), intoId: codeId }),
  'codeSets.list': z.object({}),
  'quotation.detail': z.object({ id: quotationId }),
  /** One row a coding, in document order. */
  'codings.list': z.object({
    codeId: codeId.optional(),
    withSubcodes: z.boolean().optional(),
    sourceId: sourceId.optional(),
  }),
  ...findQueries,
  ...quotationQueries,
  ...autocodeQueries,
  ...memoQueries,
  'cooccurrence.matrix': cooccurrenceQuerySchema,
  'cooccurrence.cell': z.object({ query: cooccurrenceQuerySchema, row: codeId, column: codeId }),
  /** Newest first; `before`: only entries with a smaller sequence. */
  'history.list': historyFilter.extend({
    before: sequence.optional(),
    limit: z.number().int().min(1).max(10_000).optional(),
  }),
  'history.outline': historyFilter,
  'history.entry': z.object({ sequence }),
  'history.documents': z.object({ sequence }),
  'history.subjects': z.object({}),
  /** Oldest first; what was undone or taken back is left out. */
  'code.biography': z.object({ id: codeId }),
} as const satisfies Record<string, z.ZodType>;

export type QueryName = keyof typeof queries;
export type QueryArgs<K extends QueryName> = z.input<(typeof queries)[K]>;
export type CheckedQueryArgs<K extends QueryName> = z.output<(typeof queries)[K]>;

export interface SourceRow extends Source {
  readonly quotations: number;
  readonly codings: number;
  readonly hasMemo: boolean;
}

export interface CodeRow extends Code {
  /** Names from the top, joined by ` > `. */
  readonly path: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly quotations: number;
  readonly codings: number;
  readonly documents: number;
  /** Codings of the code and its subcodes together. */
  readonly codingsWithSubcodes: number;
  readonly hasMemo: boolean;
}

export interface CodingRow extends Passage {
  readonly codingId: CodingId;
  readonly quotationId: QuotationId;
  readonly codeId: CodeId;
  readonly codePath: string;
  readonly coderId: CoderId;
  readonly coderName: string;
  readonly createdAt: string;
  /** The quotation's memo; empty where there is none. */
  readonly memo: string;
}

export interface QuotationDetail extends Passage {
  readonly id: QuotationId;
  /** Place of the quotation among its document's, from 1. */
  readonly number: number;
  readonly codings: readonly {
    readonly id: CodingId;
    readonly codeId: CodeId;
    readonly coderId: CoderId;
    readonly coderName: string;
    readonly createdAt: string;
    readonly hasMemo: boolean;
  }[];
  readonly memo: Memo | null;
  /** Other codes whose codings share a character with this quotation, with the number of such codings. */
  readonly meets: readonly { readonly codeId: CodeId; readonly codings: number }[];
}

export interface MemoRow extends Memo {
  /** What the memo is on, in words: a document's name, a code's path, the quotation's words. */
  readonly on: string;
  readonly coderName: string;
  /** Null where it has none. */
  readonly typeName: string | null;
}

/** One place behind a cell: what the two codes share, or the row's place, with the codings on both sides. */
export interface CellPlace extends Passage {
  readonly rowQuotationIds: readonly QuotationId[];
  readonly columnQuotationIds: readonly QuotationId[];
  /** The codings of the row's and the column's code that make this place, as spans. */
  readonly rowSpans: readonly { readonly start: number; readonly end: number }[];
  readonly columnSpans: readonly { readonly start: number; readonly end: number }[];
}

/** How many things a deletion would take along. */
export interface DeletionPreview {
  readonly documents: number;
  readonly subcodes: number;
  readonly quotations: number;
  readonly codings: number;
  readonly memos: number;
  readonly coders: readonly string[];
}

/** What a merge would do. */
export interface MergePreview {
  /** Codings that go to the other code, and the quotations and documents that they stand in. */
  readonly codings: number;
  readonly quotations: number;
  readonly documents: number;
  /** Codings that the other code has already, on the same quotation by the same coder: they become one. */
  readonly alreadyThere: number;
  readonly subcodes: number;
  readonly memos: number;
}

export interface CodeSetRow extends CodeSet {
  readonly codeIds: readonly CodeId[];
}

export interface QueryResults
  extends FindResults,
    QuotationResults,
    StructureResults,
    AutocodeResults,
    EditingQueryResults {
  'session.state': SessionState;
  'backups.list': BackupList;
  'project.copyOutlook': CopyOutlook;
  'coders.list': readonly (Coder & { readonly codings: number })[];
  'sources.tree': { readonly folders: readonly SourceFolder[]; readonly sources: readonly SourceRow[] };
  'source.text': { readonly source: Source; readonly text: string; readonly sha256: string };
  'source.codings': DocumentMarks;
  'source.codingsAmong': ChangedMarks;
  'source.deletionPreview': DeletionPreview;
  'sources.kept': readonly { readonly id: SourceId; readonly name: string; readonly isThere: boolean }[];
  'erasure.preview': ErasurePreview;
  /** In tree order. */
  'codes.tree': readonly CodeRow[];
  'code.deletionPreview': DeletionPreview;
  'code.mergePreview': MergePreview;
  'codeSets.list': readonly CodeSetRow[];
  'quotation.detail': QuotationDetail;
  'codings.list': readonly CodingRow[];
  'memo.on': Memo | null;
  /** Last changed first. */
  'memos.list': readonly MemoRow[];
  'memoTypes.list': readonly MemoTypeRow[];
  'memos.linkingTo': readonly Backlink[];
  'memo.linkable': readonly LinkableQuotation[];
  'coding.place': { readonly quotationId: QuotationId; readonly codeId: CodeId };
  'cooccurrence.matrix': MatrixAnswer;
  'cooccurrence.cell': readonly CellPlace[];
  /** Newest first. */
  'history.list': readonly HistoryEntry[];
  'history.outline': HistoryOutline;
  'history.entry': HistoryDetail;
  'history.documents': EntryDocuments;
  'history.subjects': HistorySubjects;
  'code.biography': readonly CodeMoment[];
}

/** The matrix with the codes that its rows and columns stand for, and the time it took (milliseconds). */
export interface MatrixAnswer {
  readonly result: CooccurrenceResult;
  readonly codes: readonly {
    readonly id: CodeId;
    readonly path: string;
    readonly name: string;
    readonly color: string;
  }[];
  readonly revision: number;
  readonly milliseconds: number;
}

type Complete = QueryName extends keyof QueryResults ? true : never;
/** Fails to compile when a query has no result type. */
export const everyQueryHasAResult: Complete = true;

export type QueryResult<K extends QueryName> = QueryResults[K];
export type { CooccurrenceQuery, HistoryEntry, MemoTarget, Passage };
