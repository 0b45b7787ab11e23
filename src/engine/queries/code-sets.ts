import type { CodeSetRow } from '../../contract/queries';
import type { CodeId, CodeSetId } from '../../core/ids';
import { codeSetMembers, listCodeSets } from '../../storage/repositories/code-sets';
import type { ReadableDatabase } from '../../storage/sqlite/types';
import type { QueryHandlers } from '../context';

export const codeSetQueries: QueryHandlers<'codeSets.list'> = {
  'codeSets.list': (_, { database }) => setsWithCodes(database),
};

export function setsWithCodes(database: ReadableDatabase): CodeSetRow[] {
  const members = new Map<CodeSetId, CodeId[]>(listCodeSets(database).map(({ id }) => [id, []]));
  for (const { setId, codeId } of codeSetMembers(database)) members.get(setId)?.push(codeId);
  return listCodeSets(database).map((set) => ({ ...set, codeIds: members.get(set.id) ?? [] }));
}
