import type { CodingId } from '../../core/ids';
import { ExpectedError } from '../../core/result';
import { codeById } from '../../storage/repositories/codes';
import { deleteQuotationIfBare } from '../../storage/repositories/codings';
import type { ChangeContext, ChangeHandlers } from '../context';
import { knownCoding, knownQuotation, moveCoding, quotationFor } from './codings';
import { oneByOne } from './one-by-one';
import { giveWay } from './unite-memos';

export const uniteCommands: ChangeHandlers<'coding.unite'> = {
  'coding.unite': (args) =>
    function* (context) {
      const named = args.groups.flat();
      if (new Set(named).size < named.length) {
        throw new ExpectedError('invalid', 'A coding can be in one group only. Nothing was changed.');
      }
      const groups = args.groups.map((ids) => placed(context, ids));
      yield* oneByOne(groups, (group) => unite(context, group));
      const codings = groups.reduce((sum, group) => sum + group.length, 0);
      const codeIds = new Set(groups.flatMap((group) => group.map(({ codeId }) => codeId)));
      const [codeId] = codeIds;
      const code = codeIds.size === 1 && codeId ? codeById(context.database, codeId) : undefined;
      return {
        value: { united: codings - groups.length },
        label: code
          ? { key: 'coding.unite', values: { count: codings, code: code.name, codeId: code.id } }
          : { key: 'coding.unite.many', values: { count: codings } },
      };
    },
};

type Placed = ReturnType<typeof placed>[number];

/** The codings of a group with their places, in order; refuses what does not hang together. */
function placed({ database }: ChangeContext, ids: readonly CodingId[]) {
  const group = ids
    .map((id) => {
      const coding = knownCoding(database, id);
      return { ...coding, quotation: knownQuotation(database, coding.quotationId) };
    })
    .sort((a, b) => a.quotation.start - b.quotation.start || a.quotation.end - b.quotation.end);
  let end = -1;
  for (const [index, { codeId, quotation }] of group.entries()) {
    const first = group[0];
    const isApart =
      index > 0 &&
      (codeId !== first?.codeId || quotation.sourceId !== first.quotation.sourceId || quotation.start >= end);
    if (group.length < 2 || isApart) {
      throw new ExpectedError(
        'invalid',
        'Only codings of one code on passages that overlap can be united. Nothing was changed.',
      );
    }
    end = Math.max(end, quotation.end);
  }
  return group;
}

function unite(context: ChangeContext, group: readonly Placed[]): void {
  const { database } = context;
  const [kept, ...others] = group.toSorted((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
  if (!kept) return;
  const to = quotationFor(context, {
    sourceId: kept.quotation.sourceId,
    start: Math.min(...group.map(({ quotation }) => quotation.start)),
    end: Math.max(...group.map(({ quotation }) => quotation.end)),
  });
  for (const other of others) giveWay(context, other.id, kept);
  if (kept.quotationId !== to.id) moveCoding(context, kept, to.id);
  for (const { quotationId } of group)
    if (quotationId !== to.id) deleteQuotationIfBare(database, quotationId);
}
