import { listCoders } from '../../storage/repositories/coders';
import { listMemos, memosOn } from '../../storage/repositories/memos';
import { nameOfTarget } from '../commands/memos';
import type { QueryHandlers } from '../context';

export const memoQueries: QueryHandlers<'memo.on' | 'memos.list' | 'coders.list'> = {
  'memo.on': (args, { database }) => memosOn(database, args.target)[0] ?? null,

  'memos.list': (_, { database }) => {
    const coderNames = new Map(listCoders(database).map(({ id, name }) => [id, name]));
    return listMemos(database).map((memo) => ({
      ...memo,
      on: nameOfTarget(database, memo.target),
      coderName: coderNames.get(memo.coderId) ?? '',
    }));
  },

  'coders.list': (_, { database }) => listCoders(database),
};
