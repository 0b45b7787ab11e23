import { useCallback, useEffect, useRef } from 'react';
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
import { useTranslation } from '../../i18n';
import { onFocusWish } from '../focus-store';
import { keepLayout } from '../layout-store';
import { setDock, type Tab, workspaceStore } from '../workspace-store';
import './Dock.css';
import { activeTabOf, dockHandle, emptyDock } from './dock-model';
import { EmptyDock } from './EmptyDock';
import { TabContent } from './TabContent';
import { TabFace } from './TabFace';

interface DockProps {
  /** As it was left. */
  readonly model: WorkspaceModel<Tab> | null;
}

/** Tabs and splits. What is in front, and how all is arranged, is remembered. */
export function Dock({ model }: DockProps) {
  const { t } = useTranslation();
  const dock = useWorkspaceRef<Tab>();
  const element = useRef<HTMLDivElement>(null);
  const note = useCallback(() => {
    const handle = dock.current;
    if (!handle) return;
    const now = handle.getModel();
    workspaceStore.setState({ activeTab: activeTabOf(now, handle.getActiveTabsetId()) });
    keepLayout({ dock: now });
  }, [dock]);
  useEffect(() => {
    setDock(dockHandle(dock, note));
    note();
    return () => setDock(null);
  }, [dock, note]);
  useEffect(() => onFocusWish('dock', () => focusContent(element.current)), []);
  return (
    <section
      className="dock-frame"
      aria-label={t('openThings')}
      onFocusCapture={note}
      onPointerDownCapture={later(note)}
    >
      <Workspace<Tab>
        elementRef={element}
        workspaceRef={dock}
        className="dock"
        classNames={classNames}
        defaultModel={normalizeWorkspaceModel<Tab>(model) ?? emptyDock}
        lazyTabContent
        tabRemovalSelectionBehavior="recent"
        tabsetMinWidth="240px"
        tabsetMinHeight="120px"
        onModelChanged={note}
        renderTab={renderTab}
        renderTabContent={renderContent}
        renderEmptyTabset={renderEmpty}
        renderSeparator={renderSeparator}
      />
    </section>
  );
}

const classNames: WorkspaceClassNames<Tab> = {
  tabset: (_tabset, { isActive, isRoot }) =>
    isActive || isRoot ? 'dock__tabset dock__tabset--active' : 'dock__tabset',
  header: 'dock__header',
  tabList: 'dock__tabs',
  tab: 'dock__tab',
  tabPanels: 'dock__panels',
  tabContent: 'dock__content',
  dropIndicator: 'dock__drop',
  dragPreview: 'dock__drag',
};

function renderTab(tab: TabNode<Tab>, props: TabRenderProps) {
  return <TabFace tab={tab.data} tabProps={props} />;
}

function renderContent(tab: TabNode<Tab>) {
  return <TabContent tab={tab.data} />;
}

function renderEmpty() {
  return <EmptyDock />;
}

function renderSeparator() {
  return <Separator className="separator" />;
}

/** The group in use is known once the press has been handled. */
function later(note: () => void): () => void {
  return () => queueMicrotask(note);
}

/** The first thing in the tab in front that takes the focus. */
function focusContent(dock: HTMLElement | null): void {
  const panel = dock?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden])');
  const first = panel?.querySelector<HTMLElement>(
    '[contenteditable="true"], [tabindex="0"], button, input, textarea',
  );
  (first ?? panel)?.focus();
}
