import {
  AArrowDown,
  AArrowUp,
  ALargeSmall,
  BookOpen,
  ChevronsDownUp,
  ChevronsUpDown,
  Eye,
  Grid3x3,
  History,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Quote,
  Search,
  StickyNote,
  Sun,
  X,
} from 'lucide-react';
import { focusFilter, focusPanel } from '../app/focus-store';
import { chooseTheme, themeStore, zoomText } from '../app/theme-store';
import {
  closeTab,
  openTab,
  stepTab,
  type Tab,
  toggleInspector,
  toggleSideBar,
  workspaceStore,
} from '../app/workspace-store';
import { collapseAllCodes, expandAllCodes } from '../features/codes/codes-store';
import { showAll } from '../features/codes/visibility-store';
import { type Action, hasProject } from './action';
import { openDialog } from './dialog-store';

const themeActions = (
  [
    ['system', Monitor],
    ['light', Sun],
    ['dark', Moon],
  ] as const
).map(
  ([choice, icon]): Action => ({
    id: `view.theme.${choice}`,
    title: `actions:theme.${choice}`,
    group: 'view',
    icon,
    isChecked: () => themeStore.getState().choice === choice,
    run: () => chooseTheme(choice),
  }),
);

/**
 * Opens a view and takes the keyboard there as soon as it has something to give it to; not from a place to which the
 * person has gone meanwhile.
 */
function goTo(tab: Tab): void {
  openTab(tab);
  const step = (left: number, from: Element | null) => {
    const now = document.activeElement;
    const isInDialog = (now?.closest('[role="dialog"]') ?? null) !== null;
    const isGone = isInDialog || (now !== from && now !== document.body);
    const isThere = now?.closest('[role="tabpanel"]')?.checkVisibility() ?? false;
    if (isGone || isThere || left === 0) return;
    focusPanel('dock');
    setTimeout(step, 60, left - 1, document.activeElement);
  };
  setTimeout(() => step(8, document.activeElement), 30);
}

export const viewActions: readonly Action[] = [
  {
    id: 'view.palette',
    title: 'actions:palette',
    group: 'view',
    icon: Search,
    shortcut: ['Mod+K', 'Mod+Shift+P'],
    hiddenIn: ['palette'],
    isEnabled: hasProject,
    run: () => openDialog('palette'),
  },
  {
    id: 'view.cooccurrence',
    title: 'actions:cooccurrence',
    group: 'view',
    icon: Grid3x3,
    shortcut: 'Mod+Shift+O',
    isEnabled: hasProject,
    run: () => goTo({ kind: 'cooccurrence' }),
  },
  {
    id: 'view.codebook',
    title: 'actions:codebook',
    group: 'view',
    icon: BookOpen,
    shortcut: 'Mod+Shift+B',
    isEnabled: hasProject,
    run: () => goTo({ kind: 'codebook' }),
  },
  {
    id: 'view.quotations',
    title: 'actions:quotations',
    group: 'view',
    icon: Quote,
    shortcut: 'Mod+Shift+L',
    isEnabled: hasProject,
    run: () => goTo({ kind: 'quotations' }),
  },
  {
    id: 'view.memos',
    title: 'actions:memos',
    group: 'view',
    icon: StickyNote,
    shortcut: 'Mod+Shift+M',
    isEnabled: hasProject,
    run: () => goTo({ kind: 'memos' }),
  },
  {
    id: 'view.history',
    title: 'actions:history',
    group: 'view',
    icon: History,
    shortcut: 'Mod+Shift+H',
    isEnabled: hasProject,
    run: () => goTo({ kind: 'history' }),
  },
  {
    id: 'view.sideBar',
    title: 'actions:sideBar',
    group: 'view',
    icon: PanelLeft,
    shortcut: 'Mod+B',
    isEnabled: hasProject,
    isChecked: () => workspaceStore.getState().isSideBarOpen,
    run: toggleSideBar,
  },
  {
    id: 'view.inspector',
    title: 'actions:inspector',
    group: 'view',
    icon: PanelRight,
    shortcut: 'Mod+J',
    isEnabled: hasProject,
    isChecked: () => workspaceStore.getState().isInspectorOpen,
    run: toggleInspector,
  },
  {
    id: 'view.focusDocuments',
    title: 'actions:focusDocuments',
    group: 'view',
    shortcut: 'Mod+1',
    isEnabled: hasProject,
    run: () => focusPanel('documents'),
  },
  {
    id: 'view.focusCodes',
    title: 'actions:focusCodes',
    group: 'view',
    shortcut: 'Mod+2',
    isEnabled: hasProject,
    run: () => focusPanel('codes'),
  },
  {
    id: 'view.focusText',
    title: 'actions:focusText',
    group: 'view',
    shortcut: 'Mod+3',
    isEnabled: hasProject,
    run: () => focusPanel('dock'),
  },
  {
    id: 'view.filterCodes',
    title: 'actions:filterCodes',
    group: 'view',
    shortcut: 'Mod+Shift+F',
    isEnabled: hasProject,
    run: focusFilter,
  },
  {
    id: 'code.expandAll',
    title: 'actions:expandAll',
    group: 'view',
    icon: ChevronsUpDown,
    isEnabled: hasProject,
    run: expandAllCodes,
  },
  {
    id: 'code.collapseAll',
    title: 'actions:collapseAll',
    group: 'view',
    icon: ChevronsDownUp,
    isEnabled: hasProject,
    run: collapseAllCodes,
  },
  {
    id: 'code.showAll',
    title: 'actions:showAllCodes',
    group: 'view',
    icon: Eye,
    isEnabled: hasProject,
    run: showAll,
  },
  {
    id: 'view.textLarger',
    title: 'actions:textLarger',
    group: 'view',
    icon: AArrowUp,
    shortcut: 'Mod+Shift+.',
    run: () => zoomText('in'),
  },
  {
    id: 'view.textSmaller',
    title: 'actions:textSmaller',
    group: 'view',
    icon: AArrowDown,
    shortcut: 'Mod+Shift+,',
    run: () => zoomText('out'),
  },
  {
    id: 'view.textReset',
    title: 'actions:textReset',
    group: 'view',
    icon: ALargeSmall,
    shortcut: 'Mod+Shift+0',
    run: () => zoomText('reset'),
  },
  ...themeActions,
  {
    id: 'view.nextTab',
    title: 'actions:nextTab',
    group: 'view',
    shortcut: ['Ctrl+PageDown', 'Ctrl+Tab'],
    isEnabled: ({ activeTab }) => activeTab !== null,
    run: () => stepTab(1),
  },
  {
    id: 'view.previousTab',
    title: 'actions:previousTab',
    group: 'view',
    shortcut: ['Ctrl+PageUp', 'Ctrl+Shift+Tab'],
    isEnabled: ({ activeTab }) => activeTab !== null,
    run: () => stepTab(-1),
  },
  {
    id: 'view.closeTab',
    title: 'actions:closeTab',
    group: 'view',
    icon: X,
    shortcut: 'Mod+W',
    isEnabled: ({ activeTab }) => activeTab !== null,
    run: ({ activeTab }) => {
      if (activeTab) closeTab(activeTab);
    },
  },
];
