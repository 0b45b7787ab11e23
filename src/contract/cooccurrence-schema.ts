import { z } from 'zod';
import { type CooccurrenceQuery, coderModes, coefficients, countUnits } from '../core/cooccurrence';
import type { CodeId, CoderId, SourceId } from '../core/ids';
import { id, position } from './schema';

const relation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'overlaps',
      'equals',
      'within',
      'encloses',
      'same-sentence',
      'same-paragraph',
      'same-turn',
      'same-document',
    ]),
  }),
  z.object({
    kind: z.literal('near'),
    distance: position,
    unit: z.enum(['characters', 'words', 'sentences', 'paragraphs']),
  }),
  z.object({ kind: z.enum(['follows', 'precedes']), scope: z.enum(['paragraph', 'turn', 'document']) }),
]);

/** The question of a co-occurrence table; see `CooccurrenceQuery` for what each part means. */
export const cooccurrenceQuerySchema = z.object({
  relation,
  count: z.enum(countUnits),
  coefficient: z.enum(coefficients).nullable().optional(),
  coders: z.enum(coderModes),
  withSubcodes: z.boolean(),
  sourceIds: z.array(id<SourceId>()).optional(),
  coderIds: z.array(id<CoderId>()).optional(),
  codeIds: z.array(id<CodeId>()).optional(),
}) satisfies z.ZodType<CooccurrenceQuery>;
