import { Ellipsis, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import type { CodeRow } from '../../../contract/queries';
import type { CodeId } from '../../../core/ids';
import { onFocusWish } from '../../app/focus-store';
import { inspect, inspectorStore } from '../../app/inspector-store';
import { PanelHeader } from '../../app/PanelHeader';
import { openTab } from '../../app/workspace-store';
import { runOrTell, useEngineQuery, useOpenSession } from '../../client';
import { t, useTranslation } from '../../i18n';
import { EmptyState, ErrorNote, IconButton, Menu } from '../../ui';
import { Tree, type TreeHandle, type TreeRowState } from '../../ui/tree';
import { usePassageDrop } from '../coding/passage-drag';
import { recentCodesStore } from '../coding/recent-codes';
import { CodeFilter } from './CodeFilter';
import { CodeRowContent } from './CodeRowContent';
import './CodesPanel.css';
import { SetChip, useChosenSet } from './CodeSets';
import { canDropCodes, createCodeIn, deleteCodes, dropCodes } from './code-commands';
import { codeMenu } from './code-menu';
import { type CodesModel, codesAsTree, codesModel } from './codes-model';
import { codesStore, noteFolders } from './codes-store';
import { panelMenu } from './panel-menu';
import { visibilityStore } from './visibility-store';

const MergeDialog = lazy(() => import('./MergeDialog').then(({ MergeDialog }) => ({ default: MergeDialog })));

const MoveDialog = lazy(() => import('./MoveDialog').then(({ MoveDialog }) => ({ default: MoveDialog })));

const SetsDialog = lazy(() => import('./SetsDialog').then(({ SetsDialog }) => ({ default: SetsDialog })));

const none: readonly CodeRow[] = [];

/** Codes as a tree: filter, make, name, colour, move, merge, delete, show and hide. */
export function CodesPanel() {
  const { t } = useTranslation();
  const session = useOpenSession();
  const canEdit = session?.readOnly === null;
  const { data, error } = useEngineQuery('codes.tree', {});
  const filter = codesStore((store) => store.filter);
  const mergingIds = codesStore((store) => store.mergingIds);
  const movingIds = codesStore((store) => store.movingIds);
  const isManagingSets = codesStore((store) => store.isManagingSets);
  const sort = codesStore((store) => store.sort);
  const hidesRetired = codesStore((store) => store.hidesRetired);
  const codeTree = useMemo(() => codesAsTree(data ?? none), [data]);
  const set = useChosenSet();
  const within = useMemo(() => (set ? new Set(set.codeIds) : null), [set]);
  const model = useMemo(
    () => codesModel(codeTree, { filter, sort, within, hidesRetired }),
    [codeTree, filter, sort, within, hidesRetired],
  );
  const tree = useRef<TreeHandle>(null);
  const panel = useRef<HTMLElement>(null);
  usePassageDrop(panel, canEdit);
  useEffect(() => noteFolders(model.folderIds), [model]);
  const met = useRef<CodeId | undefined>(undefined);
  useEffect(
    () =>
      onFocusWish('codes', () => {
        const now = codeAtHand();
        tree.current?.focus(now === met.current ? null : now);
        met.current = now;
      }),
    [],
  );
  const firstMatch = () => model.tree.flattened.find(({ id }) => model.matches?.has(id));
  const pickFirst = () => {
    const first = firstMatch();
    if (!first) return;
    codesStore.setState({ selectedIds: [first.id] });
    inspect({ kind: 'code', id: first.id });
  };
  return (
    <section ref={panel} className="panel" aria-label={t('codes:title')}>
      <PanelHeader title={t('codes:title')} count={data?.length}>
        <IconButton
          icon={Plus}
          size="small"
          label={t('codes:new')}
          disabled={!canEdit}
          onClick={() => void createCodeIn(model, null)}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} size="small" label={t('codes:more')} />}
          items={() => panelMenu(model, canEdit)}
        />
      </PanelHeader>
      <CodeFilter
        model={model}
        // Until the project is open it is taken to be as most are, so that the words in the field stay.
        canEdit={canEdit || session === null}
        onPick={pickFirst}
        onLeave={() => tree.current?.focus(firstMatch()?.id)}
      />
      {set && <SetChip set={set} />}
      {error && <ErrorNote error={error} />}
      <CodesBody model={model} canEdit={canEdit} handle={tree} isEmpty={data?.length === 0} />
      {mergingIds && (
        <Suspense>
          <MergeDialog model={codesModel(codeTree)} fromIds={mergingIds} />
        </Suspense>
      )}
      {movingIds && (
        <Suspense>
          <MoveDialog model={codesModel(codeTree)} codeIds={movingIds} />
        </Suspense>
      )}
      {isManagingSets && (
        <Suspense>
          <SetsDialog />
        </Suspense>
      )}
    </section>
  );
}

