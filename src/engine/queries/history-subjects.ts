import type { HistorySubjects } from '../../contract/history';
import { createCodeTree } from '../../core/code-tree';
import type { CodeId, SourceId } from '../../core/ids';
import { deletedThings, namedSources } from '../../storage/change-log/history-subjects';
import { listCodeSets } from '../../storage/repositories/code-sets';
import { listCodes } from '../../storage/repositories/codes';
import { listMemoTypes } from '../../storage/repositories/memo-types';
import { listFolders } from '../../storage/repositories/sources';
import type { ReadableDatabase } from '../../storage/sqlite/types';

/** Codes and documents that the history knows: those that are there in their order, then those that are gone. */
export function historySubjects(database: ReadableDatabase): HistorySubjects {
  const codes = new Map(
    listCodes(database).map(({ id, name, color }) => [id, { id, name, color, isGone: false }]),
  );
  const sources = new Map(namedSources(database).map(({ id, name }) => [id, { id, name, isGone: false }]));
  // The last of several deletions tells the name.
  for (const { table, id, name, color } of deletedThings(database)) {
    if (table === 'code' && codes.get(id as CodeId)?.isGone !== false)
      codes.set(id as CodeId, { id: id as CodeId, name, color: color ?? '', isGone: true });
    if (table === 'source' && sources.get(id as SourceId)?.isGone !== false)
      sources.set(id as SourceId, { id: id as SourceId, name, isGone: true });
  }
  return { codes: [...codes.values()], sources: [...sources.values()] };
}

/** Paths of codes, names of documents and folders by id, those that are gone as well; empty for anything else. */
export function nameFinder(database: ReadableDatabase): (id: string) => string {
  const tree = createCodeTree(listCodes(database));
  const names = new Map<string, string>(namedSources(database).map(({ id, name }) => [id, name]));
  for (const { id, name } of listFolders(database)) names.set(id, name);
  for (const { id, name } of [...listMemoTypes(database), ...listCodeSets(database)]) names.set(id, name);
  for (const { id } of tree.flattened) names.set(id, tree.path(id));
  let gone: ReadonlyMap<string, string> | null = null;
  return (id) => {
    const name = names.get(id);
    if (name !== undefined || !isId(id)) return name ?? '';
    gone ??= new Map(deletedThings(database).map((thing) => [thing.id, thing.name]));
    return gone.get(id) ?? '';
  };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
