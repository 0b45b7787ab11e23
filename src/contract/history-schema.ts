import { z } from 'zod';
import type { CodeId, CoderId, SourceId } from '../core/ids';
import { historyGroups } from './history';
import { id } from './schema';

const instant = z.iso.datetime('must be a time such as 2026-11-22T00:00:00.000Z');
export const sequence = z.number().int('must be a whole number').min(1, 'must be at least 1');

/** Which entries of the history are meant; what is left out lets every entry through. */
export const historyFilter = z.object({
  coderId: id<CoderId>().optional(),
  /** Entries that touched the code itself, its codings (also by recoding them from it or to it) or its memo. */
  codeId: id<CodeId>().optional(),
  /** Entries that touched the document, its quotations, codings on them, or memos on it or on them. */
  sourceId: id<SourceId>().optional(),
  groups: z.array(z.enum(historyGroups)).optional(),
  /** UTC instants; `since` belongs to the range, `until` no more. */
  since: instant.optional(),
  until: instant.optional(),
  /** Every word of it stands in what the entry says in English, or in its why; case and accents don't count. */
  text: z.string().max(500, 'must have at most 500 characters').optional(),
  /** These entries and no other. */
  only: z.array(sequence).max(1_000, 'must name at most 1,000 entries').optional(),
});

export type HistoryFilter = z.input<typeof historyFilter>;
