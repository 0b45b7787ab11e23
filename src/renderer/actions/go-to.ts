import { focusPanel } from '../app/focus-store';
import { openTab, type Tab, tabKey, workspaceStore } from '../app/workspace-store';

/** Milliseconds before the first try, and between tries: a view is loaded when it is first looked at. */
const firstTry = 30;
const nextTry = 60;
const mostTries = 8;

const isInView = (element: Element | null) =>
  element?.closest('[role="tabpanel"]')?.checkVisibility() ?? false;

/**
 * Opens a view and takes the keyboard there as soon as it has something to give it to. Not from a place to which the
 * person has gone meanwhile, and not into a view that was opened after this one: the keyboard would end in a field
 * that nobody asked for.
 */
export function goTo(tab: Tab): void {
  openTab(tab);
  const key = tabKey(tab);
  const step = (left: number, from: Element | null) => {
    const now = document.activeElement;
    const { activeTab } = workspaceStore.getState();
    const isLeft = activeTab === null || tabKey(activeTab) !== key;
    const isInDialog = (now?.closest('[role="dialog"]') ?? null) !== null;
    const isGone = isLeft || isInDialog || (now !== from && now !== document.body);
    if (isGone || isInView(now) || left === 0) return;
    focusPanel('dock');
    // Done: whoever leaves the view from now on leaves it for good.
    if (isInView(document.activeElement)) return;
    setTimeout(step, nextTry, left - 1, document.activeElement);
  };
  setTimeout(() => step(mostTries, document.activeElement), firstTry);
}
