import { create } from 'zustand';
import type { CooccurrenceQuery } from '../../core/cooccurrence';
import type { MemoTarget } from '../../core/entities';
import type { CodeId, QuotationId, SourceId } from '../../core/ids';
import { type PanelQuestion, type Panels, panelsWithRoom } from './panel-room';
import { revealPlace } from './reveal-store';

/** What a tab of the dock shows. */
export type Tab =
  | { readonly kind: 'document'; readonly sourceId: SourceId }
  | { readonly kind: 'cooccurrence' }
  | { readonly kind: 'codebook' }
  | { readonly kind: 'memo'; readonly target: MemoTarget }
  | { readonly kind: 'memos' }
  | { readonly kind: 'history' }
  /** Words in all documents. */
  | { readonly kind: 'find' }
  /** One code for all that a rule finds. */
  | { readonly kind: 'autocode' }
  /** A code's quotations, to be sorted into subcodes. */
  | { readonly kind: 'split'; readonly codeId: CodeId }
  /** With another copy of the project, at `path`. */
  | { readonly kind: 'comparison'; readonly path: string }
  | {
      readonly kind: 'quotations';
      readonly codeId?: CodeId;
      readonly sourceId?: SourceId;
      /** The part of the document that was selected, in code points, end exclusive. */
      readonly span?: { readonly start: number; readonly end: number };
      /** Behind a cell of the matrix. */
      readonly cell?: {
        readonly query: CooccurrenceQuery;
        readonly row: CodeId;
        readonly column: CodeId;
      };
    };

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
      return [
        `quotations:${tab.codeId ?? ''}:${tab.sourceId ?? ''}`,
        ...(tab.span ? [`${tab.span.start}–${tab.span.end}`] : []),
        ...(tab.cell ? [JSON.stringify(tab.cell)] : []),
      ].join(':');
    case 'split':
      return `split:${tab.codeId}`;
    case 'comparison':
      return `comparison:${tab.path}`;
    default:
      return tab.kind;
  }
}

/** What the dock can do; given by the dock while it is mounted. */
export interface DockHandle {
  open(tab: Tab, options: OpenTabOptions): void;
  close(key: string): void;
  /** Those of the same group. */
  closeOthers(key: string): void;
  /** -1 to the left, 1 to the right. */
  step(by: 1 | -1): void;
}

interface WorkspaceStore {
  /** The tab in front in the group in use. */
  readonly activeTab: Tab | null;
  /** What is on the screen; in a narrow window less than is wanted. */
  readonly isSideBarOpen: boolean;
  readonly isInspectorOpen: boolean;
  /** Which panels the person wants beside the text, where there is room. */
  readonly wanted: Panels;
  readonly hasRoom: Panels;
  /** A panel without room, called to lie over the text for a while. */
  readonly over: keyof Panels | null;
}

const both: Panels = { sideBar: true, inspector: true };

export const workspaceStore = create<WorkspaceStore>(() => ({
  activeTab: null,
  isSideBarOpen: true,
  isInspectorOpen: true,
  wanted: both,
  hasRoom: both,
  over: null,
}));

/** Widths of window and panels as they are now; given by the layout. */
let measure: () => Omit<PanelQuestion, 'wanted'> = () => ({
  windowWidth: Number.POSITIVE_INFINITY,
  sideBarWidth: 0,
  inspectorWidth: 0,
});

export function measurePanelsBy(how: typeof measure): void {
  measure = how;
}

/** Which panels are wanted, which one lies over the text, or how wide all is, may have changed. */
export function arrangePanels({ wanted, over }: { wanted?: Panels; over?: keyof Panels | null } = {}): void {
  workspaceStore.setState((before) => {
    const wishes = wanted ?? before.wanted;
    const hasRoom = panelsWithRoom({ ...measure(), wanted: wishes });
    const asked = over === undefined ? before.over : over;
    const lying = asked !== null && !hasRoom[asked] ? asked : null;
    const isSame =
      hasRoom.sideBar === before.hasRoom.sideBar && hasRoom.inspector === before.hasRoom.inspector;
    return {
      wanted: wishes,
      hasRoom: isSame ? before.hasRoom : hasRoom,
      over: lying,
      isSideBarOpen: hasRoom.sideBar ? wishes.sideBar : lying === 'sideBar',
      isInspectorOpen: hasRoom.inspector ? wishes.inspector : lying === 'inspector',
    };
  });
}

function togglePanel(name: keyof Panels): void {
  const { hasRoom, wanted, over } = workspaceStore.getState();
  if (hasRoom[name]) arrangePanels({ wanted: { ...wanted, [name]: !wanted[name] } });
  else arrangePanels({ over: over === name ? null : name });
}

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

export function closeOtherTabs(tab: Tab): void {
  dock?.closeOthers(tabKey(tab));
}

const closedTabs: Tab[] = [];
const mostClosed = 30;

/** Tabs that were in the dock and are no more; the dock tells. */
export function noteClosed(tabs: readonly Tab[]): void {
  closedTabs.push(...tabs);
  closedTabs.splice(0, closedTabs.length - mostClosed);
}

/** The tab that was closed last, again and again the one before. */
export function reopenTab(): void {
  const tab = closedTabs.pop();
  if (tab) openTab(tab);
}

export function canReopenTab(): boolean {
  return closedTabs.length > 0;
}

/** For another project. */
export function forgetClosedTabs(): void {
  closedTabs.length = 0;
}

export function stepTab(by: 1 | -1): void {
  dock?.step(by);
}

export function toggleSideBar(): void {
  togglePanel('sideBar');
}

export function toggleInspector(): void {
  togglePanel('inspector');
}
