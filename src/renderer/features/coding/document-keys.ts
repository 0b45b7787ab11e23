import { canChange } from '../../actions/action';
import { currentContext, isEnabled, runAction } from '../../actions/registry';
import { matchesShortcut } from '../../actions/shortcut-match';
import { shell } from '../../client';
import { codingActions } from './actions';
import { openCodePalette } from './code-palette-store';
import type { OpenDocument } from './open-documents';
import { passageToCode } from './passage';

const isMac = shell.platform === 'darwin';

/**
 * Keys in the text. It can't be typed into, so every key is free: a letter opens the list of codes with the letter
 * typed, digits apply recent codes, and the space bar turns the page. True when the key was taken.
 */
export function handleDocumentKey(event: KeyboardEvent, document: OpenDocument): boolean {
  if (event.isComposing) return false;
  const context = currentContext();
  for (const action of codingActions) {
    const shortcuts = typeof action.shortcut === 'string' ? [action.shortcut] : (action.shortcut ?? []);
    if (!shortcuts.some((shortcut) => matchesShortcut(event, shortcut, isMac))) continue;
    event.preventDefault();
    if (isEnabled(action, context)) void runAction(action.id);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === ' ') {
    event.preventDefault();
    document.surface.scrollByPage(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!/^\p{L}$/u.test(event.key) || !canChange(context)) return false;
  event.preventDefault();
  const span = passageToCode(document);
  if (span) openCodePalette({ kind: 'apply', sourceId: document.sourceId, span }, event.key);
  return true;
}
