import { FileDown, Folder, FolderInput, FolderOpen, FolderPlus, Plus, StickyNote } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { onFocusWish } from '../../app/focus-store';
import { inspect } from '../../app/inspector-store';
import { PanelHeader } from '../../app/PanelHeader';
import { openTab, workspaceStore } from '../../app/workspace-store';
import { useEngineQuery, useOpenSession } from '../../client';
import { formatNumber, t, useTranslation } from '../../i18n';
import { Button, EmptyState, ErrorNote, IconButton, Menu } from '../../ui';
import { Tree, type TreeHandle, type TreeRowState } from '../../ui/tree';
import { canDropItems, createFolder, deleteItems, moveItems, renameItem } from './document-commands';
import { documentMenu } from './document-menu';
import { type DocumentItem, documentsModel } from './documents-model';
import { documentsStore } from './documents-store';
import { importChosenFiles, importChosenFolder } from './import-documents';

const nothing = { folders: [], sources: [] };

/** The documents of the project, in folders. */
export function DocumentsPanel() {
  const { t } = useTranslation();
  const canEdit = useOpenSession()?.readOnly === null;
  const { data, error } = useEngineQuery('sources.tree', {});
  const model = useMemo(() => documentsModel(data ?? nothing), [data]);
  const isEmpty = data !== undefined && data.sources.length === 0 && data.folders.length === 0;
  return (
    <section className="panel" aria-label={t('documents:title')} data-import-target>
      <PanelHeader title={t('documents:title')} count={data?.sources.length}>
        <Menu
          align="end"
          trigger={<IconButton icon={Plus} size="small" label={t('documents:add')} disabled={!canEdit} />}
          items={[
            { label: t('documents:importFiles'), icon: FileDown, onSelect: () => void importChosenFiles() },
            {
              label: t('documents:importFolder'),
              icon: FolderInput,
              onSelect: () => void importChosenFolder(),
            },
            { type: 'separator' },
            { label: t('documents:newFolder'), icon: FolderPlus, onSelect: () => void createFolder(null) },
          ]}
        />
      </PanelHeader>
      {error && <ErrorNote error={error} />}
      {isEmpty ? <NoDocuments canEdit={canEdit} /> : <DocumentTree model={model} canEdit={canEdit} />}
    </section>
  );
}

function NoDocuments({ canEdit }: { readonly canEdit: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      size="panel"
      title={t('documents:empty')}
      action={
        <Button icon={FileDown} size="small" disabled={!canEdit} onClick={() => void importChosenFiles()}>
          {t('documents:importFiles')}
        </Button>
      }
    />
  );
}

interface DocumentTreeProps {
  readonly model: ReturnType<typeof documentsModel>;
  readonly canEdit: boolean;
}

function DocumentTree({ model, canEdit }: DocumentTreeProps) {
  const { t } = useTranslation();
  const tree = useRef<TreeHandle>(null);
  const { closedIds, selectedIds, renamingId } = documentsStore();
  const activeTab = workspaceStore((store) => store.activeTab);
  const expandedIds = useMemo(() => model.folderIds.filter((id) => !closedIds.has(id)), [model, closedIds]);
  useEffect(() => onFocusWish('documents', () => tree.current?.focus()), []);
  // A new folder is named where it stands, as soon as its row is there.
  useEffect(() => {
    if (renamingId === null || !model.get(renamingId)) return;
    documentsStore.setState({ renamingId: null });
    tree.current?.startRenaming(renamingId);
  }, [renamingId, model]);
  return (
    <Tree
      ref={tree}
      label={t('documents:title')}
      model={model}
      canEdit={canEdit}
      expandedIds={expandedIds}
      onExpandedChange={(ids) => documentsStore.setState({ closedIds: without(model.folderIds, ids) })}
      selectedIds={selectedIds}
      onSelectedChange={(ids) => documentsStore.setState({ selectedIds: ids })}
      currentId={activeTab?.kind === 'document' ? activeTab.sourceId : null}
      dragFormat="application/x-emic-source"
      canDrop={(ids, place) => canDropItems(model, ids, place)}
      onDrop={(ids, place) => void moveItems(model, ids, place)}
      onOpen={(id) => openItem(model.get(id))}
      onRename={(id, name) => {
        const item = model.get(id);
        if (item) void renameItem(item, name);
      }}
      onDelete={(ids) => void deleteItems(model, ids)}
      menu={(ids) =>
        documentMenu({ model, ids, canEdit, startRenaming: (id) => tree.current?.startRenaming(id) })
      }
      note={noteOf}
      renderRow={renderRow}
    />
  );
}

function without(ids: readonly string[], taken: readonly string[]): ReadonlySet<string> {
  const gone = new Set(taken);
  return new Set(ids.filter((id) => !gone.has(id)));
}

function noteOf(item: DocumentItem): string {
  if (item.kind === 'folder') return '';
  const codings = t('codings', { count: item.source.codings });
  return item.source.hasMemo ? `${codings}, ${t('documents:hasMemo')}` : codings;
}

function openItem(item: DocumentItem | undefined): void {
  if (item?.kind === 'folder') {
    documentsStore.setState(({ closedIds }) => {
      const next = new Set(closedIds);
      if (!next.delete(item.folder.id)) next.add(item.folder.id);
      return { closedIds: next };
    });
  }
  if (item?.kind !== 'source') return;
  openTab({ kind: 'document', sourceId: item.source.id });
  inspect({ kind: 'source', id: item.source.id });
}

function renderRow(item: DocumentItem, { isExpanded }: TreeRowState, name: ReactNode): ReactNode {
  if (item.kind === 'folder') {
    const Icon = isExpanded ? FolderOpen : Folder;
    return (
      <>
        <Icon className="row__icon" size={14} strokeWidth={1.5} aria-hidden />
        {name}
      </>
    );
  }
  const { source } = item;
  return (
    <>
      {name}
      {source.hasMemo && <StickyNote className="row__icon" size={12} strokeWidth={1.5} aria-hidden />}
      <span className="row__count" aria-hidden title={t('codings', { count: source.codings })}>
        {formatNumber(source.codings)}
      </span>
    </>
  );
}
