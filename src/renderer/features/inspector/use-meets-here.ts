import type { QuotationDetail } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { type Partner, usePartners } from './use-partners';

/**
 * Whom a quotation's first code meets here: the other codes on the same words, and those whose codings share a
 * character with it. The figures are those of the whole project.
 */
export function useMeetsHere(quotation: QuotationDetail | undefined): {
  readonly ofCode: CodeId | undefined;
  readonly partners: readonly Partner[];
} {
  const ofCode = quotation?.codings[0]?.codeId;
  const all = usePartners(ofCode);
  if (!quotation || !all) return { ofCode, partners: [] };
  const here = new Set([
    ...quotation.codings.map(({ codeId }) => codeId),
    ...quotation.meets.map(({ codeId }) => codeId),
  ]);
  return { ofCode, partners: all.filter(({ id }) => here.has(id)) };
}
