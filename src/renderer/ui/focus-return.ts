/** What lies over the window for a moment and goes away with its focus. */
const overlays = '[role="dialog"], [role="menu"], [role="alertdialog"], [data-radix-popper-content-wrapper]';

/** What hands the keyboard from one of its own to the next. */
const collections = '[role="tree"], [role="listbox"], [role="grid"]';

/** A tab that another has come before, while the view it belongs to was still being loaded. */
const tabBehind = '[role="tab"][aria-selected="false"]';

const tabInFront = '[data-tabset-id] [role="tab"][aria-selected="true"]';

/** Where the keyboard goes within something that stands around a place that is not on the screen any more. */
const heirs: readonly (readonly [around: string, heir: string])[] = [
  [collections, '[tabindex="0"]'],
  // What was in a tab that another has come before: the tab in front, never a field in it.
  ['[data-tabset-id]', '[role="tab"][aria-selected="true"]'],
];

/** Elements that take the focus in a way of their own. */
const focusers = new WeakMap<Element, () => void>();

/** A text keeps its selection when the focus comes back: by itself the browser would put the caret at its beginning. */
export function focusBy(element: Element, focus: () => void): void {
  focusers.set(element, focus);
}

/** Gives an element the keyboard in its own way, and scrolls nothing. */
export function focusOn(element: HTMLElement): void {
  const focus = focusers.get(element);
  if (focus) focus();
  else element.focus({ preventScroll: true });
}

/** Where the keyboard was last outside overlays, and what that stands in, the nearest first. */
let trail: readonly Element[] = [];

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof Element) || target.closest(overlays)) return;
  const found: Element[] = [];
  for (let at: Element | null = target; at && at !== document.body; at = at.parentElement) found.push(at);
  trail = found;
});

/**
 * For a dialog's `onCloseAutoFocus`: back to where the keyboard was before, also where a menu led to the dialog, which
 * has no trigger of its own. Something that is gone meanwhile (deleted, or in a tab behind another) gives the focus to
 * what is nearest to it; something that the dialog led to and that has the focus already keeps it.
 */
export function returnFocus(event: Event): void {
  event.preventDefault();
  const now = document.activeElement;
  const isFree =
    !now || now === document.body || (event.target instanceof Node && event.target.contains(now));
  if (!isFree) return;
  for (const place of trail) {
    if (!(place instanceof HTMLElement) || !place.isConnected || !place.checkVisibility()) continue;
    const heir = heirs.find(([around]) => place.matches(around))?.[1];
    const isItself = place === trail[0] && !place.matches(tabBehind);
    const wanted = isItself ? place : heir ? place.querySelector<HTMLElement>(heir) : null;
    if (wanted) focusOn(wanted);
    if (wanted && document.activeElement === wanted) return;
  }
  // The keyboard was nowhere: what was opened last had not taken it yet when the dialog came.
  const inFront = document.querySelector<HTMLElement>(tabInFront);
  if (inFront) focusOn(inFront);
}
