import { z } from 'zod';
import type { SourceId } from '../core/ids';
import type { FlatSpans } from '../core/text';
import type { Passage } from './passage';
import { id } from './schema';

const sourceId = id<SourceId>();
const flatSpans = z.custom<FlatSpans>(
  (value) => value instanceof Int32Array && value.length % 2 === 0,
  'must be an Int32Array of starts and ends',
);

export const searchPattern = z.object({
  kind: z.enum(['text', 'regex', 'terms']),
  text: z.string().min(1, 'must not be empty').max(20_000, 'must have at most 20,000 characters'),
  matchCase: z.boolean().optional(),
  matchAccents: z.boolean().optional(),
  wholeWord: z.boolean().optional(),
});

/** Questions about words in the documents. */
export const findQueries = {
  /**
   * A part of all hits, in the order of the documents. `after` is the `next` of the part before; with `soon` the part
   * ends as soon as something is found, so that it is there at once.
   */
  'find.page': z.object({
    pattern: searchPattern,
    sourceIds: z.array(sourceId).optional(),
    after: sourceId.nullable().optional(),
    soon: z.boolean().optional(),
  }),
  /** Hits of one document in their surroundings. */
  'find.passages': z.object({
    sourceId,
    spans: flatSpans.refine(({ length }) => length <= 1000, 'must have at most 500 spans'),
  }),
  /** Spans widened to the sentences or paragraphs that they lie in, each once. */
  'find.widened': z.object({
    documents: z.array(z.object({ sourceId, spans: flatSpans })),
    unit: z.enum(['sentence', 'paragraph']),
  }),
} as const satisfies Record<string, z.ZodType>;

export interface FoundIn {
  readonly sourceId: SourceId;
  /** In code points, ends exclusive. */
  readonly spans: FlatSpans;
}

export interface FindPage {
  /** Documents with hits. */
  readonly found: readonly FoundIn[];
  /** The document after which it goes on; null: all is searched. */
  readonly next: SourceId | null;
  /** Documents in this part, and in all. */
  readonly documents: { readonly searched: number; readonly all: number };
  /** A document has more hits than are told. */
  readonly isCut: boolean;
}

export interface FindResults {
  'find.page': FindPage;
  'find.passages': readonly Passage[];
  'find.widened': readonly FoundIn[];
}
