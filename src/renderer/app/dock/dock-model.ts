import type { RefObject } from 'react';
import type { TabNode, TabsetNode, WorkspaceImperativeHandle, WorkspaceModel } from 'react-resizable-panels';
import { leastDock } from '../panel-room';
import { type DockHandle, type Tab, tabKey } from '../workspace-store';

export const emptyDock: WorkspaceModel<Tab> = {
  version: 1,
  root: { type: 'tabset', id: 'main', tabs: [] },
};

/** Pixels: a narrower group would leave two texts side by side with fewer than about 45 characters a line each. */
const leastForTwo = 2 * leastDock;
/** Of the group's height, in per cent: what is opened beneath leaves the larger part to the text. */
const shareBeneath = 38;

type AddTab = WorkspaceImperativeHandle<Tab>['addTab'];
type Node = WorkspaceModel<Tab>['root'];

function tabsetsOf(node: Node): readonly TabsetNode<Tab>[] {
  return node.type === 'tabset' ? [node] : node.children.flatMap(tabsetsOf);
}

/** The group in use; the first where none is. */
function activeTabset(model: WorkspaceModel<Tab>, activeId: string | undefined): TabsetNode<Tab> | undefined {
  const all = tabsetsOf(model.root);
  return all.find(({ id }) => id === activeId) ?? all[0];
}

/** The group in which things are opened beside another: the next one, or else the one before; one split is enough. */
function besideOf(model: WorkspaceModel<Tab>, tabset: TabsetNode<Tab>): TabsetNode<Tab> | undefined {
  const all = tabsetsOf(model.root);
  const at = all.findIndex(({ id }) => id === tabset.id);
  return all[at + 1] ?? all[at - 1];
}

export function activeTabOf(model: WorkspaceModel<Tab>, activeId: string | undefined): Tab | null {
  const tabset = activeTabset(model, activeId);
  return tabset?.tabs.find(({ id }) => id === tabset.selectedId)?.data ?? tabset?.tabs[0]?.data ?? null;
}

/**
 * What the rest of the window may ask of the dock. `usedId` names the group in use and is brought to the one that a
 * tab was opened in.
 */
export function dockHandle(
  dock: RefObject<WorkspaceImperativeHandle<Tab> | null>,
  usedId: RefObject<string | undefined>,
  onChanged: () => void,
): DockHandle {
  const act = (work: (handle: WorkspaceImperativeHandle<Tab>) => void) => {
    if (!dock.current) return;
    work(dock.current);
    onChanged();
  };
  const show = (handle: WorkspaceImperativeHandle<Tab>, key: string) => {
    handle.selectTab(key);
    usedId.current = tabsetWith(handle.getModel(), key)?.id;
  };
  return {
    open: (tab, { split }) =>
      act((handle) => {
        const model = handle.getModel();
        const node: TabNode<Tab> = { id: tabKey(tab), data: tab };
        const tabset = activeTabset(model, usedId.current);
        const isBeside = split === 'right' && tabset !== undefined && tabset.tabs.length > 0;
        const other = isBeside ? besideOf(model, tabset) : undefined;
        if (!tabsetWith(model, node.id)) {
          if (isBeside && !other) handle.addTab(node, placeBeside(tab, tabset.id));
          else handle.addTab(node, { tabsetId: (other ?? tabset)?.id });
        }
        show(handle, node.id);
      }),
    close: (key) => act((handle) => handle.closeTab(key)),
    closeOthers: (key) =>
      act((handle) => {
        const others = tabsetWith(handle.getModel(), key)?.tabs.filter(({ id }) => id !== key) ?? [];
        for (const { id } of others) handle.closeTab(id);
        show(handle, key);
      }),
    step: (by) =>
      act((handle) => {
        const tabset = activeTabset(handle.getModel(), usedId.current);
        if (!tabset || tabset.tabs.length === 0) return;
        const at = tabset.tabs.findIndex(({ id }) => id === tabset.selectedId);
        const next = tabset.tabs[(at + by + tabset.tabs.length) % tabset.tabs.length];
        if (next) show(handle, next.id);
      }),
  };
}

/** Beside the group; a memo beneath it where there is no room for two columns. */
function placeBeside(tab: Tab, tabsetId: string): NonNullable<Parameters<AddTab>[1]> {
  const group = document.querySelector(`[data-tabset-id="${CSS.escape(tabsetId)}"]`);
  const isNarrow = group !== null && group.clientWidth < leastForTwo;
  if (tab.kind === 'memo' && isNarrow) return { target: { tabsetId, region: 'bottom' }, size: shareBeneath };
  return { target: { tabsetId, region: 'right' } };
}

/** Tabs of the one model that the other lacks. */
export function missingTabs(before: WorkspaceModel<Tab>, now: WorkspaceModel<Tab>): readonly Tab[] {
  const there = new Set(tabsetsOf(now.root).flatMap(({ tabs }) => tabs.map(({ id }) => id)));
  const all = tabsetsOf(before.root).flatMap(({ tabs }) => tabs);
  return all.filter(({ id }) => !there.has(id)).flatMap(({ data }) => data ?? []);
}

export function tabsetWith(model: WorkspaceModel<Tab>, key: string): TabsetNode<Tab> | undefined {
  return tabsetsOf(model.root).find(({ tabs }) => tabs.some(({ id }) => id === key));
}
