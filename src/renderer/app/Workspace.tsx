import { Suspense, useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ShownProject } from '../../contract/shell';
import { usable } from '../client';
import { codesStore } from '../features/codes/codes-store';
import { showAll } from '../features/codes/visibility-store';
import { documentsStore } from '../features/documents/documents-store';
import { WriterBar } from '../features/writer/WriterBar';
import { useTranslation } from '../i18n';
import { focusOn } from '../ui';
import { Dock } from './dock/Dock';
import { ErrorBoundary } from './ErrorBoundary';
import { onFocusWish } from './focus-store';
import { inspect } from './inspector-store';
import { keepLayout, type Layout, layoutStore, loadLayout, usualLayout } from './layout-store';
import { lazyView } from './lazy-view';
import { OverPanel } from './OverPanel';
import { leastDock } from './panel-room';
import { SideBar } from './SideBar';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import './Workspace.css';
import { followTrail } from './trail-store';
import { workplaceIn } from './workplace';
import { arrangePanels, forgetClosedTabs, measurePanelsBy, workspaceStore } from './workspace-store';

// Nothing is chosen at first, so documents and codes are painted before it.
const Inspector = lazyView(async () => {
  await usable;
  return (await import('../features/inspector/Inspector')).Inspector;
});

/** A project, open or about to be: side bar, dock, inspector, between the two bars. */
export function Workspace({ project }: { readonly project: ShownProject }) {
  const { t } = useTranslation();
  const [layout] = useState(() => enter(project.lineage));
  const isSideBarOpen = workspaceStore((store) => store.isSideBarOpen);
  const isInspectorOpen = workspaceStore((store) => store.isInspectorOpen);
  const hasRoom = workspaceStore((store) => store.hasRoom);
  const over = workspaceStore((store) => store.over);
  useEffect(rememberPanels, []);
  useEffect(followRoom, []);
  useEffect(followTrail, []);
  return (
    <div className="workspace">
      <TopBar project={project} />
      <WriterBar />
      <main className="workspace__columns">
        <Group orientation="horizontal" id="columns">
          {isSideBarOpen && hasRoom.sideBar && (
            <>
              <Panel
                id="side-bar"
                className="workspace__side"
                defaultSize={`${layout.sideBarWidth}px`}
                minSize="180px"
                maxSize="520px"
                groupResizeBehavior="preserve-pixel-size"
                onResize={({ inPixels }) => keepWidth('sideBarWidth', inPixels)}
              >
                <SideBar documentsShare={layout.documentsShare} />
              </Panel>
              <Separator className="separator" aria-label={t('resizeSideBar')} />
            </>
          )}
          <Panel id="dock" minSize={`${leastDock}px`}>
            <Dock model={layout.dock} />
          </Panel>
          {isInspectorOpen && hasRoom.inspector && (
            <>
              <Separator className="separator" aria-label={t('resizeInspector')} />
              <Panel
                id="inspector"
                className="workspace__inspector"
                defaultSize={`${layout.inspectorWidth}px`}
                minSize="220px"
                maxSize="560px"
                groupResizeBehavior="preserve-pixel-size"
                onResize={({ inPixels }) => keepWidth('inspectorWidth', inPixels)}
              >
                <InspectorPanel />
              </Panel>
            </>
          )}
        </Group>
        {over === 'sideBar' && (
          <OverPanel side="left" width={layoutStore.getState().layout.sideBarWidth}>
            <SideBar documentsShare={layout.documentsShare} />
          </OverPanel>
        )}
        {over === 'inspector' && (
          <OverPanel side="right" width={layoutStore.getState().layout.inspectorWidth}>
            <InspectorPanel />
          </OverPanel>
        )}
      </main>
      <StatusBar />
    </div>
  );
}

function InspectorPanel() {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(
    () =>
      onFocusWish('inspector', () => {
        const place = panel.current && workplaceIn(panel.current);
        if (place) focusOn(place);
        place?.scrollIntoView({ block: 'nearest' });
      }),
    [],
  );
  return (
    <section ref={panel} className="workspace__inspector-content" aria-label={t('inspector')}>
      <ErrorBoundary>
        <Suspense>
          <Inspector />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}

/** Brings the window's stores to what this project's layout says. */
function enter(lineage: string): Layout {
  const layout = loadLayout(lineage);
  const { isSideBarOpen, isInspectorOpen, closedCodeIds, closedFolderIds } = layout;
  workspaceStore.setState({ activeTab: null });
  measurePanelsBy(measurePanels);
  arrangePanels({ wanted: { sideBar: isSideBarOpen, inspector: isInspectorOpen }, over: null });
  codesStore.setState({
    filter: '',
    selectedIds: [],
    closedIds: new Set(closedCodeIds),
    mergingIds: null,
    movingIds: null,
    setId: null,
    ...usualLayout.codes,
    ...layout.codes,
  });
  documentsStore.setState({ selectedIds: [], closedIds: new Set(closedFolderIds) });
  inspect({ kind: 'none' });
  forgetClosedTabs();
  showAll();
  return layout;
}

function measurePanels() {
  const { sideBarWidth, inspectorWidth } = layoutStore.getState().layout;
  return { windowWidth: window.innerWidth, sideBarWidth, inspectorWidth };
}

/** Before the panels are laid out anew: they would be squeezed first, and that width remembered. */
function followRoom(): () => void {
  const follow = () => arrangePanels();
  window.addEventListener('resize', follow);
  return () => window.removeEventListener('resize', follow);
}

function keepWidth(name: 'sideBarWidth' | 'inspectorWidth', pixels: number): void {
  if (pixels > 0) keepLayout({ [name]: Math.round(pixels) });
}

function rememberPanels(): () => void {
  const stops = [
    workspaceStore.subscribe((now, before) => {
      const { sideBar, inspector } = now.wanted;
      if (now.wanted !== before.wanted) keepLayout({ isSideBarOpen: sideBar, isInspectorOpen: inspector });
    }),
    codesStore.subscribe(({ closedIds, sort, counts, hidesRetired }, before) => {
      if (closedIds !== before.closedIds) keepLayout({ closedCodeIds: [...closedIds] });
      if (sort !== before.sort || counts !== before.counts || hidesRetired !== before.hidesRetired)
        keepLayout({ codes: { sort, counts, hidesRetired } });
    }),
    documentsStore.subscribe(({ closedIds }, before) => {
      if (closedIds !== before.closedIds) keepLayout({ closedFolderIds: [...closedIds] });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
