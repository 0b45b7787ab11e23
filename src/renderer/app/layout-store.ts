import type { WorkspaceModel } from 'react-resizable-panels';
import { create } from 'zustand';
import { shell } from '../client';
import type { Tab } from './workspace-store';

/** Tabs, splits and sizes as they were left; kept on this machine by the project's lineage. */
export interface Layout {
  readonly dock: WorkspaceModel<Tab> | null;
  /** Pixels. */
  readonly sideBarWidth: number;
  readonly inspectorWidth: number;
  /** Share of the side bar that the documents have, in per cent. */
  readonly documentsShare: number;
  readonly isSideBarOpen: boolean;
  readonly isInspectorOpen: boolean;
  readonly closedCodeIds: readonly string[];
  readonly closedFolderIds: readonly string[];
  readonly codes: CodesLook;
  /** The group of tabs that was in use. */
  readonly usedTabset: string | null;
  /** Where the reader was, by document; see `reading-places.ts`. */
  readonly places: Readonly<Record<string, unknown>>;
}

const isWide = window.innerWidth >= 1600;

export const usualLayout: Layout = {
  dock: null,
  sideBarWidth: isWide ? 304 : 264,
  inspectorWidth: isWide ? 344 : 300,
  documentsShare: 32,
  isSideBarOpen: true,
  isInspectorOpen: true,
  closedCodeIds: [],
  closedFolderIds: [],
  codes: { sort: 'manual', counts: 'closed', hidesRetired: false },
  usedTabset: null,
  places: {},
};

/** How the code tree is looked at. */
export interface CodesLook {
  readonly sort: 'manual' | 'name' | 'codings';
  readonly counts: 'closed' | 'own' | 'below';
  readonly hidesRetired: boolean;
}

/** All layouts as this window knows them; the machine merges them by lineage. */
const layouts = new Map(Object.entries(shell.settings.layouts));

export const layoutStore = create<{ readonly lineage: string | null; readonly layout: Layout }>(() => ({
  lineage: null,
  layout: usualLayout,
}));

/** Milliseconds: with the machine's own pause before it writes, what was changed is on disk within a second. */
const pause = 300;
let timer: ReturnType<typeof setTimeout> | undefined;

export function loadLayout(lineage: string): Layout {
  const saved = layouts.get(lineage);
  const layout = { ...usualLayout, ...(isRecord(saved) ? (saved as Partial<Layout>) : {}) };
  layoutStore.setState({ lineage, layout });
  return layout;
}

/** Remembers a part of the layout; written soon, and while more is changed again and again. */
export function keepLayout(part: Partial<Layout>): void {
  layoutStore.setState(({ layout }) => ({ layout: { ...layout, ...part } }));
  timer ??= setTimeout(saveLayout, pause);
}

function saveLayout(): void {
  clearTimeout(timer);
  timer = undefined;
  const { lineage, layout } = layoutStore.getState();
  if (lineage === null) return;
  layouts.set(lineage, layout);
  shell.saveSetting('layouts', { [lineage]: layout });
}

window.addEventListener('pagehide', () => {
  if (timer !== undefined) saveLayout();
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