/** What somebody who comes to the codes by keyboard has in mind: the code that is shown, or the one applied last. */
function codeAtHand(): CodeId | undefined {
  const { inspected } = inspectorStore.getState();
  return inspected.kind === 'code' ? inspected.id : recentCodesStore.getState().recent[0];
}

function CodesBody({ isEmpty, ...tree }: CodeTreeViewProps & { readonly isEmpty: boolean }) {
  const { t } = useTranslation();
  if (isEmpty) return <EmptyState size="panel" title={t('codes:empty')} />;
  if (tree.model.matches?.size === 0) return <p className="code-filter__none">{t('codes:noMatch')}</p>;
  return <CodeTreeView {...tree} />;
}

interface CodeTreeViewProps {
  readonly model: CodesModel;
  readonly canEdit: boolean;
  readonly handle: React.RefObject<TreeHandle | null>;
}

function CodeTreeView({ model, canEdit, handle }: CodeTreeViewProps) {
  const { t } = useTranslation();
  const closedIds = codesStore((store) => store.closedIds);
  const selectedIds = codesStore((store) => store.selectedIds);
  const renamingId = codesStore((store) => store.renamingId);
  const isFiltered = model.matches !== null;
  const expandedIds = useMemo(
    () => (isFiltered ? model.folderIds : model.folderIds.filter((id) => !closedIds.has(id))),
    [model, closedIds, isFiltered],
  );
  // A new code is named where it stands, as soon as its row is there.
  useEffect(() => {
    if (renamingId === null || !model.tree.get(renamingId)) return;
    codesStore.setState({ renamingId: null });
    handle.current?.startRenaming(renamingId);
  }, [renamingId, model, handle]);
  const madeId = codesStore((store) => store.madeId);
  useEffect(() => {
    if (madeId === null || !model.tree.get(madeId)) return;
    codesStore.setState({ madeId: null });
    handle.current?.reveal(madeId);
  }, [madeId, model, handle]);
  const renderRow = useCallback(
    (code: CodeRow, { isFolder, isExpanded }: TreeRowState, name: React.ReactNode) => (
      <CodeRowContent code={code} name={name} isFolder={isFolder} isExpanded={isExpanded} canEdit={canEdit} />
    ),
    [canEdit],
  );
  return (
    <Tree
      ref={handle}
      label={t('codes:title')}
      model={model}
      canEdit={canEdit}
      expandedIds={expandedIds}
      onExpandedChange={(ids) => {
        if (isFiltered) return;
        const open = new Set(ids);
        codesStore.setState({ closedIds: new Set(model.folderIds.filter((id) => !open.has(id))) });
      }}
      selectedIds={selectedIds}
      onSelectedChange={(ids) => codesStore.setState({ selectedIds: ids as readonly CodeId[] })}
      dragFormat="application/x-emic-code"
      dropHint={t('codes:dropHint')}
      canDrop={(ids, place) => canDropCodes(model, ids, place)}
      onDrop={(ids, place, isAlt) => void dropCodes(ids as readonly CodeId[], place, isAlt)}
      onOpen={(id) => inspect({ kind: 'code', id: id as CodeId })}
      onActivate={(id) => openTab({ kind: 'quotations', codeId: id as CodeId })}
      onRename={(id, name) => void runOrTell('code.update', { id: id as CodeId, name })}
      onDelete={(ids) => void deleteCodes(model, ids as readonly CodeId[])}
      menu={(ids) =>
        codeMenu({
          model,
          ids: ids as readonly CodeId[],
          canEdit,
          startRenaming: (id) => handle.current?.startRenaming(id),
        })
      }
      note={noteOf}
      renderRow={renderRow}
    />
  );
}

function noteOf(code: CodeRow): string {
  const { hiddenCodeIds } = visibilityStore.getState();
  return [
    t('codings', { count: code.codings }),
    code.status === 'inUse' ? null : t(`codes:status.${code.status}`),
    code.hasMemo ? t('codes:hasMemo') : null,
    hiddenCodeIds.has(code.id) ? t('codes:isHidden') : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
