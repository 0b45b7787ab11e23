import type { QueryResult, SourceRow } from '../../../contract/queries';
import type { SourceFolder } from '../../../core/entities';
import type { FolderId, SourceId } from '../../../core/ids';
import type { TreeModel } from '../../ui/tree/tree-model';

/** A row of the tree of documents. */
export type DocumentItem =
  | { readonly kind: 'folder'; readonly folder: SourceFolder }
  | { readonly kind: 'source'; readonly source: SourceRow };

export interface DocumentsModel extends TreeModel<DocumentItem> {
  readonly folderIds: readonly FolderId[];
  isFolderId(id: string | null): id is FolderId;
  /** Whether the folder is `aboveId` or in it. */
  isWithin(id: string | null, aboveId: string): boolean;
  parentId(id: string): FolderId | null;
}

/** Folders and documents as one tree, siblings in one order. */
export function documentsModel({ folders, sources }: QueryResult<'sources.tree'>): DocumentsModel {
  const items = new Map<string, DocumentItem>();
  const known = new Set<string>(folders.map(({ id }) => id));
  const children = new Map<string | null, { id: string; position: number }[]>();
  const add = (id: string, parentId: string | null, position: number) => {
    const parent = parentId !== null && known.has(parentId) ? parentId : null;
    const list = children.get(parent) ?? [];
    children.set(parent, list);
    list.push({ id, position });
  };
  for (const folder of folders) {
    items.set(folder.id, { kind: 'folder', folder });
    add(folder.id, folder.parentId, folder.position);
  }
  for (const source of sources) {
    items.set(source.id, { kind: 'source', source });
    add(source.id, source.folderId, source.position);
  }
  const ordered = new Map(
    [...children].map(([id, list]) => [
      id,
      list.sort((a, b) => a.position - b.position).map((child) => child.id),
    ]),
  );
  const parentId = (id: string): FolderId | null => {
    const item = items.get(id);
    if (!item) return null;
    return item.kind === 'folder' ? item.folder.parentId : item.source.folderId;
  };
  return {
    get: (id) => items.get(id),
    childIds: (id) => ordered.get(id) ?? [],
    nameOf: (item) => (item.kind === 'folder' ? item.folder.name : item.source.name),
    isFolder: (item) => item.kind === 'folder',
    folderIds: folders.map(({ id }) => id),
    isFolderId: (id): id is FolderId => id !== null && known.has(id),
    isWithin: (id, aboveId) => {
      for (let at = id, steps = 0; at !== null && steps <= known.size; at = parentId(at), steps += 1) {
        if (at === aboveId) return true;
      }
      return false;
    },
    parentId,
  };
}

/** The documents among the rows; for a folder all that are in it. */
export function sourceIdsOf(model: DocumentsModel, ids: readonly string[]): readonly SourceId[] {
  const found = new Set<SourceId>();
  const walk = (id: string) => {
    const item = model.get(id);
    if (item?.kind === 'source') found.add(item.source.id);
    else for (const child of model.childIds(id)) walk(child);
  };
  for (const id of ids) walk(id);
  return [...found];
}
