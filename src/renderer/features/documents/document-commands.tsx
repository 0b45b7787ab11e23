import type { DeletionPreview } from '../../../contract/queries';
import type { FolderId, SourceId } from '../../../core/ids';
import { fetchQuery, runOrTell } from '../../client';
import { t } from '../../i18n';
import { confirm, tellError } from '../../ui';
import type { DropPlace } from '../../ui/tree';
import { type DocumentItem, type DocumentsModel, sourceIdsOf } from './documents-model';
import { documentsStore } from './documents-store';

export async function renameItem(item: DocumentItem, name: string): Promise<void> {
  if (item.kind === 'source') await runOrTell('source.rename', { id: item.source.id, name });
  else await runOrTell('sourceFolder.rename', { id: item.folder.id, name });
}

export async function createFolder(parentId: FolderId | null): Promise<void> {
  const made = await runOrTell('sourceFolder.create', { name: t('documents:newFolderName'), parentId });
  if (made) documentsStore.setState({ renamingId: made.value.id, selectedIds: [made.value.id] });
}

/** Documents move together as one step; each folder is a step of its own. */
export async function moveItems(
  model: DocumentsModel,
  ids: readonly string[],
  place: DropPlace,
): Promise<void> {
  const parentId = place.kind === 'onto' ? place.id : place.parentId;
  const folderId = model.isFolderId(parentId) ? parentId : null;
  const beforeId = (place.kind === 'between' ? place.beforeId : null) as SourceId | FolderId | null;
  const folders = ids.filter((id) => model.isFolderId(id));
  const sources = ids.filter((id) => !model.isFolderId(id)) as SourceId[];
  for (const id of folders) {
    await runOrTell('sourceFolder.move', { id: id as FolderId, parentId: folderId, beforeId });
  }
  if (sources.length > 0) await runOrTell('source.move', { ids: sources, folderId, beforeId });
}

export function canDropItems(model: DocumentsModel, ids: readonly string[], place: DropPlace): boolean {
  const parentId = place.kind === 'onto' ? place.id : place.parentId;
  if (parentId !== null && !model.isFolderId(parentId)) return false;
  return ids.every((id) => !model.isWithin(parentId, id));
}

/** Shows what goes along, then deletes. Folders that are chosen go with what is in them. */
export async function deleteItems(model: DocumentsModel, ids: readonly string[]): Promise<void> {
  const sourceIds = [...sourceIdsOf(model, ids)];
  const folderIds = ids.filter((id): id is FolderId => model.isFolderId(id));
  const names = ids.map((id) => model.get(id)).flatMap((item) => (item ? [model.nameOf(item)] : []));
  if (sourceIds.length > 0) {
    const preview = await fetchQuery('source.deletionPreview', { ids: sourceIds }).catch((error) => {
      tellError(error);
      return null;
    });
    if (!preview) return;
    const isConfirmed = await confirm({
      title:
        names.length === 1
          ? t('documents:deleteOne', { name: names[0] })
          : t('documents:deleteMany', { count: names.length }),
      body: <GoesAlong preview={preview} isFolder={folderIds.length > 0} />,
      confirmLabel: t('delete'),
      danger: true,
    });
    if (!isConfirmed) return;
    if (!(await runOrTell('source.delete', { ids: sourceIds }))) return;
  }
  for (const id of folderIds) await runOrTell('sourceFolder.delete', { id });
  documentsStore.setState({ selectedIds: [] });
}

function GoesAlong({ preview, isFolder }: { readonly preview: DeletionPreview; readonly isFolder: boolean }) {
  const { documents, quotations, codings, memos } = preview;
  const parts = [
    documents > 1 || isFolder ? t('documents', { count: documents }) : null,
    quotations > 0 ? t('quotations', { count: quotations }) : null,
    codings > 0 ? t('codings', { count: codings }) : null,
    memos > 0 ? t('memos', { count: memos }) : null,
  ].filter((part) => part !== null);
  return (
    <>
      {parts.length === 0 ? (
        <p>{t('documents:nothingGoesAlong')}</p>
      ) : (
        <>
          <p>{t('goesAlong')}</p>
          <ul>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      {preview.coders.length > 0 && <p>{t('codedBy', { names: preview.coders.join(', ') })}</p>}
      <p>{t('canBeUndone')}</p>
    </>
  );
}
