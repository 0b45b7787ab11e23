import type { CodeRow } from '../../contract/queries';
import { createCodeTree } from '../../core/code-tree';
import { listCoders } from '../../storage/repositories/coders';
import { codesWithMemo } from '../../storage/repositories/codes';
import { codingsOfCode, codingsOfQuotation, countSources } from '../../storage/repositories/codings';
import { countMemosOnCodings, memosOn } from '../../storage/repositories/memos';
import { codeTree, knownCode } from '../commands/code-making';
import type { QueryHandlers, ReadContext } from '../context';

export const codeQueries: QueryHandlers<'codes.tree' | 'code.deletionPreview' | 'code.mergePreview'> = {
  'codes.tree': (_, context) => codeRows(context),

  'code.deletionPreview': (args, { database }) => {
    const tree = codeTree(database);
    const code = knownCode(tree, args.id);
    const subcodes = tree.descendants(code.id);
    const all = [code, ...subcodes];
    const goingCodes = new Set(all.map(({ id }) => id));
    const codings = all.flatMap(({ id }) => codingsOfCode(database, id));
    const coderIds = new Set(codings.map(({ coderId }) => coderId));
    const quotationIds = [...new Set(codings.map(({ quotationId }) => quotationId))];
    const bare = quotationIds.filter(
      (id) =>
        codingsOfQuotation(database, id).every(({ codeId }) => goingCodes.has(codeId)) &&
        memosOn(database, { kind: 'quotation', id }).length === 0,
    );
    return {
      documents: 0,
      subcodes: subcodes.length,
      quotations: bare.length,
      codings: codings.length,
      memos:
        all.filter(({ id }) => memosOn(database, { kind: 'code', id }).length > 0).length +
        countMemosOnCodings(
          database,
          codings.map(({ id }) => id),
        ),
      coders: listCoders(database).flatMap(({ id, name }) => (coderIds.has(id) ? [name] : [])),
    };
  },

  'code.mergePreview': (args, { database }) => {
    const tree = codeTree(database);
    const into = knownCode(tree, args.intoId);
    const from = [...new Set(args.fromIds)].map((id) => knownCode(tree, id));
    const twins = new Set(codingsOfCode(database, into.id).map(twinKey));
    const codings = from.flatMap(({ id }) => codingsOfCode(database, id));
    const moving = codings.filter((coding) => {
      const isFirst = !twins.has(twinKey(coding));
      twins.add(twinKey(coding));
      return isFirst;
    });
    const quotationIds = [...new Set(moving.map(({ quotationId }) => quotationId))];
    return {
      codings: moving.length,
      quotations: quotationIds.length,
      documents: countSources(database, quotationIds),
      alreadyThere: codings.length - moving.length,
      subcodes: from.reduce((sum, { id }) => sum + tree.descendants(id).length, 0),
      memos: from.filter(({ id }) => memosOn(database, { kind: 'code', id }).length > 0).length,
    };
  },
};

/** Two codings of this key can't stand beside each other under one code. */
function twinKey(coding: { readonly quotationId: string; readonly coderId: string }): string {
  return `${coding.quotationId} ${coding.coderId}`;
}

/** The codebook in tree order, with counts. */
export function codeRows({
  database,
  lists,
  usage,
}: Pick<ReadContext, 'database' | 'lists' | 'usage'>): CodeRow[] {
  const tree = createCodeTree(lists.codes());
  const { codes: counts } = usage.get();
  const withMemo = new Set(codesWithMemo(database));
  const codingsOf = (code: { id: CodeRow['id'] }) => counts.get(code.id)?.codings ?? 0;
  return tree.flattened.map((code) => ({
    ...code,
    path: tree.path(code.id),
    depth: tree.depth(code.id),
    codings: codingsOf(code),
    quotations: counts.get(code.id)?.quotations ?? 0,
    documents: counts.get(code.id)?.documents ?? 0,
    codingsWithSubcodes: tree
      .descendants(code.id)
      .reduce((sum, below) => sum + codingsOf(below), codingsOf(code)),
    hasMemo: withMemo.has(code.id),
  }));
}
