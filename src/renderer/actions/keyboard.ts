import { shell } from '../client/shell';
import { handleDocumentKey } from '../features/coding/document-keys';
import { activeDocument } from '../features/coding/open-documents';
import type { Action } from './action';
import { isReadOnlyRefusal } from './read-only';
import { actions, currentContext, isEnabled, runAction } from './registry';
import { findByPress, isPlainKey } from './shortcut-match';
import { shortcutsOf } from './shortcut-store';
import { isTextField } from './text-fields';

const isMac = shell.platform === 'darwin';

/** Hands key presses that no view has used to the actions. */
export function listenForShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return;
    const context = currentContext();
    const isTyping = isTextField(event.target);
    const heard = actions.filter(
      (action) => !action.isShortcutHandledByView && !(isTyping && action.isForText),
    );
    const keysOf = (action: Action) =>
      shortcutsOf(action).filter((shortcut) => !(isTyping && isPlainKey(shortcut)));
    const find = (among: readonly Action[]) => findByPress(among, keysOf, { press: event, isMac });
    const found = find(heard.filter((action) => isEnabled(action, context)));
    const refused = found ? undefined : find(heard);
    if (refused && isReadOnlyRefusal((as) => isEnabled(refused, as), context)) {
      event.preventDefault();
      return;
    }
    if (!found) {
      if (event.target === document.body) giveToText(event);
      return;
    }
    event.preventDefault();
    void runAction(found.id);
  });
}

/** Keys that take away what is not before the eyes. */
const taking = /^(?:Delete|Backspace)$/;

/** Where nobody has the keyboard (what had it is gone, or empty space was pressed), the text in front takes it. */
function giveToText(event: KeyboardEvent): void {
  const open = activeDocument();
  if (!open || taking.test(event.key)) return;
  if (handleDocumentKey(event, open) && document.activeElement === document.body) open.surface.focus();
}
