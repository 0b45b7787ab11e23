import type { CodingRow } from '../../contract/queries';
import { createCodeTree } from '../../core/code-tree';
import type { CodeId, SourceId } from '../../core/ids';
import { listCoders } from '../../storage/repositories/coders';
import { listCodes } from '../../storage/repositories/codes';
import {
  codingsMeeting,
  codingsOfQuotation,
  listCodings,
  quotationNumber,
} from '../../storage/repositories/codings';
import { memosOn } from '../../storage/repositories/memos';
import { listSources } from '../../storage/repositories/sources';
import { knownQuotation } from '../commands/codings';
import { knownSource } from '../commands/sources';
import type { QueryHandlers, ReadContext } from '../context';
import { passageAt } from '../passages';

export const codingQueries: QueryHandlers<'codings.list' | 'quotation.detail'> = {
  'codings.list': (args, context) => {
    const tree = createCodeTree(listCodes(context.database));
    const codeIds = args.codeId
      ? [args.codeId, ...(args.withSubcodes ? tree.descendants(args.codeId).map(({ id }) => id) : [])]
      : undefined;
    return codingRows(context, { ...(codeIds ? { codeIds } : {}), sourceId: args.sourceId });
  },

  'quotation.detail': (args, { database, texts }) => {
    const quotation = knownQuotation(database, args.id);
    const source = knownSource(database, quotation.sourceId);
    const coderNames = new Map(listCoders(database).map(({ id, name }) => [id, name]));
    const codings = codingsOfQuotation(database, quotation.id);
    const ownCodes = new Set(codings.map(({ codeId }) => codeId));
    const meets = new Map<CodeId, number>();
    for (const { codeId } of codingsMeeting(database, quotation)) {
      if (!ownCodes.has(codeId)) meets.set(codeId, (meets.get(codeId) ?? 0) + 1);
    }
    return {
      ...passageAt(texts, source, quotation),
      id: quotation.id,
      number: quotationNumber(database, quotation),
      codings: codings.map(({ id, codeId, coderId, createdAt }) => ({
        id,
        codeId,
        coderId,
        coderName: coderNames.get(coderId) ?? '',
        createdAt,
        hasMemo: memosOn(database, { kind: 'coding', id }).length > 0,
      })),
      memo: memosOn(database, { kind: 'quotation', id: quotation.id })[0] ?? null,
      meets: [...meets]
        .map(([codeId, count]) => ({ codeId, codings: count }))
        .sort((a, b) => b.codings - a.codings),
    };
  },
};

/** One row a coding, in document order. */
export function codingRows(
  { database, texts }: Pick<ReadContext, 'database' | 'texts'>,
  filter: { codeIds?: readonly CodeId[]; sourceId?: SourceId | undefined },
): CodingRow[] {
  const tree = createCodeTree(listCodes(database));
  const sources = new Map(listSources(database).map((source) => [source.id, source]));
  const coderNames = new Map(listCoders(database).map(({ id, name }) => [id, name]));
  return listCodings(database, filter).flatMap((coding) => {
    const source = sources.get(coding.sourceId);
    if (!source) return [];
    return [
      {
        ...passageAt(texts, source, coding),
        codingId: coding.id,
        quotationId: coding.quotationId,
        codeId: coding.codeId,
        codePath: tree.path(coding.codeId),
        coderId: coding.coderId,
        coderName: coderNames.get(coding.coderId) ?? '',
        createdAt: coding.createdAt,
        memo: coding.memo ?? '',
      },
    ];
  });
}
