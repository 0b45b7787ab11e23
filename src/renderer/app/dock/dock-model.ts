import type { RefObject } from 'react';
import type { TabNode, TabsetNode, WorkspaceImperativeHandle, WorkspaceModel } from 'react-resizable-panels';
import { type DockHandle, type Tab, tabKey } from '../workspace-store';

export const emptyDock: WorkspaceModel<Tab> = {
  version: 1,
  root: { type: 'tabset', id: 'main', tabs: [] },
};

type Node = WorkspaceModel<Tab>['root'];

function tabsetsOf(node: Node): readonly TabsetNode<Tab>[] {
  return node.type === 'tabset' ? [node] : node.children.flatMap(tabsetsOf);
}

/** The group in use; the first where none is. */
function activeTabset(model: WorkspaceModel<Tab>, activeId: string | undefined): TabsetNode<Tab> | undefined {
  const all = tabsetsOf(model.root);
  return all.find(({ id }) => id === activeId) ?? all[0];
}

export function activeTabOf(model: WorkspaceModel<Tab>, activeId: string | undefined): Tab | null {
  const tabset = activeTabset(model, activeId);
  return tabset?.tabs.find(({ id }) => id === tabset.selectedId)?.data ?? tabset?.tabs[0]?.data ?? null;
}

/** What the rest of the window may ask of the dock. */
export function dockHandle(
  dock: RefObject<WorkspaceImperativeHandle<Tab> | null>,
  onChanged: () => void,
): DockHandle {
  const act = (work: (handle: WorkspaceImperativeHandle<Tab>) => void) => {
    if (!dock.current) return;
    work(dock.current);
    onChanged();
  };
  return {
    open: (tab, { split }) =>
      act((handle) => {
        const model = handle.getModel();
        const node: TabNode<Tab> = { id: tabKey(tab), data: tab };
        const isOpen = tabsetsOf(model.root).some(({ tabs }) => tabs.some(({ id }) => id === node.id));
        const tabset = activeTabset(model, handle.getActiveTabsetId());
        const isBeside = split === 'right' && tabset !== undefined && tabset.tabs.length > 0;
        if (isOpen) handle.selectTab(node.id);
        else if (isBeside) handle.addTab(node, { target: { tabsetId: tabset.id, region: 'right' } });
        else handle.addTab(node, { tabsetId: tabset?.id, select: true });
      }),
    close: (key) => act((handle) => handle.closeTab(key)),
    step: (by) =>
      act((handle) => {
        const tabset = activeTabset(handle.getModel(), handle.getActiveTabsetId());
        if (!tabset || tabset.tabs.length === 0) return;
        const at = tabset.tabs.findIndex(({ id }) => id === tabset.selectedId);
        const next = tabset.tabs[(at + by + tabset.tabs.length) % tabset.tabs.length];
        if (next) handle.selectTab(next.id);
      }),
  };
}
