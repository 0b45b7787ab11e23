/**
 * Identities. Every row of the project has a UUID from birth and keeps it in every copy, so that copies of a
 * project can be compared and merged later. The brand keeps a code's id from being passed where a document's is
 * meant; at run time an id is the plain lower-case UUID text.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type ProjectId = Id<'project'>;
export type CoderId = Id<'coder'>;
export type FolderId = Id<'sourceFolder'>;
export type SourceId = Id<'source'>;
export type CodeId = Id<'code'>;
export type CodeSetId = Id<'codeSet'>;
export type QuotationId = Id<'quotation'>;
export type CodingId = Id<'coding'>;
export type MemoId = Id<'memo'>;
export type MemoTypeId = Id<'memoType'>;
export type DraftId = Id<'draft'>;
export type SegmentId = Id<'segment'>;
export type ChangeSetId = Id<'changeSet'>;

/** Where new ids come from; injected, so that tests and the sample project are deterministic. */
export type IdSource = <T extends string>() => T;

/** Where times come from: ISO 8601, UTC, milliseconds (`2026-11-22T10:00:00.000Z`). */
export type Clock = () => string;
