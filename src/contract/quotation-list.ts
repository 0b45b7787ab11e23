import { z } from 'zod';
import type { CodeId, CoderId, CodingId, QuotationId, SourceId } from '../core/ids';
import type { RedundantCodings } from '../core/redundant';
import { cooccurrenceQuerySchema } from './cooccurrence-schema';
import type { Passage } from './passage';
import { id, position, some } from './schema';

const codeId = id<CodeId>();

/** Which quotations a list is of; what is left out lets all through. */
export const quotationFilter = z.object({
  codeId: codeId.optional(),
  withSubcodes: z.boolean().optional(),
  sourceId: id<SourceId>().optional(),
  /** With `sourceId`: only quotations that share a character with this part of the document. */
  span: z.object({ start: position, end: position }).optional(),
  /** Codings of one coder; of quotations without a code, who marked them. */
  coderId: id<CoderId>().optional(),
  /** Words in the passage or in its memo; case and accents don't count. */
  words: z.string().max(500, 'must have at most 500 characters').optional(),
  /** Quotations behind a cell of the matrix. */
  cell: z.object({ query: cooccurrenceQuerySchema, row: codeId, column: codeId }).optional(),
  /** Only quotations that have no code. */
  isUncoded: z.boolean().optional(),
});

export type QuotationFilter = z.input<typeof quotationFilter>;

export const quotationQueries = {
  /** Every coding that the filter lets through, in document order, in columns: 100,000 are a matter of a moment. */
  'quotations.index': quotationFilter,
  /** Quotations to be read, in the order of the ids; those that are gone are left out. */
  'quotations.passages': z.object({
    ids: z.array(id<QuotationId>()).max(200, 'must have at most 200 quotations'),
    /** Characters of context on each side. */
    reach: z.number().int().min(0).max(5000),
  }),
  'codings.redundant': quotationFilter
    .pick({ codeId: true, withSubcodes: true, sourceId: true, coderId: true })
    .extend({ coders: z.enum(['same', 'any']) }),
} as const satisfies Record<string, z.ZodType>;

export const quotationCommands = {
  /**
   * Each group, codings of one code that hang together by overlaps, becomes one coding of all that they cover. Of the
   * earliest stay id, coder and date; memos are joined.
   */
  'coding.unite': {
    kind: 'change',
    args: z.object({ groups: z.array(some(id<CodingId>())).min(1, 'must name at least one group') }),
  },
} as const;

/** One entry a coding; one for a quotation without a code. */
export interface QuotationIndex {
  /** Ids of 36 characters each, one behind the other. */
  readonly quotationIds: string;
  /** The same; 36 spaces where there is no coding. */
  readonly codingIds: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Indexes into the lists below; −1 for no code. */
  readonly source: Int32Array;
  readonly code: Int32Array;
  readonly coder: Int32Array;
  /** Milliseconds since 1970. */
  readonly createdAt: Float64Array;
  readonly sourceIds: readonly SourceId[];
  readonly codeIds: readonly CodeId[];
  readonly coderIds: readonly CoderId[];
}

export interface QuotationPassage extends Passage {
  readonly id: QuotationId;
  /** Empty where there is none. */
  readonly memo: string;
  readonly codings: readonly {
    readonly id: CodingId;
    readonly codeId: CodeId;
    readonly coderId: CoderId;
    readonly createdAt: string;
  }[];
}

export interface QuotationResults {
  'quotations.index': QuotationIndex;
  'quotations.passages': readonly QuotationPassage[];
  'codings.redundant': readonly RedundantCodings[];
}
