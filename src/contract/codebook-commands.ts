import { z } from 'zod';
import { codeStatuses } from '../core/entities';
import type { CodeId, CodeSetId, QuotationId } from '../core/ids';
import { color, each, id, name, some } from './schema';

const codeId = id<CodeId>();
const codeSetId = id<CodeSetId>();
const quotationIds = some(id<QuotationId>());

/** The codebook as a whole: splitting a code, many codes at once, sets of codes. */
export const codebookCommands = {
  /**
   * Sorts quotations of a code into others: new subcodes (`name`), or codes that are there (`codeId`). Codings keep
   * coder and date; a quotation named in several parts has the code's coding moved to the first and copied to the others.
   */
  'code.split': {
    kind: 'change',
    args: z.object({
      id: codeId,
      parts: z
        .array(
          z.union([
            z.object({ codeId, quotationIds }),
            z.object({ name, color: color.optional(), quotationIds }),
          ]),
        )
        .min(1, 'must have at least one part')
        .max(200, 'must have at most 200 parts'),
    }),
  },
  /** One colour for codes; `withSubcodes`: for all below them too, so that a branch is of one colour. */
  'code.recolor': {
    kind: 'change',
    args: z.object({ ids: some(codeId), color, withSubcodes: z.boolean().optional() }),
  },
  'code.setStatus': {
    kind: 'change',
    args: z.object({ ids: some(codeId), status: z.enum(codeStatuses) }),
  },
  'codeSet.create': { kind: 'change', args: z.object({ name, codeIds: each(codeId).optional() }) },
  'codeSet.rename': { kind: 'change', args: z.object({ id: codeSetId, name }) },
  /** Takes the set away; its codes stay. */
  'codeSet.delete': { kind: 'change', args: z.object({ id: codeSetId }) },
  /** Puts codes into the set, or takes them out; what is already so stays so. */
  'codeSet.add': { kind: 'change', args: z.object({ id: codeSetId, codeIds: some(codeId) }) },
  'codeSet.remove': { kind: 'change', args: z.object({ id: codeSetId, codeIds: some(codeId) }) },
} as const;
