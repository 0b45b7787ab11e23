import { create } from 'zustand';
import type { MemoTarget } from '../../core/entities';
import type { CodeId, QuotationId, SourceId } from '../../core/ids';
import { revealPlace } from './reveal-store';

/** What a tab of the dock shows. */
export type Tab =
  | { readonly kind: 'document'; readonly sourceId: SourceId }
  | { readonly kind: 'cooccurrence' }
  | { readonly kind: 'codebook' }
  | { readonly kind: 'memo'; readonly target: MemoTarget }
  | { readonly kind: 'memos' }
  | { readonly kind: 'history' }
  | { readonly kind: 'quotations'; readonly codeId?: CodeId; readonly sourceId?: SourceId };

export interface OpenTabOptions {
  /** Beside the group of tabs that is in use. */
  readonly split?: 'right';
  /** A place of the document to bring into view, in code points, end exclusive. */
  readonly reveal?: { readonly start: number; readonly end: number; readonly quotationId?: QuotationId };
}

/** One tab a thing: two tabs with the same key are the same tab. */
export function tabKey(tab: Tab): string {
  switch (tab.kind) {
    case 'document':
      return `document:${tab.sourceId}`;
    case 'memo':
      return `memo:${tab.target.kind}${'id' in tab.target ? `:${tab.target.id}` : ''}`;
    case 'quotations':
      return `quotations:${tab.codeId ?? ''}:${tab.sourceId ?? ''}`;
    default:
      return tab.kind;
  }
}

/** What the dock can do; given by the dock while it is mounted. */
export interface DockHandle {
  open(tab: Tab, options: OpenTabOptions): void;
  close(key: string): void;
  /** -1 to the left, 1 to the right. */
  step(by: 1 | -1): void;
}

interface WorkspaceStore {
  /** The tab in front in the group in use. */
  readonly activeTab: Tab | null;
  readonly isSideBarOpen: boolean;
  readonly isInspectorOpen: boolean;
}

export const workspaceStore = create<WorkspaceStore>(() => ({
  activeTab: null,
  isSideBarOpen: true,
  isInspectorOpen: true,
}));

let dock: DockHandle | null = null;
const waiting: { tab: Tab; options: OpenTabOptions }[] = [];

export function setDock(handle: DockHandle | null): void {
  dock = handle;
  if (handle) for (const { tab, options } of waiting.splice(0)) handle.open(tab, options);
}

/** Brings the tab to the front, opening it where it is not there yet. */
export function openTab(tab: Tab, options: OpenTabOptions = {}): void {
  if (options.reveal && tab.kind === 'document') revealPlace(tab.sourceId, options.reveal);
  if (dock) dock.open(tab, options);
  else waiting.push({ tab, options });
}

export function closeTab(tab: Tab): void {
  dock?.close(tabKey(tab));
}

export function stepTab(by: 1 | -1): void {
  dock?.step(by);
}

export function toggleSideBar(): void {
  workspaceStore.setState(({ isSideBarOpen }) => ({ isSideBarOpen: !isSideBarOpen }));
}

export function toggleInspector(): void {
  workspaceStore.setState(({ isInspectorOpen }) => ({ isInspectorOpen: !isInspectorOpen }));
}
