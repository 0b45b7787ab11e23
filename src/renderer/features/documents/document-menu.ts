import {
  Columns2,
  Eraser,
  FileDown,
  FilePenLine,
  FileText,
  FileUp,
  FolderPlus,
  PencilLine,
  Quote,
  StickyNote,
  Trash2,
} from 'lucide-react';
import type { FolderId } from '../../../core/ids';
import { openTab } from '../../app/workspace-store';
import { t } from '../../i18n';
import type { MenuEntry } from '../../ui';
import { openErasure } from '../erasure/erasure-store';
import { createFolder, deleteItems } from './document-commands';
import { type DocumentsModel, sourceIdsOf } from './documents-model';
import { importChosenFiles } from './import-documents';

/** Not needed at start. */
const loadEditing = () => import('../editing/start-editing');

interface DocumentMenuOptions {
  readonly model: DocumentsModel;
  readonly ids: readonly string[];
  readonly canEdit: boolean;
  readonly startRenaming: (id: string) => void;
}

/** What can be done with the chosen rows; for none, with the place itself. */
export function documentMenu({
  model,
  ids,
  canEdit,
  startRenaming,
}: DocumentMenuOptions): readonly MenuEntry[] {
  const [id] = ids;
  const item = id === undefined ? undefined : model.get(id);
  if (id === undefined || !item) return placeMenu(null, canEdit);
  const isOne = ids.length === 1;
  const editing: MenuEntry[] = canEdit
    ? [
        { type: 'separator' },
        ...(isOne
          ? [{ label: t('rename'), icon: PencilLine, shortcut: 'F2', onSelect: () => startRenaming(id) }]
          : []),
        {
          label: t('documents:delete'),
          icon: Trash2,
          shortcut: 'Delete',
          danger: true,
          onSelect: () => void deleteItems(model, ids),
        },
        ...(item.kind === 'source'
          ? [
              {
                label: t('documents:erase'),
                icon: Eraser,
                danger: true,
                onSelect: () => openErasure({ kind: 'sources' as const, ids: [...sourceIdsOf(model, ids)] }),
              },
            ]
          : []),
      ]
    : [];
  if (item.kind === 'folder') return [...placeMenu(item.folder.id, canEdit), ...editing];
  const sourceId = item.source.id;
  if (!isOne) return editing.slice(1);
  return [
    { label: t('documents:open'), icon: FileText, onSelect: () => openTab({ kind: 'document', sourceId }) },
    {
      label: t('documents:openBeside'),
      icon: Columns2,
      onSelect: () => openTab({ kind: 'document', sourceId }, { split: 'right' }),
    },
    { type: 'separator' },
    {
      label: t('documents:quotations'),
      icon: Quote,
      onSelect: () => openTab({ kind: 'quotations', sourceId }),
    },
    {
      label: t('documents:memo'),
      icon: StickyNote,
      onSelect: () => openTab({ kind: 'memo', target: { kind: 'source', id: sourceId } }),
    },
    ...(canEdit
      ? [
          { type: 'separator' as const },
          {
            label: t('editing:start'),
            icon: FilePenLine,
            onSelect: () => {
              openTab({ kind: 'document' as const, sourceId });
              void loadEditing().then(({ startEditing }) => startEditing(sourceId));
            },
          },
          {
            label: t('editing:replace'),
            icon: FileUp,
            onSelect: () =>
              void loadEditing().then(({ chooseNewerVersion }) =>
                chooseNewerVersion(sourceId, item.source.name),
              ),
          },
        ]
      : []),
    ...editing,
  ];
}

function placeMenu(folderId: FolderId | null, canEdit: boolean): readonly MenuEntry[] {
  return [
    {
      label: t('documents:importHere'),
      icon: FileDown,
      isEnabled: canEdit,
      onSelect: () => void importChosenFiles(folderId),
    },
    {
      label: t('documents:newFolder'),
      icon: FolderPlus,
      isEnabled: canEdit,
      onSelect: () => void createFolder(folderId),
    },
  ];
}
