import { useCallback, useEffect, useMemo, useRef } from 'react';
import {
  normalizeWorkspaceModel,
  Separator,
  type TabNode,
  type TabRenderProps,
  useWorkspaceRef,
  Workspace,
  type WorkspaceClassNames,
  type WorkspaceModel,
} from 'react-resizable-panels';
import { t, useTranslation } from '../../i18n';
import { classNames, focusOn } from '../../ui';
import { onFocusWish } from '../focus-store';
import { keepLayout, layoutStore } from '../layout-store';
import { workplaceIn } from '../workplace';
import { noteClosed, setDock, type Tab, tabKey, workspaceStore } from '../workspace-store';
import './Dock.css';
import { activeTabOf, dockHandle, emptyDock, missingTabs, tabsetWith } from './dock-model';
import { EmptyDock } from './EmptyDock';
import { TabContent } from './TabContent';
import { TabFace, TabTitle } from './TabFace';

interface DockProps {
  /** As it was left. */
  readonly model: WorkspaceModel<Tab> | null;
}

/** Tabs and splits. What is in front, and how all is arranged, is remembered. */
export function Dock({ model }: DockProps) {
  const { t } = useTranslation();
  const dock = useWorkspaceRef<Tab>();
  const element = useRef<HTMLDivElement>(null);
  // The group in use: the one that was pressed, focused or opened into last.
  const usedId = useRef<string | undefined>(layoutStore.getState().layout.usedTabset ?? undefined);
  const lastModel = useRef<WorkspaceModel<Tab> | null>(null);
  const activeTab = workspaceStore((store) => store.activeTab);
  const note = useCallback(() => {
    const handle = dock.current;
    if (!handle) return;
    const now = handle.getModel();
    if (lastModel.current) noteClosed(missingTabs(lastModel.current, now));
    lastModel.current = now;
    workspaceStore.setState({ activeTab: activeTabOf(now, usedId.current) });
    keepLayout({ dock: now, usedTabset: usedId.current ?? null });
  }, [dock]);
  useEffect(() => {
    setDock(dockHandle(dock, usedId, note));
    note();
    return () => setDock(null);
  }, [dock, note]);
  const noteUse = (target: Element) => {
    usedId.current = target.closest<HTMLElement>('[data-tabset-id]')?.dataset.tabsetId ?? usedId.current;
    note();
  };
  const activeKey = activeTab && tabKey(activeTab);
  const groupClassNames = useMemo(() => classNamesFor(activeKey), [activeKey]);
  useEffect(() => onFocusWish('dock', () => focusContent(element.current, usedId.current)), []);
  return (
    <section
      className="dock-frame"
      aria-label={t('openThings')}
      onFocusCapture={({ target }) => noteUse(target)}
      onPointerDownCapture={({ target }) => target instanceof Element && noteUse(target)}
    >
      <Workspace<Tab>
        elementRef={element}
        workspaceRef={dock}
        className="dock"
        classNames={groupClassNames}
        defaultModel={normalizeWorkspaceModel<Tab>(model) ?? emptyDock}
        lazyTabContent
        tabRemovalSelectionBehavior="recent"
        tabsetMinWidth="240px"
        tabsetMinHeight="120px"
        onModelChanged={(now, { reason }) => {
          // A tab that was dragged elsewhere takes the use along.
          if (reason === 'move' && activeKey) usedId.current = tabsetWith(now, activeKey)?.id;
          note();
        }}
        renderTab={renderTab}
        renderTabContent={renderContent}
        renderDragPreview={renderDragPreview}
        renderEmptyTabset={renderEmpty}
        renderSeparator={renderSeparator}
      />
    </section>
  );
}

function classNamesFor(activeKey: string | null): WorkspaceClassNames<Tab> {
  return {
    ...parts,
    tabset: ({ selectedId }) =>
      classNames('dock__tabset', selectedId === activeKey && 'dock__tabset--active'),
  };
}

const parts = {
  header: 'dock__header',
  tabList: 'dock__tabs',
  tab: 'dock__tab',
  tabPanels: 'dock__panels',
  tabContent: 'dock__content',
  dropIndicator: 'dock__drop',
  dragPreview: 'dock__drag',
} as const;

function renderTab(tab: TabNode<Tab>, props: TabRenderProps) {
  return <TabFace tab={tab.data} tabProps={props} />;
}

function renderContent(tab: TabNode<Tab>) {
  return <TabContent tab={tab.data} />;
}

function renderDragPreview(tab: TabNode<Tab>) {
  return <TabTitle tab={tab.data} />;
}

function renderEmpty() {
  return <EmptyDock />;
}

function renderSeparator() {
  return <Separator className="separator" aria-label={t('resizeTabs')} />;
}

/**
 * The part of the tab in front that is worked in; of several groups, in the one in use. Whoever is there already goes
 * on to the next group: from a text to the memo beside it, and back.
 */
function focusContent(dock: HTMLElement | null, usedId: string | undefined): void {
  const panels = [...(dock?.querySelectorAll<HTMLElement>('[role="tabpanel"]') ?? [])];
  // Tabs behind others stay in the page, without a place on the screen.
  const shown = panels.filter((panel) => panel.checkVisibility());
  const isUsed = (each: HTMLElement) =>
    each.closest<HTMLElement>('[data-tabset-id]')?.dataset.tabsetId === usedId;
  const panel = shown.find(isUsed) ?? shown[0];
  if (!panel) return;
  const first = workplaceIn(panel);
  const isThere = first?.contains(document.activeElement) ?? false;
  const next = shown[(shown.indexOf(panel) + 1) % shown.length] ?? panel;
  const wanted = isThere ? workplaceIn(next) : first;
  if (wanted) focusOn(wanted);
}
