import { create } from 'zustand';
import { keepPlaceIn, type PlaceInDocument, placeIn } from './reading-places';
import { openTab, type Tab, tabKey, workspaceStore } from './workspace-store';

/**
 * The way that was gone, as a browser has it: from tab to tab, and by far jumps within a document. A stop knows
 * where in its document the reader was when it was left.
 */
interface Stop {
  readonly tab: Tab;
  readonly place: PlaceInDocument | null;
}

interface TrailStore {
  readonly stops: readonly Stop[];
  /** -1: nothing was open yet. */
  readonly at: number;
}

const most = 100;
/** Milliseconds in which tab and text have come to where they are to be. */
const travelTime = 400;
const nothing: TrailStore = { stops: [], at: -1 };

export const trailStore = create<TrailStore>(() => nothing);

/** What the way needs of the documents on the screen; given by their views. */
interface Surveyor {
  /** Where the reader is in a document that is to be seen now; null where it is not. */
  placeNow(tab: Tab): PlaceInDocument | null;
  returnTo(tab: Tab, place: PlaceInDocument): void;
}
let surveyor: Surveyor = { placeNow: () => null, returnTo: () => undefined };

export function surveyBy(how: Surveyor): void {
  surveyor = how;
}

const keptPlace = (tab: Tab) => (tab.kind === 'document' ? placeIn(tab.sourceId) : null);
const placeNow = (tab: Tab) => surveyor.placeNow(tab) ?? keptPlace(tab);

/** Until then (`performance.now()`) what comes to the front is no new stop: somebody goes back or on. */
let travelsUntil = 0;
const isTravelling = () => performance.now() < travelsUntil;

/** Another tab is in front. */
function noteTab(tab: Tab | null): void {
  if (tab === null || isTravelling()) return;
  const { stops, at } = trailStore.getState();
  const current = stops[at];
  if (current && tabKey(current.tab) === tabKey(tab)) return;
  push(tab, placeNow);
}

/** The reader has left the place in the document at once, by far more than a screen. */
export function noteJump(tab: Tab): void {
  const { activeTab } = workspaceStore.getState();
  // A tab that was opened to show a place jumps there: that is one step of the way, not two.
  const isJustOpened = performance.now() - lastPush < travelTime;
  if (!isTravelling() && !isJustOpened && activeTab && tabKey(activeTab) === tabKey(tab))
    push(tab, keptPlace);
}

let lastPush = 0;

/** A new stop after the present one, which keeps the place that it is left at; the way on is forgotten. */
function push(tab: Tab, placeOf: typeof keptPlace): void {
  lastPush = performance.now();
  trailStore.setState(({ stops, at }) => {
    const left = leave({ stops, at }, placeOf).slice(Math.max(0, at + 2 - most), at + 1);
    return { stops: [...left, { tab, place: null }], at: left.length };
  });
}

function leave({ stops, at }: TrailStore, placeOf: typeof keptPlace): readonly Stop[] {
  return stops.map((stop, index) => (index === at ? { ...stop, place: placeOf(stop.tab) } : stop));
}

export function canTravel(by: 1 | -1): boolean {
  const { stops, at } = trailStore.getState();
  return stops[at + by] !== undefined;
}

/** A step back, or on again. */
export function travel(by: 1 | -1): void {
  const { stops, at } = trailStore.getState();
  const next = stops[at + by];
  if (!next) return;
  trailStore.setState({ stops: leave({ stops, at }, placeNow), at: at + by });
  travelsUntil = performance.now() + travelTime;
  // A view that is not there yet opens at the place that is kept for it.
  if (next.tab.kind === 'document' && next.place) keepPlaceIn(next.tab.sourceId, next.place);
  openTab(next.tab);
  if (next.place) surveyor.returnTo(next.tab, next.place);
}

/** To be called once for a project's window; the answer ends it. */
export function followTrail(): () => void {
  trailStore.setState(nothing);
  noteTab(workspaceStore.getState().activeTab);
  const stop = workspaceStore.subscribe((now, before) => {
    if (now.activeTab !== before.activeTab) noteTab(now.activeTab);
  });
  const onMouse = (event: MouseEvent) => {
    const by = { 3: -1, 4: 1 }[event.button] as 1 | -1 | undefined;
    if (!by) return;
    event.preventDefault();
    if (event.type === 'mouseup') travel(by);
  };
  for (const type of ['mousedown', 'mouseup'] as const) window.addEventListener(type, onMouse);
  return () => {
    stop();
    for (const type of ['mousedown', 'mouseup'] as const) window.removeEventListener(type, onMouse);
  };
}
