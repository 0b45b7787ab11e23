import type {
  CodeId,
  CoderId,
  CodeSetId,
  CodingId,
  FolderId,
  MemoId,
  MemoTypeId,
  ProjectId,
  QuotationId,
  SourceId,
} from './ids';

/**
 * The things a project is made of, as the views and the formats see them. Times are ISO 8601 UTC, colours
 * `#rrggbb`, positions Unicode code points from 0 with the end exclusive.
 */
export interface Project {
  readonly id: ProjectId;
  /** Shared by all copies of one project. */
  readonly lineage: string;
  readonly name: string;
  readonly description: string;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly createdAt: string;
}

export interface Coder {
  readonly id: CoderId;
  readonly name: string;
  readonly color: string;
  readonly createdAt: string;
}

/** A folder of documents; `position` orders siblings, folders and documents alike. */
export interface SourceFolder {
  readonly id: FolderId;
  readonly parentId: FolderId | null;
  readonly name: string;
  readonly position: number;
}

/** A document, without its text. */
export interface Source {
  readonly id: SourceId;
  readonly folderId: FolderId | null;
  readonly name: string;
  readonly position: number;
  /** Code points in the text. */
  readonly characters: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly coderId: CoderId;
}

/** A candidate is tried out; a retired code keeps its codings but is not offered for new ones. */
export const codeStatuses = ['candidate', 'inUse', 'retired'] as const;
export type CodeStatus = (typeof codeStatuses)[number];

export interface Code {
  readonly id: CodeId;
  readonly parentId: CodeId | null;
  readonly name: string;
  readonly color: string;
  readonly definition: string;
  readonly whenToUse: string;
  readonly whenNotToUse: string;
  readonly examples: string;
  /** False for a folder, which orders the tree and can't be applied. */
  readonly isCodable: boolean;
  readonly status: CodeStatus;
  readonly position: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly coderId: CoderId;
}

/** A group of codes; a code may be in many. */
export interface CodeSet {
  readonly id: CodeSetId;
  readonly name: string;
  readonly position: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly coderId: CoderId;
}

/** A passage of one document with zero or more codings. */
export interface Quotation {
  readonly id: QuotationId;
  readonly sourceId: SourceId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One code applied to one quotation by one coder. */
export interface Coding {
  readonly id: CodingId;
  readonly quotationId: QuotationId;
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly createdAt: string;
}

/** What a memo is about. */
export type MemoTarget =
  | { readonly kind: 'project' }
  | { readonly kind: 'source'; readonly id: SourceId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'quotation'; readonly id: QuotationId }
  | { readonly kind: 'coding'; readonly id: CodingId }
  /** On nothing but itself: there are any number of these, each named by its own id. */
  | { readonly kind: 'free'; readonly id: MemoId };

export interface Memo {
  readonly id: MemoId;
  readonly target: MemoTarget;
  /** Empty where it has none. */
  readonly title: string;
  readonly typeId: MemoTypeId | null;
  /** As plain text; a link reads as what it leads to. */
  readonly text: string;
  /** The same as a rich text, in JSON (`core/memo-content`); null: plain text is all there is. */
  readonly content: string | null;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly coderId: CoderId;
}

/** A kind of memo that the researchers of a project have made up. */
export interface MemoType {
  readonly id: MemoTypeId;
  readonly name: string;
  readonly color: string;
  readonly position: number;
  readonly createdAt: string;
}
