import { referencesIn } from '../../core/memo-content';
import { listCoders } from '../../storage/repositories/coders';
import { memosHolding, newestQuotations, quotationsWith } from '../../storage/repositories/memo-links';
import { countByMemoType, listMemoTypes } from '../../storage/repositories/memo-types';
import { listMemos, memoById, memosOn } from '../../storage/repositories/memos';
import { knownCoding } from '../commands/codings';
import { nameOfTarget } from '../commands/memos';
import type { QueryHandlers } from '../context';

/** Quotations that are offered for a link. */
const offered = 12;

export const memoQueries: QueryHandlers<
  | 'memo.on'
  | 'memos.list'
  | 'memoTypes.list'
  | 'memos.linkingTo'
  | 'memo.linkable'
  | 'coding.place'
  | 'coders.list'
> = {
  'memo.on': (args, { database }) => memosOn(database, args.target)[0] ?? null,

  'memos.list': (_, { database }) => {
    const coderNames = new Map(listCoders(database).map(({ id, name }) => [id, name]));
    const types = new Map(listMemoTypes(database).map(({ id, name }) => [id, name]));
    return listMemos(database).map((memo) => ({
      ...memo,
      on: nameOfTarget(database, memo.target),
      coderName: coderNames.get(memo.coderId) ?? '',
      typeName: memo.typeId === null ? null : (types.get(memo.typeId) ?? null),
    }));
  },

  'memoTypes.list': (_, { database }) => {
    const counts = new Map(countByMemoType(database).map(({ typeId, memos }) => [typeId, memos]));
    return listMemoTypes(database).map((type) => ({ ...type, memos: counts.get(type.id) ?? 0 }));
  },

  'memos.linkingTo': ({ reference }, { database }) =>
    memosHolding(database, reference.id)
      .filter(({ content }) =>
        referencesIn(content).some(({ kind, id }) => kind === reference.kind && id === reference.id),
      )
      .flatMap(({ id }) => {
        const memo = memoById(database, id);
        if (!memo) return [];
        const { target, title, text } = memo;
        return [{ id, target, title, text, on: nameOfTarget(database, target) }];
      }),

  'memo.linkable': ({ search }, { database }) => {
    const words = search.split(/\s+/u).filter((word) => word !== '');
    return words.length > 0 ? quotationsWith(database, words, offered) : newestQuotations(database, offered);
  },

  'coding.place': ({ id }, { database }) => {
    const { quotationId, codeId } = knownCoding(database, id);
    return { quotationId, codeId };
  },

  'coders.list': (_, { database, usage }) => {
    const { coders } = usage.get();
    return listCoders(database).map((coder) => ({ ...coder, codings: coders.get(coder.id) ?? 0 }));
  },
};
