import { shell } from '../client/shell';
import type { Action } from './action';
import { actions, currentContext, isEnabled, runAction } from './registry';
import { isPlainKey, matchesShortcut } from './shortcut-match';
import { isTextField } from './text-fields';

const isMac = shell.platform === 'darwin';

/** Hands key presses that no view has used to the actions. */
export function listenForShortcuts(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const context = currentContext();
    const isTyping = isTextField(event.target);
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
    const found = actions.find(
      (action) => !isInDialog && isMeant(action, event, isTyping) && isEnabled(action, context),
    );
    if (!found) return;
    event.preventDefault();
    void runAction(found.id);
  });
}

function isMeant(action: Action, event: KeyboardEvent, isTyping: boolean): boolean {
  if (action.shortcut === undefined || action.isShortcutHandledByView) return false;
  if (isTyping && action.isForText) return false;
  const shortcuts = typeof action.shortcut === 'string' ? [action.shortcut] : action.shortcut;
  return shortcuts.some(
    (shortcut) => !(isTyping && isPlainKey(shortcut)) && matchesShortcut(event, shortcut, isMac),
  );
}
