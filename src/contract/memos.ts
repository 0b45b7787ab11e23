import { z } from 'zod';
import type { MemoTarget, MemoType } from '../core/entities';
import type { CodeId, CodingId, MemoId, MemoTypeId, QuotationId, SourceId } from '../core/ids';
import { type MemoReference, memoDocOf } from '../core/memo-content';
import { color, id, line, name, prose, some } from './schema';

const memoId = id<MemoId>();
const memoTypeId = id<MemoTypeId>();

export const memoTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('source'), id: id<SourceId>() }),
  z.object({ kind: z.literal('code'), id: id<CodeId>() }),
  z.object({ kind: z.literal('quotation'), id: id<QuotationId>() }),
  z.object({ kind: z.literal('coding'), id: id<CodingId>() }),
  z.object({ kind: z.literal('free'), id: memoId }),
]);

/** Letters of the JSON of a rich text. */
const largestContent = 4_000_000;

/** Known nodes and marks only, built anew: whatever else came in is refused. */
const content = z.unknown().transform((value, context) => {
  const doc = memoDocOf(value);
  const isFit = doc !== undefined && JSON.stringify(doc).length <= largestContent;
  if (isFit) return doc;
  context.addIssue({
    code: 'custom',
    message: doc ? 'must not be that long' : 'must be the rich text of a memo',
  });
  return z.NEVER;
});

const reference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quotation'), id: id<QuotationId>() }),
  z.object({ kind: z.literal('code'), id: id<CodeId>() }),
  z.object({ kind: z.literal('source'), id: id<SourceId>() }),
]);

/** A memo's words, plain or rich (never both); what is absent stays as it is. */
const writing = {
  text: prose.optional(),
  content: content.optional(),
  title: line.optional(),
  typeId: memoTypeId.nullable().optional(),
};

export const memoCommands = {
  /**
   * The memo on a thing. One left with neither words nor title is taken away, unless it is a free one. Typing merges
   * into one step.
   */
  'memo.write': { kind: 'change', args: z.object({ target: memoTargetSchema, ...writing }) },
  /** A memo on nothing: there may be any number of them. */
  'memo.create': { kind: 'change', args: z.object(writing) },
  'memo.delete': { kind: 'change', args: z.object({ ids: some(memoId) }) },
  'memoType.create': { kind: 'change', args: z.object({ name, color: color.optional() }) },
  'memoType.update': {
    kind: 'change',
    args: z.object({ id: memoTypeId, name: name.optional(), color: color.optional() }),
  },
  /** Takes the type away; memos that had it have none. */
  'memoType.delete': { kind: 'change', args: z.object({ id: memoTypeId }) },
} as const;

export const memoQueries = {
  'memo.on': z.object({ target: memoTargetSchema }),
  'memos.list': z.object({}),
  'memoTypes.list': z.object({}),
  /** Memos in which a link leads to a thing. */
  'memos.linkingTo': z.object({ reference }),
  /** What a coding is, for a memo on it. */
  'coding.place': z.object({ id: id<CodingId>() }),
  /** Quotations that hold some words, for a link: the first ones, or the newest where there are no words. */
  'memo.linkable': z.object({ search: z.string().max(200) }),
} as const satisfies Record<string, z.ZodType>;

export interface MemoTypeRow extends MemoType {
  readonly memos: number;
}

/** A memo that links to something. */
export interface Backlink {
  readonly id: MemoId;
  readonly target: MemoTarget;
  readonly title: string;
  /** What the memo is on, in words. */
  readonly on: string;
  readonly text: string;
}

/** A quotation that a link may lead to. */
export interface LinkableQuotation {
  readonly id: QuotationId;
  readonly sourceName: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MemoCommandResults {
  /** Null where there is no memo any more. */
  'memo.write': { readonly id: MemoId | null };
  'memo.create': { readonly id: MemoId };
  'memo.delete': null;
  'memoType.create': { readonly id: MemoTypeId };
  'memoType.update': null;
  'memoType.delete': null;
}

export type { MemoReference };
